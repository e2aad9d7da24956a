import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const home = join(import.meta.dirname, '..');
const files = globSync('{test,local-cloud/test}/**/*.{ts,tsx}', { cwd: home }).sort();

/** Code that gives one test a limit of its own, or lets time pass instead of waiting for something. */
const limits = [
  /\bjest\.setTimeout\(/,
  /^\s*\}, [\d_]{4,}\);$/m,
  /^\s*\},\n\s*[\d_]{4,},\n\s*\);$/m,
  /\bsetDefault(?:Navigation)?Timeout\((?!pageMs\))/,
  /\btimeout: [\d_]/,
];

test('how long a test may take is said in patience.ts alone', () => {
  expect(files.length).toBeGreaterThan(250);
  const found = files.flatMap((file) => {
    const text = readFileSync(join(home, file), 'utf8');
    return limits.filter((limit) => limit.test(text)).map((limit) => `${file}: ${text.match(limit)?.[0].trim()}`);
  });
  expect(found).toEqual([]);
});
