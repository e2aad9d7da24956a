import { beforeAll, describe, expect, test } from '@jest/globals';
import { build, theExample } from '../../../bin/build.ts';
import { makeSbom } from '../../../bin/sbom.ts';
import { handlers } from '../../../contracts/handlers.ts';
import { licencesNotAllowed } from '../../../lib/sbom/licences.ts';
import { bundlesIn, type Sbom } from '../../../lib/sbom/sbom.ts';

/* The list of what is really delivered, as the builds told of it. */

let sbom: Sbom;
beforeAll(async () => {
  await build(() => {});
  sbom = makeSbom(theExample.out);
});

const dependsOn = (ref: string) => sbom.dependencies.find((each) => each.ref === ref)?.dependsOn ?? [];

describe('what is delivered', () => {
  test('has each handler, the functions of the edge, the pages and both copies of the verifier', () => {
    const files = [...bundlesIn(sbom).keys()];
    expect(files).toEqual(expect.arrayContaining(Object.keys(handlers).map((name) => `handlers/${name}/index.mjs`)));
    expect(files).toEqual(
      expect.arrayContaining([
        ...['edge/viewer-request-api.js', 'edge/viewer-request-site.js'],
        ...['site/stampede-verify.mjs', 'site/door-worker.js', 'verify/stampede-verify.js'],
      ]),
    );
    expect(files.filter((file) => /^site\/assets\/line-.*\.js$/.test(file)).length).toBeGreaterThan(4);
  });

  test('has nothing under a licence that nobody wrote down', () => {
    expect(licencesNotAllowed(sbom)).toEqual([]);
  });

  test('knows what is where: no package at the edge, the SDK in handlers, preact in pages, fonts beside tickets', () => {
    expect(dependsOn('edge/viewer-request-api.js')).toEqual([]);
    const join = dependsOn('handlers/waiting-room/entry/join-line/index.mjs').join(' ');
    expect(join).toMatch(/client-secrets-manager@/);
    expect(join).not.toMatch(/preact|aws-cdk|jest|vite/);
    const all = sbom.components.filter(({ type }) => type === 'library').map(({ name }) => name);
    expect(all).toEqual(expect.arrayContaining(['preact', 'harfbuzzjs', '@expo-google-fonts/noto-sans-thai']));
    expect(all.filter((name) => /^(jest|vite|typescript|aws-cdk.*|@biomejs.*|playwright-core)$/.test(name))).toEqual(
      [],
    );
  });

  test('has the SDK of DynamoDB in no handler: tables are asked by a client of ours', () => {
    const withTables = [...bundlesIn(sbom).keys()].filter((file) => dependsOn(file).join(' ').includes('/aws4@'));
    const hot = ['entry/join-line', 'turn/claim-pass', 'pace/keep-pace'].map((name) => `waiting-room/${name}`);
    const ofHouse = ['ask/hold-seats', 'ask/show-hold', 'allocate/allocate-seats'].map((name) => `seating/${name}`);
    for (const name of [...hot, ...ofHouse, 'ordering/buy/place-order', 'ordering/buy/settle-order'])
      expect(withTables).toContain(`handlers/${name}/index.mjs`);
    const withSdk = [...bundlesIn(sbom).keys()].filter((file) =>
      /(?:client|lib)-dynamodb@/.test(dependsOn(file).join(' ')),
    );
    expect(withSdk).toEqual([]);
  });

  test('is CycloneDX: every reference leads to a component, once', () => {
    const refs = [sbom.metadata.component, ...sbom.components].map((each) => each['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(
      sbom.dependencies.flatMap(({ dependsOn: on, ref }) => [ref, ...on]).filter((ref) => !refs.includes(ref)),
    ).toEqual([]);
    const libraries = sbom.components.filter(({ type }) => type === 'library');
    expect(
      libraries.filter(({ purl, version }) => !purl?.startsWith('pkg:npm/') || !purl.endsWith(`@${version}`)),
    ).toEqual([]);
    const digests = sbom.components.flatMap(({ hashes = [] }) => hashes);
    expect(
      digests.filter(({ alg, content }) => !(alg === 'SHA-256' ? /^[0-9a-f]{64}$/ : /^[0-9a-f]{128}$/).test(content)),
    ).toEqual([]);
    expect(`${sbom.bomFormat} ${sbom.specVersion}`).toBe('CycloneDX 1.6');
  });
});
