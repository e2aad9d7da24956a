import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/* CONTRIBUTING says where things are: a file that was moved must not be looked for in vain. */

const home = join(import.meta.dirname, '..');

/** Made by `npm run screens`, and ignored by git. */
const made = ['screens/'];

/** Paths in code marks, from the top. One with a placeholder (`<idea>`) or a braced choice names no one file. */
function pathsNamed(text: string): readonly string[] {
  const marked = [...text.matchAll(/`([^`\n]+)`/g)].map(([, path = '']) => path);
  return marked.filter((path) => !made.includes(path) && /^[a-z0-9-]+\/[\w*./-]*$/i.test(path));
}

test('every path that CONTRIBUTING names is there', () => {
  const named = pathsNamed(readFileSync(join(home, 'CONTRIBUTING.md'), 'utf8'));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => globSync(path, { cwd: home }).length === 0)).toEqual([]);
});

test('a path that is nowhere is found', () => {
  const planted = 'see `rules/no-such-rule.ts`, `rules/draw.ts`, `lambdas/<context>/x.ts` and `npm run fix`';
  expect(pathsNamed(planted)).toEqual(['rules/no-such-rule.ts', 'rules/draw.ts']);
});
