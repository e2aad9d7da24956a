/**
 * A context that has what `function-runtime.ts` lists and nothing more. V8's own built-ins are cut down to the list.
 * Node's are wrapped, because they are Node's own objects and must stay whole.
 *
 * Members with a symbol for a name stay: V8's own operators and methods ask for them (`match` for `Symbol.match`,
 * `Promise.all` for the iterator of an array). So does `constructor`. `InternalError` is on the list and is njs's
 * alone.
 */
import { Buffer as NodeBuffer } from 'node:buffer';
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import querystring from 'node:querystring';
import { type Context, createContext, Script } from 'node:vm';
import { bufferFor } from './function-buffer.ts';
import { builtIns, globals, modules } from './function-runtime.ts';

export interface FunctionContext {
  readonly context: Context;
  /** The value that an `import` of the module gives; undefined where there is no such module. */
  readonly moduleNamed: (name: string) => unknown;
}

/** A key-value store as a function reads it. */
export interface KeyValues {
  readonly id: string;
  readonly get: (key: string) => string | undefined;
  readonly entries: readonly unknown[];
  /** ISO 8601. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Made inside the context: a promise or an error of ours would bring along what the context lacks. */
const storeModule = `(function (asked, bytes) {
  'use strict';
  async function read(key) {
    const found = asked(key);
    if (found.value === undefined) throw new Error('KeyNotFound: ' + key);
    return found.value;
  }
  return { kvs: function (id) {
    const about = asked();
    if (id !== undefined && id !== about.id) throw new Error('No key value store ' + id + ' is associated');
    return {
      get: async function (key, options) {
        const value = await read(key);
        const format = options && options.format;
        return format === 'json' ? JSON.parse(value) : format === 'bytes' ? bytes(value) : value;
      },
      exists: async function (key) { return asked(key).value !== undefined; },
      meta: async function () {
        const now = asked();
        return { creationDateTime: now.createdAt, lastUpdatedDateTime: now.changedAt, keyCount: now.count };
      },
    };
  } };
})`;

/** `log` gets what the function says with `console.log`. */
export function functionContext(name: string, log: (line: string) => void, store?: KeyValues): FunctionContext {
  const context = createContext({}, { name, codeGeneration: { strings: false, wasm: false } });
  const inside = <Value>(expression: string) => new Script(expression).runInContext(context) as Value;
  cutDownToTheList(inside('globalThis'), inside('Object.getPrototypeOf(Uint8Array)'));

  const Bytes = inside<Uint8ArrayConstructor>('Uint8Array');
  const { Buffer, asBuffer } = bufferFor(Bytes.prototype);
  class Encoder extends TextEncoder {
    override encode(text?: string) {
      return Bytes.from(super.encode(text));
    }
  }
  const digesting = (digest: Hash | Hmac) => {
    const given = {
      update(data: string) {
        digest.update(data);
        return given;
      },
      digest: (encoding?: 'base64url') => (encoding ? digest.digest(encoding) : asBuffer(digest.digest())),
    };
    return given;
  };
  Object.assign(context, {
    atob: (text: string) => atob(text),
    btoa: (text: string) => btoa(text),
    Buffer,
    console: { log: (...words: unknown[]) => log(words.map(String).join(' ')) },
    TextDecoder,
    TextEncoder: Encoder,
  });
  const available: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    buffer: { Buffer },
    crypto: {
      createHash: (algorithm: string) => digesting(createHash(algorithm)),
      createHmac: (algorithm: string, key: string) => digesting(createHmac(algorithm, key)),
    },
    querystring: { ...querystring },
    ...(store && {
      cloudfront: inside<(...of: readonly unknown[]) => Readonly<Record<string, unknown>>>(storeModule)(
        (key?: string) => ({
          id: store.id,
          createdAt: store.createdAt,
          changedAt: store.changedAt,
          count: store.entries.length,
          ...(key !== undefined && { value: store.get(String(key)) }),
        }),
        (text: string) => asBuffer(NodeBuffer.from(text)),
      ),
    }),
  };
  return {
    context,
    moduleNamed: (module) => {
      const members = Object.hasOwn(modules, module) ? modules[module] : undefined;
      if (module === 'cloudfront' && !store) return undefined;
      return members && Object.fromEntries(members.map((member) => [member, available[module]?.[member]]));
    },
  };
}

function cutDownToTheList(global: object, typedArray: { readonly prototype: object }): void {
  for (const [name, { own, instances }] of Object.entries(builtIns)) {
    const builtIn = (global as Record<string, { readonly prototype?: object }>)[name];
    if (!builtIn) continue;
    cutDown(builtIn, own);
    if (builtIn.prototype) cutDown(builtIn.prototype, instances);
    // The members that all typed arrays share are in a parent that has no name.
    if (Object.getPrototypeOf(builtIn) !== typedArray) continue;
    cutDown(typedArray, own);
    cutDown(typedArray.prototype, instances);
  }
  cutDown(global, [...Object.keys(builtIns), ...globals]);
}

function cutDown(holder: object, listed: readonly string[]): void {
  for (const name of Object.getOwnPropertyNames(holder)) {
    if (listed.includes(name) || name === 'constructor') continue;
    if (Object.getOwnPropertyDescriptor(holder, name)?.configurable) Reflect.deleteProperty(holder, name);
  }
}
