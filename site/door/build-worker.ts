import { resolve } from 'node:path';
import { build } from 'esbuild';

/** Builds the door page's worker into one file. It lies at the top of the site: a worker serves what lies below it. */
export async function buildDoorWorker(outfile: string): Promise<void> {
  await build({
    entryPoints: [resolve(import.meta.dirname, 'worker.ts')],
    outfile,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}
