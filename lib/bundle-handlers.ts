import { rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { type HandlerName, handlers } from '../contracts/handlers.ts';
import { packagesFileOf, packagesInOutput, packagesOf, packagesText } from '../contracts/packages-built-in.ts';
import { lettersOnDemand, putLetters } from './letter-files.ts';

/**
 * Bundles every handler of the table in one pass of esbuild: `<out>/<context>/<idea>/<handler>/index.mjs`.
 *
 * One pass and not `NodejsFunction`, which starts esbuild anew for each of the handlers and parses the SDK each time: a
 * second each against a second for all of them. The SDK is bundled too. It tree-shakes to the parts in use, starts
 * faster than Lambda's own copy, and is the version that was tested.
 *
 * @param root The project's folder.
 * @param out Emptied first. What is in the bundles is written beside it (contracts/packages-built-in.ts).
 * @returns `out`
 * @throws Error when a handler is missing or does not compile, naming the place.
 */
export async function bundleHandlers(root: string, out: string): Promise<string> {
  await rm(out, { recursive: true, force: true });
  const names = Object.keys(handlers) as HandlerName[];
  const { metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: join(root, 'lambdas', `${name}.lambda.ts`), out: `${name}/index` })),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // ES modules first: CommonJS cannot be tree-shaken.
    mainFields: ['module', 'main'],
    conditions: ['module'],
    // Read by the handlers that write other scripts than Latin, and not before they do: see letter-files.ts.
    external: [...lettersOnDemand],
    // The typefaces of tickets: a handler has no files beside it.
    loader: { '.ttf': 'binary' },
    plugins: [englishOnly],
    alias: { 'cls-hooked/context': join(root, 'lambdas/foundation/x-ray-context.ts') },
    // Some packages in the bundle are CommonJS and ask for Node's own modules by `require`. The long name is on
    // purpose: minified ones are short, and two of one name would stop every handler from loading.
    banner: {
      js: "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
    },
    // Positions for stack traces; the sources themselves stay at home.
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    // The error that is thrown says what is wrong.
    logLevel: 'silent',
  });
  const packages = new Map<string, readonly string[]>();
  for (const [file, output] of Object.entries(metafile.outputs)) {
    if (!file.endsWith('.mjs')) continue;
    const hasLetters = output.imports.some(({ path, external }) => external && lettersOnDemand.includes(path));
    const letters = hasLetters ? packagesOf(await putLetters(root, join(root, dirname(file)))) : [];
    packages.set(relative(out, join(root, file)), [...packagesInOutput(output), ...letters]);
  }
  await writeFile(packagesFileOf(out), packagesText(packages));
  return out;
}

/** Leaves out zod's messages in 50 languages, a quarter of a megabyte that tree-shaking cannot see to be unused. */
const englishOnly: Plugin = {
  name: 'english-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: `export { default as en } from ${JSON.stringify('./en.js')};`,
    }));
  },
};
