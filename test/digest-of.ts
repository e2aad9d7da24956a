import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packagesFileOf } from '../contracts/packages-built-in.ts';

const root = resolve(import.meta.dirname, '..');

/** A digest of all files that match, names and contents: anything made of them alone can be kept under it. */
export function digestOf(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const found = globSync(patterns, { cwd: root, exclude: (name) => name === 'dist' || name === 'node_modules' });
  const isSource = (name: string) => !name.endsWith(packagesFileOf('')) && statSync(join(root, name)).isFile();
  for (const file of found.filter(isSource).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 24);
}
