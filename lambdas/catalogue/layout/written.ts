/*
 * Texts and numbers as files have them. Spreadsheets and other programs write numbers as numbers and positions as
 * texts; a value with one meaning is read as that.
 */

const spaces = /[\s\u00a0\u2007\u202f]+/gu;
/** A sign that leaves no trace. Two of them join or part letters in some scripts, and a name needs them. */
const unseen = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const unseenInName = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

export interface WrittenText {
  readonly text: string;
  /** It was a number, or had spaces or signs that nobody sees. */
  readonly was?: 'number' | 'untidy';
}

/** A row's or a seat's number, a category, a name. Undefined: something else than a text or a number. */
export function textIn(value: unknown, name = false): WrittenText | undefined {
  if (value === undefined || value === null) return { text: '' };
  if (typeof value === 'number') return Number.isFinite(value) ? { text: String(value), was: 'number' } : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value
    .normalize('NFC')
    .replace(spaces, ' ')
    .replace(name ? unseenInName : unseen, '')
    .trim();
  return text === value ? { text } : { text, was: 'untidy' };
}

/** A length or a position, to be read from a number or a text of digits. */
export function numberIn(value: unknown): { readonly number: number; readonly wasText?: true } | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? { number: value } : undefined;
  if (typeof value !== 'string' || !/^\s*[-+]?\d+(?:[.,]\d+)?\s*(?:px)?\s*$/.test(value)) return undefined;
  return { number: Number(value.replace('px', '').replace(',', '.')), wasText: true };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A UUID, a long row of hexadecimal digits, or a ULID: programs name things so, and no person can say it. */
export function isForPrograms(name: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^(?=.*\d)[0-9a-f]{16,}$|^[0-7][0-9a-hjkmnp-tv-z]{25}$/i.test(
    name,
  );
}
