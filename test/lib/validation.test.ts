import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { missingBuilds } from '../../lib/built.ts';
import { otherWayRound, root, synthesize } from './synthesize.ts';

describe('the validation packs', () => {
  test.each([
    ['as the example has it', {}],
    ['with everything the other way round', otherWayRound],
  ])('find nothing unanswered: %s', async (_, changes) => {
    const { exitCode, said } = await synthesize(changes);
    expect({ exitCode, said: said.trim() }).toEqual({ exitCode: 0, said: '' });
  });

  test('fail the synthesis over a bucket that anyone forgot to close', async () => {
    const { exitCode, said } = await synthesize({}, 'open-bucket');
    expect(exitCode).toBe(1);
    expect(said).toContain('AwsSolutions-S10');
  });

  test('fail the synthesis over a property that does not exist', async () => {
    const { exitCode, said } = await synthesize({}, 'no-such-property');
    expect(exitCode).toBe(1);
    expect(said).toContain("Did you mean 'VisibilityTimeout'?");
  });
});

test('a function that would be too long with its pages is refused before it is deployed', async () => {
  const { exitCode, said } = await synthesize({}, 'long-pages');
  expect(exitCode).toBe(1);
  expect(said).toMatch(
    /The edge function viewer-request-site has 1\d{4} bytes, 7\d{3} of them in the place of __NOT_FOUND_PAGES__; CloudFront takes 10240/,
  );
});

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
      `${nothing}/index.html is missing: run npm run build`,
    ]);
  });

  test('has every feature flag that the library recommends', () => {
    const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
    expect(read('cdk.json').context).toMatchObject(read('node_modules/aws-cdk-lib/recommended-feature-flags.json'));
  });
});
