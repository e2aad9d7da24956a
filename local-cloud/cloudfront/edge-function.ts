/**
 * A CloudFront Function (runtime `cloudfront-js-2.0`) in a bare `vm` context: the language and what
 * the runtime adds, nothing of Node. No `require`, no timers, no network, no code from strings; of the
 * modules only `crypto` (digests), `querystring` and `buffer`, each by an import at the top.
 */
import { Buffer } from 'node:buffer';
import { createHash, createHmac } from 'node:crypto';
import querystring from 'node:querystring';
import { createContext, Script } from 'node:vm';
import type { EdgeEvent } from './function-event.ts';

export interface EdgeFunction {
  readonly name: string;
  /** The function's result, not yet checked; throws or rejects when the function does. */
  readonly run: (event: EdgeEvent) => unknown;
}

/** The most bytes that a function may have. */
const LIMIT = 10_240;

/** `log` gets what the function says with `console.log`. Throws when CloudFront would not take the function. */
export function edgeFunction(name: string, code: string, log: (line: string) => void): EdgeFunction {
  const bytes = Buffer.byteLength(code);
  if (bytes > LIMIT) throw new Error(`The CloudFront function ${name} has ${bytes} bytes; ${LIMIT} are the most`);
  const modules: Record<string, unknown> = {
    buffer: { Buffer },
    crypto: { createHash, createHmac },
    querystring,
  };
  const context = createContext(
    {
      atob,
      btoa,
      Buffer,
      console: { log: (...words: unknown[]) => log(words.map(String).join(' ')) },
      TextDecoder,
      TextEncoder,
    },
    { name, codeGeneration: { strings: false, wasm: false } },
  );
  for (const missing of notInRuntime) new Script(`delete globalThis.${missing}`).runInContext(context);

  const source = code.replace(importLine, (_line, variable: string, module: string) => {
    if (!Object.hasOwn(modules, module)) {
      throw new Error(`The local cloud does not give the CloudFront function ${name} the module ${module}`);
    }
    Object.defineProperty(context, `module:${module}`, { value: modules[module] });
    return `const ${variable} = globalThis['module:${module}'];`;
  });
  // Strict, as every CloudFront function is; on the first line, so that line numbers stay true.
  new Script(`'use strict';${source}`, { filename: `${name}.js` }).runInContext(context);
  const handler: unknown = new Script(`typeof handler === 'function' ? handler : undefined`).runInContext(context);
  if (typeof handler !== 'function') throw new Error(`The CloudFront function ${name} has no function named handler`);
  return { name, run: (event) => handler(event) as unknown };
}

const importLine = /\bimport\s+([A-Za-z_$][\w$]*)\s+from\s*["'](\w+)["'];?/g;

/** What V8 has and CloudFront's engine does not: a function that uses it must fail here too. */
const notInRuntime = [
  'Atomics',
  'BigInt',
  'FinalizationRegistry',
  'Intl',
  'Iterator',
  'Map',
  'Proxy',
  'Reflect',
  'Set',
  'SharedArrayBuffer',
  'WeakMap',
  'WeakRef',
  'WeakSet',
  'WebAssembly',
];
