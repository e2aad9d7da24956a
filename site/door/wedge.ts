/**
 * A hand scanner is a keyboard that types a code within a moment and ends with Enter. What is typed so, wherever the
 * focus is, is a scan; what a person types is not.
 */
export interface Typed {
  readonly text: string;
  /** Milliseconds, of the last key. */
  readonly at: number;
}

export const nothingTyped: Typed = { text: '', at: 0 };

/** No scanner pauses longer between two letters; hardly anybody types faster. */
const longestPauseMs = 120;

export function type(typed: Typed, key: string, now: number): { readonly typed: Typed; readonly scanned?: string } {
  const before = now - typed.at <= longestPauseMs ? typed.text : '';
  if (key === 'Enter') return { typed: nothingTyped, ...(before.length >= 20 && { scanned: before }) };
  if (key.length !== 1) return { typed: { text: before, at: typed.at } };
  return { typed: { text: before + key, at: now } };
}
