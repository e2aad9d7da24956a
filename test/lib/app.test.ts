import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { missingBuilds } from '../../lib/built.ts';
import { root } from './synthesize.ts';

describe('the app', () => {
  test('says which stages there are when asked for another', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'app.ts')], {
      env: { PATH: process.env.PATH, CDK_CONTEXT_JSON: '{"stage":"nowhere"}' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^stages\/nowhere\.json is missing: write it .* -c stage=example/);
  });

  test('says what to run when something is not built', () => {
    const nothing = mkdtempSync(join(tmpdir(), 'stampede-unbuilt-'));
    expect(missingBuilds({ edge: nothing, site: nothing })).toEqual([
      `${nothing}/viewer-request-api.js is missing: run node edge/build.ts`,
      `${nothing}/line.html is missing: run npm run build`,
    ]);
  });

  test('has every feature flag that the library recommends', () => {
    const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
    expect(read('cdk.json').context).toMatchObject(read('node_modules/aws-cdk-lib/recommended-feature-flags.json'));
  });
});
