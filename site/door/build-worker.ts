import { resolve } from 'node:path';
import { build } from 'esbuild';
import { packagesInOutput } from '../../contracts/packages-built-in.ts';

/** Builds the door page's worker into one file. It lies at the top of the site: a worker serves what lies below it. @returns the folders of packages that are in it */
export async function buildDoorWorker(outfile: string): Promise<readonly string[]> {
  const { metafile } = await build({
    metafile: true,
    entryPoints: [resolve(import.meta.dirname, 'worker.ts')],
    outfile,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return Object.values(metafile.outputs).flatMap(packagesInOutput);
}
