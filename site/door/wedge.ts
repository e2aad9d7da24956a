import { americanSign, type Typed } from '../../rules/scanner-layouts.ts';

/**
 * A hand scanner is a keyboard that types a code within a moment. Keys that come so fast are a scan, wherever the focus
 * is; keys that a person presses are not. Kept twice: as the device wrote them, and by the physical keys.
 *
 *     letters ──▶ Enter, Tab, CR LF: whichever the scanner is set to send ──▶ a scan; the rest of that suffix is nobody's key
 *        │  ▲
 *        │  └── a pause of up to a second: some send a code in parts
 *        └───▶ a second of silence: the scanner sends no suffix ──▶ a scan
 *
 * A key that ends a scan presses no button: "Next" would put an answer away that nobody saw, and another one lets in.
 */
export interface TypedCode extends Typed {
  /** The last key. */
  readonly typedAt: number;
  /** When the last scan ended; far back before the first. */
  readonly endedAt: number;
}

export interface KeyPress {
  readonly key: string;
  /** Name of the physical key; empty where it is not known. */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  /** The focus is in a field, where a person types as well. */
  readonly inField: boolean;
}

export interface KeyRead {
  readonly typed: TypedCode;
  readonly scanned?: Typed;
  /** The key is the scanner's, and nothing else may come of it. */
  readonly taken: boolean;
}

export const nothingTyped: TypedCode = { text: '', keys: '', typedAt: 0, endedAt: Number.NEGATIVE_INFINITY };

/** No scanner pauses longer between two letters of a part; hardly anybody types faster. */
const longestPauseMs = 120;
/** Between two parts of a code, and after the last when there is no suffix. */
export const silenceMs = 1_000;
/** Of all that follows a code. Nobody has read an answer by then. */
const suffixMs = 400;
/** So many letters at once are a scanner's, also in a field. Outside of fields, where nobody types, fewer are. */
const [manyLetters, someLetters] = [20, 6];

export function type(typed: TypedCode, press: KeyPress, now: number): KeyRead {
  const { inField } = press;
  const since = now - typed.typedAt;
  const pause = inField && typed.text.length < manyLetters ? longestPauseMs : silenceMs;
  const begun = since <= pause ? typed : { ...nothingTyped, endedAt: typed.endedAt };
  if (isEnd(press)) {
    if (isCode(begun, inField)) return { ...ended(begun, now), taken: true };
    if (now - begun.endedAt <= suffixMs) return { typed: begun, taken: true };
    return {
      typed: { ...nothingTyped, endedAt: begun.endedAt },
      taken: !inField && typed.text !== '' && since <= longestPauseMs,
    };
  }
  // A key that waits for the next one to put an accent on it writes nothing by itself.
  const { key, code, shiftKey, ctrlKey } = press;
  if (ctrlKey || (key.length !== 1 && key !== 'Dead')) return { typed: begun, taken: false };
  const [text, keys] = [begun.text + (key === 'Dead' ? '' : key), begun.keys + americanSign(code, shiftKey)];
  return { typed: { ...begun, text, keys, typedAt: now }, taken: false };
}

/** The typed letters as a scan, when nothing more came for `silenceMs`. */
export function afterSilence(typed: TypedCode, now: number): KeyRead {
  if (typed.text.length >= manyLetters) return { ...ended(typed, now), taken: true };
  return { typed: { ...nothingTyped, endedAt: typed.endedAt }, taken: false };
}

const isCode = ({ text }: TypedCode, inField: boolean) => text.length >= (inField ? manyLetters : someLetters);

/** CR and LF are Enter for most; for some they are the keys of a terminal. */
const isEnd = ({ key, ctrlKey }: KeyPress) => (ctrlKey ? /^[jm]$/i.test(key) : key === 'Enter' || key === 'Tab');

const ended = ({ text, keys }: TypedCode, now: number) => ({
  typed: { ...nothingTyped, endedAt: now },
  scanned: { text, keys },
});
