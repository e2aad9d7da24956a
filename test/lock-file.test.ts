import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const home = join(import.meta.dirname, '..');
const read = (file: string) => JSON.parse(readFileSync(join(home, file), 'utf8'));
const packages = Object.entries<Locked>(read('package-lock.json').packages);

test('the lock file names the binaries of every platform, without which `npm ci` refuses to install', () => {
  const names = new Set(packages.map(([path]) => path));
  const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !names.has(`node_modules/${name}`) && !names.has(`${path}/node_modules/${name}`),
    ),
  );
  expect(packages.length).toBeGreaterThan(400);
  expect(missing).toEqual([]);
});

test('every package is named with one exact version', () => {
  const { devDependencies = {}, dependencies = {} }: Locked = read('package.json');
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});
