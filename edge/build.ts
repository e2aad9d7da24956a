/**
 * Builds the CloudFront Functions: `node edge/build.ts` writes `edge/dist/<name>.js`.
 *
 * Runtime 2.0 is ECMAScript 5.1 with a short list of later things, so esbuild aims at ES5 and is told
 * what else there is: anything beyond stops the build instead of answering every fan with a 503. The
 * function must be a plain `function handler` at the top level, with no export and no CommonJS.
 *
 * Two words stay in the built files, each once, for whoever deploys them to put JSON in their place:
 * `__PASS_KEYS__` in `viewer-request-api.js`, an object of key id to secret; `__NOT_FOUND_PAGES__` in
 * `viewer-request-site.js`, the page for addresses that are none, HTML by language.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { refusals } from '../contracts/refusals.ts';
import type { EdgeRefusal } from './refuse.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** CloudFront takes 10,240 bytes; three keys of 64 characters in place of the word need some 250, the pages some 4,700. */
const LIMIT = 10_240 - 5_120;

const refusalsAtTheEdge: Record<EdgeRefusal, { title: string; status: number }> = {
  'bad-request': refusals['bad-request'],
  'pass-missing': refusals['pass-missing'],
  'pass-forged': refusals['pass-forged'],
  'pass-expired': refusals['pass-expired'],
};

/** The function as CloudFront takes it, and its size in bytes. Throws when CloudFront would not take it. */
export async function buildFunction(name: string): Promise<{ readonly code: string; readonly bytes: number }> {
  const result = await build({
    entryPoints: [`${here}${name}.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es5',
    supported: { 'const-and-let': true, arrow: true, 'template-literal': true, 'rest-argument': true },
    external: ['crypto', 'querystring', 'cloudfront'],
    define: { __REFUSALS__: JSON.stringify(refusalsAtTheEdge) },
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
  if (bytes > LIMIT) throw new Error(`edge/${name}.ts is ${bytes} bytes; ${LIMIT} is the most`);
  return { code, bytes };
}

/** The bundler leaves an import where its file began; the runtime wants imports before everything else. */
function importsFirst(code: string): string {
  const pattern = /import\s*\w+\s*from\s*"\w+";/g;
  return (code.match(pattern) ?? []).join('') + code.replace(pattern, '');
}

export const functionNames = ['viewer-request-api', 'viewer-request-site'] as const;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(`${here}dist`, { recursive: true });
  for (const name of functionNames) {
    const { code, bytes } = await buildFunction(name);
    writeFileSync(`${here}dist/${name}.js`, code);
    process.stdout.write(`edge/dist/${name}.js  ${bytes} bytes\n`);
  }
}
