import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { contextOfApp } from '../../bin/cdk-context.ts';

const home = join(import.meta.dirname, '..', '..');

test('an app is run in the context that the cdk command line gives it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stampede-context-'));
  try {
    const told = join(folder, 'context.json');
    writeFileSync(
      join(folder, 'tell.mjs'),
      `import { writeFileSync } from 'node:fs';
       writeFileSync(${JSON.stringify(told)}, process.env.CDK_CONTEXT_JSON);
       process.exit(3);`,
    );
    const command = ['synth', '--quiet', '--output', join(folder, 'out'), '-c', 'stages=/some/where'];
    const app = ['--app', `${process.execPath} ${join(folder, 'tell.mjs')}`];
    // There is no assembly: the app has said all that is wanted.
    expect(() =>
      execFileSync(join(home, 'node_modules/.bin/cdk'), [...command, ...app], { cwd: home, stdio: 'pipe' }),
    ).toThrow();
    expect(contextOfApp(readFileSync(join(home, 'cdk.json'), 'utf8'), { stages: '/some/where' })).toEqual(
      JSON.parse(readFileSync(told, 'utf8')),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
