import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { licencesNotAllowed } from '../lib/sbom/licences.ts';
import { builtFolders, readBundles, readInstalled } from '../lib/sbom/read-bundles.ts';
import { bundlesIn, type Sbom, sbomFile, sbomOf } from '../lib/sbom/sbom.ts';

/*
 * `npm run sbom` lists what the bundles are made of, in `cdk.out/sbom.cdx.json`. With `--check <file>` it compares the
 * bundles that are there with a list that was made before: status 1 if one differs.
 */

const root = join(import.meta.dirname, '..');

function main(): 0 | 1 {
  const { values } = parseArgs({
    options: { assembly: { type: 'string', default: join(root, 'cdk.out') }, check: { type: 'string' } },
  });
  const assembly = resolve(values.assembly);
  const sbom = makeSbom(assembly);
  if (values.check !== undefined) return check(sbom, JSON.parse(readFileSync(values.check, 'utf8')) as Sbom);
  const not = licencesNotAllowed(sbom);
  for (const each of not) console.error(`${each}: this licence is not one of lib/sbom/licences.ts`);
  writeFileSync(join(assembly, sbomFile), `${JSON.stringify(sbom, null, 2)}\n`);
  const packages = sbom.components.filter(({ type }) => type === 'library').length;
  console.log(`${join(assembly, sbomFile)}: ${packages} packages in ${bundlesIn(sbom).size} bundles`);
  return not.length > 0 ? 1 : 0;
}

export function makeSbom(assembly: string): Sbom {
  const bundles = readBundles(builtFolders(root, assembly));
  const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return sbomOf(
    project,
    bundles,
    readInstalled(
      root,
      bundles.flatMap(({ packages }) => packages),
    ),
  );
}

function check(here: Sbom, listed: Sbom): 0 | 1 {
  if (here.serialNumber === listed.serialNumber) {
    console.log(`All ${bundlesIn(here).size} bundles are those of the list.`);
    return 0;
  }
  const [ours, theirs] = [bundlesIn(here), bundlesIn(listed)];
  const files = [...new Set([...ours.keys(), ...theirs.keys()])].filter((file) => ours.get(file) !== theirs.get(file));
  for (const file of files) {
    const how = !theirs.has(file) ? 'is not in the list' : !ours.has(file) ? 'is missing' : 'differs from the list';
    console.error(`${file} ${how}`);
  }
  if (files.length === 0) console.error('The bundles are those of the list, and packages are told of differently.');
  return 1;
}

if (import.meta.main) process.exitCode = main();
