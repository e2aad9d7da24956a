import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

interface Locked {
  /** Only where it is not what the path says: a package that stands in the place of another. */
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const home = join(import.meta.dirname, '..');
const read = (file: string) => JSON.parse(readFileSync(join(home, file), 'utf8'));
const named = (file: string): readonly (readonly [string, string])[] => {
  const { devDependencies = {}, dependencies = {} }: Locked = read(file);
  return Object.entries({ ...dependencies, ...devDependencies });
};
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

const workspaces: readonly string[] = read('package.json').workspaces;

test.each(['.', ...workspaces])('every package of %s is named with one exact version', (folder) => {
  const loose = named(join(folder, 'package.json')).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});

test('a workspace and the project name one version of a package, so that there is one of it', () => {
  const ofProject = new Map(named('package.json'));
  const twice = workspaces.flatMap((folder) =>
    named(join(folder, 'package.json')).filter(([name, version]) => (ofProject.get(name) ?? version) !== version),
  );
  expect(twice).toEqual([]);
});

/*
 * npm reads `overrides` in the package.json of the whole project alone, never in that of a workspace. The overrides of
 * the local cloud's database therefore stand there: its package is wanted for the jar in it, and brings 400 MB of
 * others.
 */
test('what DynamoDB Local’s jar does not need is not installed', () => {
  const locked = new Map(packages);
  const { '@aws-sdk/client-dynamodb': ours, ...others } =
    locked.get('node_modules/amplify-dynamodb-simulator')?.dependencies ?? {};
  expect(ours).toBeDefined();
  expect(Object.keys(others).length).toBeGreaterThan(5);
  expect(Object.keys(others).filter((name) => locked.get(`node_modules/${name}`)?.name !== 'isarray')).toEqual([]);
  expect(packages.filter(([path]) => path.startsWith('node_modules/amplify-dynamodb-simulator/'))).toEqual([]);
});
