import { describe, expect, test } from '@jest/globals';
import { packagesInOutput, packagesOf, packagesText } from '../../../contracts/packages-built-in.ts';
import { licencesNotAllowed } from '../../../lib/sbom/licences.ts';
import { type Bundle, bundlesIn, type InstalledPackage, pathsInBundles, sbomOf } from '../../../lib/sbom/sbom.ts';

const project = { name: 'stampede', version: '0.1.0', license: 'MIT' };
const zod = {
  name: 'zod',
  version: '4.6.7',
  license: 'MIT',
  integrity: `sha512-${Buffer.alloc(64, 1).toString('base64')}`,
};
const noble = { name: '@noble/hashes', version: '2.4.0', license: 'MIT' };
const installed = new Map<string, InstalledPackage>([
  ['node_modules/zod', zod],
  ['node_modules/a/node_modules/zod', zod],
  ['node_modules/@noble/hashes', noble],
]);
const bundles: readonly Bundle[] = [
  { file: 'site/line.js', sha256: 'b'.repeat(64), packages: ['node_modules/@noble/hashes'] },
  {
    file: 'handlers/x/index.mjs',
    sha256: 'a'.repeat(64),
    packages: ['node_modules/zod', 'node_modules/a/node_modules/zod'],
  },
];
const made = (more: Partial<InstalledPackage> = {}) =>
  sbomOf(project, bundles, new Map([...installed, ['node_modules/@noble/hashes', { ...noble, ...more }]]));

describe('the list', () => {
  test('names each bundle with its digest, and each package once with all its places', () => {
    const { components, dependencies } = made();
    expect(components.map((each) => each['bom-ref'])).toEqual([
      'handlers/x/index.mjs',
      'site/line.js',
      'pkg:npm/%40noble/hashes@2.4.0',
      'pkg:npm/zod@4.6.7',
    ]);
    expect(components.at(-1)).toMatchObject({
      hashes: [{ alg: 'SHA-512', content: '01'.repeat(64) }],
      licenses: [{ license: { id: 'MIT' } }],
      evidence: { occurrences: [{ location: 'node_modules/a/node_modules/zod' }, { location: 'node_modules/zod' }] },
    });
    expect(dependencies).toContainEqual({ ref: 'handlers/x/index.mjs', dependsOn: ['pkg:npm/zod@4.6.7'] });
    expect(bundlesIn(made()).get('site/line.js')).toBe('b'.repeat(64));
    expect(pathsInBundles(made())).toEqual(new Set(installed.keys()));
  });

  test('is the same for the same bundles in any order, and another for another byte', () => {
    const again = sbomOf(project, [...bundles].reverse(), installed);
    expect(JSON.stringify(again)).toBe(JSON.stringify(made()));
    const [first, ...rest] = bundles;
    const other = sbomOf(project, [{ ...(first as Bundle), sha256: 'c'.repeat(64) }, ...rest], installed);
    expect(other.serialNumber).not.toBe(made().serialNumber);
    expect(made().serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('is not made when a package in a bundle is not installed', () => {
    expect(() => sbomOf(project, bundles, new Map())).toThrow(/is not installed/);
  });
});

test.each([
  ['MIT', []],
  ['GPL-3.0-only', ['@noble/hashes: GPL-3.0-only']],
  ['NOASSERTION', ['@noble/hashes: NOASSERTION']],
  ['(GPL-2.0-only OR MIT)', []],
  ['MIT AND GPL-2.0-only', ['@noble/hashes: MIT AND GPL-2.0-only']],
])('under the licence %s: %j', (license, complaints) => {
  expect(licencesNotAllowed(made({ license }))).toEqual(complaints);
});

describe('what a build tells', () => {
  test('the folders of packages, also of those that lie in others, and nothing of our own', () => {
    const paths = [
      '/home/x/node_modules/@a/b/dist/i.js',
      'node_modules/c/node_modules/@d/e/i.js',
      'rules/draw.ts',
      'node_modules/c/i.js',
    ];
    expect(packagesOf(paths)).toEqual(['node_modules/@a/b', 'node_modules/c', 'node_modules/c/node_modules/@d/e']);
  });

  test('what came to nothing is not in it', () => {
    const inputs = { 'node_modules/a/i.js': { bytesInOutput: 0 }, 'node_modules/b/i.js': { bytesInOutput: 9 } };
    expect(packagesInOutput({ inputs })).toEqual(['node_modules/b']);
  });

  test('sorted, so that it does not depend on which build was first', () => {
    const one = new Map([
      ['b.js', ['y', 'x']],
      ['a.js', []],
    ]);
    expect(packagesText(one)).toBe(packagesText(new Map([...one].reverse())));
  });
});
