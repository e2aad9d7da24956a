/*
 * Every build leaves a list beside its folder, `<folder>.packages.json`: the packages that are in its files. Bundles of the
 * cloud, of the edge, of pages and of the verifier are made in rooms that do not know one another; the list of all that is
 * delivered (lib/sbom/) is made from these.
 */

/** By file of the folder: the folders of packages that are in it, such as `node_modules/a/node_modules/b`. */
export type PackagesBuiltIn = Readonly<Record<string, readonly string[]>>;

export const packagesFileOf = (folder: string): string => `${folder}.packages.json`;

/** Folders of packages, each once. Paths are relative or absolute, of files; those of our own sources are left out. */
export function packagesOf(paths: readonly string[]): readonly string[] {
  const folders = paths.flatMap(
    (path) => /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  return [...new Set(folders)].sort();
}

/** As esbuild tells of one file that it made: what came to nothing is not in it. */
export function packagesInOutput(output: {
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}): readonly string[] {
  return packagesOf(
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
}

/** The text of the file: the same for the same bundles. */
export function packagesText(found: ReadonlyMap<string, readonly string[]>): string {
  const sorted = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, packages]) => [file, [...packages].sort()]);
  return `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`;
}
