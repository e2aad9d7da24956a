import { createHash } from 'node:crypto';

/**
 * The list of all that is delivered, as CycloneDX 1.6 has it: each bundle with its digest, each package with version,
 * licence and the digest that npm installed it by, and which bundle has which. It has no time and no chance in it: the same
 * bundles make the same list, so that it can be made anew and compared.
 *
 * https://cyclonedx.org/docs/1.6/json/
 */
export interface Sbom {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly serialNumber: string;
  readonly version: 1;
  readonly metadata: { readonly component: SbomComponent };
  readonly components: readonly SbomComponent[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

export interface SbomComponent {
  readonly type: 'application' | 'file' | 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly hashes?: readonly { readonly alg: 'SHA-256' | 'SHA-512'; readonly content: string }[];
  readonly licenses?: readonly ({ readonly license: { readonly id: string } } | { readonly expression: string })[];
  readonly evidence?: { readonly occurrences: readonly { readonly location: string }[] };
}

/** A file that is delivered. */
export interface Bundle {
  /** Such as `handlers/seating/ask/hold-seats/index.mjs`. */
  readonly file: string;
  readonly sha256: string;
  /** Folders of packages. */
  readonly packages: readonly string[];
}

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly license: string;
  /** As the lock file has it: `sha512-…`. */
  readonly integrity?: string;
}

/** In the folder of the assembly. */
export const sbomFile = 'sbom.cdx.json';

/** @param installed by folder. */
export function sbomOf(
  project: { readonly name: string; readonly version: string; readonly license: string },
  bundles: readonly Bundle[],
  installed: ReadonlyMap<string, InstalledPackage>,
): Sbom {
  const sorted = [...bundles].sort((a, b) => (a.file < b.file ? -1 : 1));
  const refs = new Map([...installed].map(([folder, { name, version }]) => [folder, purlOf(name, version)]));
  const refsOf = (folders: readonly string[]) =>
    [...new Set(folders.map((folder) => refs.get(folder) ?? missing(folder)))].sort();
  // One package of one version can be installed at several places, and is one component.
  const places = Map.groupBy(
    [...new Set(sorted.flatMap(({ packages }) => packages))].sort(),
    (folder) => refs.get(folder) ?? missing(folder),
  );
  const libraries = [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ref, folders]) => library(ref, folders, installed.get(folders[0] ?? '') ?? missing(ref)));
  const files = sorted.map(
    ({ file, sha256 }): SbomComponent => ({
      type: 'file',
      'bom-ref': file,
      name: file,
      hashes: [{ alg: 'SHA-256', content: sha256 }],
    }),
  );
  const application: SbomComponent = {
    type: 'application',
    'bom-ref': project.name,
    name: project.name,
    version: project.version,
    licenses: [licence(project.license)],
  };
  const rest = {
    version: 1 as const,
    metadata: { component: application },
    components: [...files, ...libraries],
    dependencies: [
      { ref: project.name, dependsOn: sorted.map(({ file }) => file) },
      ...sorted.map(({ file, packages }) => ({ ref: file, dependsOn: refsOf(packages) })),
    ],
  };
  return { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: serialOf(rest), ...rest };
}

/** Folders of the packages in any bundle. */
export function pathsInBundles({ components }: Sbom): ReadonlySet<string> {
  return new Set(components.flatMap(({ evidence }) => evidence?.occurrences.map(({ location }) => location) ?? []));
}

/** Digests of bundles by file. */
export function bundlesIn({ components }: Sbom): ReadonlyMap<string, string> {
  const files = components.filter(({ type }) => type === 'file');
  return new Map(files.map(({ name, hashes }) => [name, hashes?.[0]?.content ?? '']));
}

function library(
  ref: string,
  folders: readonly string[],
  { name, version, license, integrity }: InstalledPackage,
): SbomComponent {
  const [, sha512] = /^sha512-(\S+)/.exec(integrity ?? '') ?? [];
  return {
    type: 'library',
    'bom-ref': ref,
    name,
    version,
    purl: ref,
    ...(sha512 && { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] }),
    licenses: [licence(license)],
    evidence: { occurrences: folders.map((location) => ({ location })) },
  };
}

const licence = (spdx: string) => (/^[\w.+-]+$/.test(spdx) ? { license: { id: spdx } } : { expression: spdx });

/** `@` of a scope is written as purl wants it. */
const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** A UUID of what the list says: version 8, of one's own making. */
function serialOf(content: object): string {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

function missing(what: string): never {
  throw new Error(`${what} is in a bundle and is not installed: run npm ci`);
}
