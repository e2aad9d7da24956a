/**
 * Builds the CloudFront Functions: `node edge/build.ts` writes `edge/dist/<name>.js`.
 *
 * Runtime 2.0 is ECMAScript 5.1 with a short list of later things. So esbuild aims at ES5, and a list here adds the
 * later syntax. Then the bundle is held against the whole list (`outside-runtime.ts`). A thing that is not on the list
 * stops the build. Otherwise every fan would be answered with a 503. The function must be a plain `function handler` at
 * the top level, with no export and no CommonJS.
 *
 * Two words stay in a built file, once each: `__NOT_FOUND_PAGES__` and `__LINKED_FROM__` in `viewer-request-site.js`. The
 * deployer puts the page for addresses that do not exist in the place of the first, HTML by language, and the hosts of sites that
 * may show our files in that of the second. Synthesis counts the bytes with it in its place
 * (`lib/constructs/edge/filled-function.ts`). `viewer-request-api.js` is deployed as it is, and reads the keys of passes
 * from the key-value store that is associated with it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { z } from 'zod';
import { apiRoutes, pathPattern } from '../contracts/api-paths.ts';
import { needsSignIn, repeatHours } from '../contracts/handlers.ts';
import { packagesFileOf, packagesInOutput, packagesText } from '../contracts/packages-built-in.ts';
import { refusals } from '../contracts/refusals.ts';
import { routes } from '../contracts/routes/routes.ts';
import { modules } from '../local-cloud/cloudfront/function-runtime.ts';
import { outsideRuntime } from './outside-runtime.ts';
import type { EdgeRefusal } from './refuse.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** `x` is when a pass ends (`contracts/pass.ts`), `exp` when a token does: the fields that a function reads and does not write. */
const given = { placeholders: ['__NOT_FOUND_PAGES__', '__LINKED_FROM__'], fields: ['x', 'exp'] };

export const functionNames = ['viewer-request-api', 'viewer-request-site'] as const;

/** The refusals that each function can give. The bytes of a function are few. */
const refusalsOf: Readonly<Record<(typeof functionNames)[number], readonly EdgeRefusal[]>> = {
  'viewer-request-api': [
    'bad-request',
    'body-too-large',
    'pass-missing',
    'pass-forged',
    'pass-expired',
    'sign-in-missing',
    'sign-in-over',
  ],
  'viewer-request-site': ['bad-request', 'not-found', 'not-for-other-sites'],
};

const titled = (codes: readonly EdgeRefusal[]) => Object.fromEntries(codes.map((code) => [code, refusals[code]]));

/**
 * The parts of a path up to an id whose letters keep their case, each once; `null` is any part. An id is a parameter
 * that takes a capital letter, as slugs do not.
 */
function beforeIds(): readonly (readonly (string | null)[])[] {
  const found = apiRoutes.flatMap(({ name, path }) => {
    const shape = routes[name];
    const parts = path.split('/');
    const at = parts.findIndex((part) => {
      const parameter = /^\{(\w+)\}$/.exec(part)?.[1];
      return parameter !== undefined && 'path' in shape && takesCapitals(shape.path, parameter);
    });
    return at < 0 ? [] : [parts.slice(0, at).map((part) => (part.startsWith('{') ? null : part))];
  });
  return [...new Map(found.map((parts) => [parts.join('/'), parts])).values()];
}

const takesCapitals = (path: z.ZodObject, parameter: string) =>
  path.partial().safeParse({ [parameter]: 'Ab3_dE-9xYz0' }).success;

/** The function as CloudFront takes it, and its size in bytes. Throws when CloudFront would not take it or could not run it. */
export async function buildFunction(
  name: string,
  folder = here,
): Promise<{ readonly code: string; readonly bytes: number; readonly packages: readonly string[] }> {
  const result = await build({
    entryPoints: [join(folder, `${name}.ts`)],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es5',
    supported: {
      'const-and-let': true,
      arrow: true,
      'async-await': true,
      'template-literal': true,
      'rest-argument': true,
    },
    external: Object.keys(modules),
    define: {
      __REFUSALS__: JSON.stringify(titled(refusalsOf[name as keyof typeof refusalsOf] ?? [])),
      __NEEDS_PASS__: JSON.stringify(`^${pathPattern(apiRoutes.filter(({ needs }) => needs === 'pass'))}$`),
      __NEEDS_SIGN_IN__: JSON.stringify(`^${pathPattern(apiRoutes.filter(({ needs }) => needsSignIn(needs)))}$`),
      __REPEATS__: JSON.stringify(`^${pathPattern(apiRoutes.filter(({ repeats }) => repeats))}$`),
      __REPEAT_SECONDS__: JSON.stringify(repeatHours * 3600),
      __BEFORE_IDS__: JSON.stringify(beforeIds()),
    },
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'silent',
  });
  const bundle = result.outputFiles[0]?.text ?? '';
  const script = bundle.replace(/export\s*\{\s*handler\s*\};?\s*$/, '');
  const code = importsFirst(script);
  const bytes = Buffer.byteLength(code);
  if (script === bundle || !/\bfunction handler\(/.test(code)) {
    throw new Error(`edge/${name}.ts must export one function, named handler`);
  }
  if (/\b(?:module|exports|require)\b/.test(code)) {
    throw new Error(`edge/${name}.ts became CommonJS, which CloudFront answers with 503`);
  }
  const outside = outsideRuntime(code, given);
  if (outside.length > 0) throw new Error(`edge/${name}.ts uses what CloudFront does not have: ${outside.join(', ')}`);
  const packages = Object.values(result.metafile.outputs).flatMap(packagesInOutput);
  return { code, bytes, packages };
}

/** The bundler leaves an import where its file began; the runtime wants imports before everything else. */
function importsFirst(code: string): string {
  const pattern = /import\s*\w+\s*from\s*"\w+";/g;
  return (code.match(pattern) ?? []).join('') + code.replace(pattern, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(`${here}dist`, { recursive: true });
  const built = new Map<string, readonly string[]>();
  for (const name of functionNames) {
    const { code, bytes, packages } = await buildFunction(name);
    built.set(`${name}.js`, packages);
    writeFileSync(`${here}dist/${name}.js`, code);
    process.stdout.write(`edge/dist/${name}.js  ${bytes} bytes\n`);
  }
  writeFileSync(packagesFileOf(`${here}dist`), packagesText(built));
}
