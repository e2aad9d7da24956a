import { americanSign, type Typed } from '../../rules/scanner-layouts.ts';

/**
 * A hand scanner is a keyboard that types a code within a moment and ends with Enter. Keys that come so fast are a
 * scan, wherever the focus is; keys that a person presses are not. Kept twice: as the device wrote them, and by the
 * physical keys.
 */
export interface TypedCode extends Typed {
  /** The last key. */
  readonly typedAt: number;
}

export interface KeyPress {
  readonly key: string;
  /** Name of the physical key; empty where it is not known. */
  readonly code: string;
  readonly shiftKey: boolean;
}

export const nothingTyped: TypedCode = { text: '', keys: '', typedAt: 0 };

/** No scanner pauses longer between two letters; hardly anybody types faster. */
const longestPauseMs = 120;

export function type(
  typed: TypedCode,
  { key, code, shiftKey }: KeyPress,
  now: number,
): { readonly typed: TypedCode; readonly scanned?: Typed } {
  const { text, keys } = now - typed.typedAt <= longestPauseMs ? typed : nothingTyped;
  if (key === 'Enter') return { typed: nothingTyped, ...(text.length >= 20 && { scanned: { text, keys } }) };
  // A key that waits for the next one to put an accent on it writes nothing by itself.
  if (key.length !== 1 && key !== 'Dead') return { typed: { text, keys, typedAt: typed.typedAt } };
  const sign = key === 'Dead' ? '' : key;
  return { typed: { text: text + sign, keys: keys + americanSign(code, shiftKey), typedAt: now } };
}
