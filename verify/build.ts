/**
 * Builds the verifier: `node verify/build.ts` writes `verify/dist/stampede-verify.js`. This one file needs nothing but
 * Node 18, so that it can be kept beside the receipts and still run when this project is gone.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds it into the given file. */
export async function buildVerifier(outfile: string): Promise<void> {
  await build({
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
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildVerifier(`${here}dist/stampede-verify.js`);
