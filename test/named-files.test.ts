import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { importsIn, pathsIn } from './named-files.ts';

const home = join(import.meta.dirname, '..');
const pathsOf = (text: string, file = 'bin/start.ts') => pathsIn(text, file, home);

describe('what a file leads to', () => {
  test('by import: ours by their path, packages by name', () => {
    const text = `import { a } from './forged.ts';
      import '../lib/platform.ts';
      export * from "zod";
      const late = await import('./engines.ts');
      // import { b } from './not-this.ts';`;
    expect(importsIn(text, 'test/some.ts')).toEqual(['test/forged.ts', 'lib/platform.ts', 'zod', 'test/engines.ts']);
  });

  test.each([
    ["new Worker(new URL('./stage.ts', import.meta.url))", 'bin/stage.ts'],
    ["fork(join(home, 'stand-ins', 'stripe', 'main.ts'), ['--state', state])", 'stand-ins/stripe/main.ts'],
    ["fork(join(import.meta.dirname, '..', 'rehearsal', 'hold.ts'))", 'rehearsal/hold.ts'],
    ["spawn(process.execPath, ['edge/build.ts'])", 'edge/build.ts'],
    ["const program = '../bench/main.ts';", 'bench/main.ts'],
    ['run(`verify/build.ts`)', 'verify/build.ts'],
  ])('by a path: %s', (text, file) => {
    expect(pathsOf(text)).toEqual([file]);
  });

  test.each([
    "fork(join(home, 'bin', 'is-not-there.ts'))",
    "const file = 'season.json';",
    "// see 'edge/build.ts'",
    "read('/srv/edge/build.ts')",
    "new Worker(new URL('../../outside.ts', import.meta.url))",
  ])('not by %s', (text) => {
    expect(pathsOf(text)).toEqual([]);
  });
});
