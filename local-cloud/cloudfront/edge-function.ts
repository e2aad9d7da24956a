/**
 * A CloudFront Function (runtime `cloudfront-js-2.0`) in a bare `vm` context that has what that runtime has and no more
 * (`function-runtime.ts`). It has no `require`, no timers, no network and no code from strings. A module comes by an
 * import at the top.
 */
import { Script } from 'node:vm';
import type { EdgeEvent } from './function-event.ts';
import { functionContext, type KeyValues } from './function-globals.ts';
import { mostBytes } from './function-runtime.ts';

export interface EdgeFunction {
  readonly name: string;
  /** The function's result, not yet checked; throws or rejects when the function does. */
  readonly run: (event: EdgeEvent) => unknown;
}

/**
 * `log` gets what the function says with `console.log`. `store` is the key-value store that is associated with it.
 * Throws when CloudFront would not take the function.
 */
export function edgeFunction(name: string, code: string, log: (line: string) => void, store?: KeyValues): EdgeFunction {
  const bytes = Buffer.byteLength(code);
  if (bytes > mostBytes)
    throw new Error(`The CloudFront function ${name} has ${bytes} bytes; ${mostBytes} are the most`);
  const { context, moduleNamed } = functionContext(name, log, store);
  const inside = (expression: string) => new Script(expression).runInContext(context) as unknown;

  const source = code.replace(importLine, (_line, variable: string, module: string) => {
    const given = moduleNamed(module);
    if (given === undefined) throw new Error(`CloudFront does not give the function ${name} the module ${module}`);
    Object.defineProperty(context, `module:${module}`, { value: given });
    return `const ${variable} = globalThis['module:${module}'];`;
  });
  // Strict, as every CloudFront function is. It stands on the first line, so that line numbers stay true.
  new Script(`'use strict';${source}`, { filename: `${name}.js` }).runInContext(context);
  const handler = inside(`typeof handler === 'function' ? handler : undefined`);
  if (typeof handler !== 'function') throw new Error(`The CloudFront function ${name} has no function named handler`);
  // The event is read inside the context: our own objects would bring the methods along that the context lacks.
  const parse = inside('JSON.parse') as typeof JSON.parse;
  return { name, run: (event) => handler(parse(JSON.stringify(event))) as unknown };
}

const importLine = /\bimport\s+([A-Za-z_$][\w$]*)\s+from\s*["'](\w+)["'];?/g;
