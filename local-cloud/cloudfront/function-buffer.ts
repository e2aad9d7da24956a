import { Buffer } from 'node:buffer';
import { builtIns } from './function-runtime.ts';

/** A function's `Buffer`: it and its instances have the methods that are on the list, and no others of Node's. */
export interface FunctionBuffer {
  readonly Buffer: Readonly<Record<string, unknown>>;
  /** The same bytes, seen through the methods on the list. */
  readonly asBuffer: (bytes: Buffer) => object;
}

type Method = (...given: unknown[]) => unknown;

/** `bytes` is the prototype of the context's own `Uint8Array`, which its buffers inherit from. */
export function bufferFor(bytes: object): FunctionBuffer {
  const { own, instances } = builtIns.Buffer ?? { own: [], instances: [] };
  const prototype: object = Object.create(bytes);
  const asBuffer = (buffer: Buffer): object => Object.setPrototypeOf(buffer, prototype);
  const given = (value: unknown) => (Buffer.isBuffer(value) ? asBuffer(value) : value);
  const methodOf = (holder: object, name: string): unknown => Object.getOwnPropertyDescriptor(holder, name)?.value;

  for (const name of instances) {
    const method = methodOf(Buffer.prototype, name);
    // The rest, such as the length, comes from the context's own typed arrays.
    if (typeof method !== 'function') continue;
    Object.defineProperty(prototype, name, {
      value(this: unknown, ...args: unknown[]) {
        return given((method as Method).apply(this, args));
      },
    });
  }
  const statics = own.map((name) => {
    const method = methodOf(Buffer, name) as Method;
    return [name, (...args: unknown[]) => given(method.apply(Buffer, args))] as const;
  });
  const isBuffer = (value: unknown) =>
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === prototype;
  return { Buffer: { ...Object.fromEntries(statics), isBuffer }, asBuffer };
}
