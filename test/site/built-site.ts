import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** All that a page can be made of. */
const sources = ['{site,contracts,lambdas,verify,edge}/**/*', 'package-lock.json'];

/**
 * The site as its sources are now, in a folder that bears their digest: tests never see an old build, and the first that
 * needs it builds it for all. It is whole before it has its name.
 */
export function builtSite(): string {
  const folder = join(tmpdir(), `stampede-site-${digestOfSources()}`);
  if (existsSync(folder)) return folder;
  const unfinished = mkdtempSync(join(tmpdir(), 'stampede-site-'));
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      join(root, 'site/vite.config.ts'),
      '--outDir',
      unfinished,
    ],
    { cwd: root, stdio: 'pipe', env: { ...process.env, NODE_ENV: 'production' } },
  );
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another worker was quicker with the same.
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  const found = globSync(sources, { cwd: root, exclude: (name) => name === 'dist' || name === 'node_modules' });
  for (const file of found.filter((name) => statSync(join(root, name)).isFile()).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 24);
}
