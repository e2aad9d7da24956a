import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagesFileOf } from '../contracts/packages-built-in.ts';

/**
 * Of the names and contents of all files in a folder that match. Built and installed files there are left out, and the
 * lists that builds leave (contracts/packages-built-in.ts): a fresh clone has none before its first build.
 */
export function digestOf(folder: string, patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd: folder, exclude: (name) => name === 'dist' || name === 'node_modules' });
  for (const file of files.filter((name) => !name.endsWith(packagesFileOf(''))).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(folder, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Of what a synthesis writes of a stage. The names of its assets, which are digests of them, stand in there. */
export function digestOfAssembly(folder: string): string {
  return digestOf(folder, ['manifest.json', '*.template.json', '*.assets.json']);
}
