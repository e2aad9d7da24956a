import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packagesFileOf } from '../../contracts/packages-built-in.ts';
import { digestOf } from '../digest-of.ts';

const root = resolve(import.meta.dirname, '../..');

/** All that a page can be made of. */
const sources = ['{site,words,rules,contracts,verify,edge}/**/*', 'package-lock.json'];

/**
 * The site as its sources are now, in a folder that bears their digest. So tests never see an old build, and the first
 * that needs it builds it for all. It is whole before it has its name.
 */
export function builtSite(): string {
  const folder = kept();
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
  rmSync(packagesFileOf(unfinished));
  name(unfinished, folder);
  return folder;
}

/** Takes the site that `npm run build` has just made for that of the tests, so that it is built once. */
export function keepBuiltSite(): void {
  const folder = kept();
  if (existsSync(folder)) return;
  const unfinished = mkdtempSync(join(tmpdir(), 'stampede-site-'));
  cpSync(join(root, 'site/dist'), unfinished, { recursive: true });
  name(unfinished, folder);
}

const kept = () => join(tmpdir(), `stampede-site-${digestOf(sources)}`);

function name(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another worker was quicker with the same.
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
}
