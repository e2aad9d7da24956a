import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { packagesFileOf, packagesInOutput, packagesText } from '../contracts/packages-built-in.ts';

/**
 * Bundles the run of a trial into `<out>/index.js`, as a Synthetics canary is handed in: CommonJS, which its runtime loads
 * by `require`.
 *
 * @param root The project's folder.
 * @param out Emptied first. What is in the bundle is written beside it (contracts/packages-built-in.ts).
 * @returns `out`
 */
export async function bundleTrial(root: string, out: string): Promise<string> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: [join(root, 'rehearsal/trial/run-trial.ts')],
    outfile: join(out, 'index.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    mainFields: ['module', 'main'],
    conditions: ['module'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  // A file that ends with .js is read as its nearest package says.
  await writeFile(join(out, 'package.json'), '{"type":"commonjs"}');
  const packages = Object.values(metafile.outputs).flatMap(packagesInOutput);
  await writeFile(packagesFileOf(out), packagesText(new Map([['index.js', packages]])));
  return out;
}
