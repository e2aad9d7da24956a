/**
 * A hand scanner is a keyboard that types a code within a moment and ends with Enter. Keys that come so fast are a
 * scan, wherever the focus is; keys that a person presses are not.
 */
export interface TypedCode {
  readonly text: string;
  /** The last key. */
  readonly typedAt: number;
}

export const nothingTyped: TypedCode = { text: '', typedAt: 0 };

/** No scanner pauses longer between two letters; hardly anybody types faster. */
const longestPauseMs = 120;

export function type(
  typed: TypedCode,
  key: string,
  now: number,
): { readonly typed: TypedCode; readonly scanned?: string } {
  const before = now - typed.typedAt <= longestPauseMs ? typed.text : '';
  if (key === 'Enter') return { typed: nothingTyped, ...(before.length >= 20 && { scanned: before }) };
  if (key.length !== 1) return { typed: { text: before, typedAt: typed.typedAt } };
  return { typed: { text: before + key, typedAt: now } };
}
