import { isDeepStrictEqual } from 'node:util';

/** Whether two values are the same once they are written as JSON: absent and undefined are one, and so are orders of keys. */
export function sameJson(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(asWritten(one), asWritten(other));
}

function asWritten(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
