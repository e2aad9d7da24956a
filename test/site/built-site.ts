import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Builds the site as it is now into a folder of its own, so that tests never see an old build. */
export function builtSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stampede-site-'));
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      join(root, 'site/vite.config.ts'),
      '--outDir',
      folder,
    ],
    { cwd: root, stdio: 'pipe', env: { ...process.env, NODE_ENV: 'production' } },
  );
  return folder;
}
