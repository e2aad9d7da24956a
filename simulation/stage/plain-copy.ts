/**
 * A copy of plain data, as the twins make one of all that goes in and out. The built-in `structuredClone` serialises,
 * which takes ten times as long, and was an eighth of a run.
 */
export function plainCopy<Value>(value: Value): Value {
  return copyOf(value) as Value;
}

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function') throw new TypeError('A function is no data');
    return value;
  }
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [copyOf(key), copyOf(one)] as const));
  if (value instanceof Set) return new Set([...value].map(copyOf));
  if (Object.getPrototypeOf(value)?.constructor?.name !== 'Object') throw new TypeError('Only plain data is copied');
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const one = copyOf((value as Record<string, unknown>)[name]);
    // An assignment would take this one for the prototype.
    if (name === '__proto__')
      Object.defineProperty(copy, name, { value: one, enumerable: true, writable: true, configurable: true });
    else copy[name] = one;
  }
  return copy;
}
