/**
 * A look-up whose answers never change, asked once for as long as a Lambda is warm. What was not found, or
 * failed, is asked again the next time; of the found ones the last used `most` are kept.
 */
export function remembered<Value>(
  most: number,
  look: (key: string) => Promise<Value | undefined>,
): (key: string) => Promise<Value | undefined> {
  const known = new Map<string, Value>();
  return async (key) => {
    const value = known.get(key) ?? (await look(key));
    known.delete(key);
    if (value !== undefined) known.set(key, value);
    for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - most))) known.delete(oldest);
    return value;
  };
}
