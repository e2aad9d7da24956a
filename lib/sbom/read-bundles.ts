import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackagesBuiltIn, packagesFileOf } from '../../contracts/packages-built-in.ts';
import { licencesRead } from './licences.ts';
import type { Bundle, InstalledPackage } from './sbom.ts';

/** Folders of built files, by the name that the list gives them. */
export const builtFolders = (root: string, assembly: string): Readonly<Record<string, string>> => ({
  handlers: join(assembly, 'bundles'),
  trial: join(assembly, 'trial'),
  edge: join(root, 'edge', 'dist'),
  site: join(root, 'site', 'dist'),
  verify: join(root, 'verify', 'dist'),
});

/** Every file that a build told of. Throws if a build did not. */
export function readBundles(folders: Readonly<Record<string, string>>): readonly Bundle[] {
  return Object.entries(folders).flatMap(([name, folder]) => {
    const told = packagesFileOf(folder);
    if (!existsSync(told)) throw new Error(`${told} is missing: run npm run build`);
    return Object.entries(JSON.parse(readFileSync(told, 'utf8')) as PackagesBuiltIn).map(([file, packages]) => ({
      file: `${name}/${file}`,
      sha256: createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
      packages,
    }));
  });
}

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
}

/** By folder: what is installed there, and by which digest npm installed it. */
export function readInstalled(root: string, folders: readonly string[]): ReadonlyMap<string, InstalledPackage> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  return new Map(
    [...new Set(folders)].map((folder) => {
      const { name, version, license } = JSON.parse(
        readFileSync(join(root, folder, 'package.json'), 'utf8'),
      ) as PackageJson;
      const { integrity } = packages[folder] ?? {};
      const told = typeof license === 'string' ? license : license?.type;
      const spdx = told ?? licencesRead[`${name}@${version}`] ?? 'NOASSERTION';
      return [folder, { name, version, license: spdx, ...(integrity && { integrity }) }] as const;
    }),
  );
}
