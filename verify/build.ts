/**
 * Builds the verifier: `node verify/build.ts` writes `verify/dist/stampede-verify.js`. This one file needs nothing but
 * Node 18, so that it can be kept beside the receipts and still run when this project is gone.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packagesFileOf, packagesInOutput, packagesText } from '../contracts/packages-built-in.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds it into the given file. @returns the folders of packages that are in it */
export async function buildVerifier(outfile: string): Promise<readonly string[]> {
  const { metafile } = await build({
    metafile: true,
    entryPoints: [`${here}src/main.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node18',
    charset: 'utf8',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'inline',
    logLevel: 'warning',
  });
  return Object.values(metafile.outputs).flatMap(packagesInOutput);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packages = await buildVerifier(`${here}dist/stampede-verify.js`);
  await writeFile(packagesFileOf(`${here}dist`), packagesText(new Map([['stampede-verify.js', packages]])));
}
