import { normalised, withOurDigits } from '../rules/member-number.ts';
import { numberFault } from './cell-numbers.ts';

/*
 * Cells that have letters or digits and are no member number and no postcode: what spreadsheets and
 * databases write in place of a value, and what stands below a list.
 */

/** Longest cells, in letters: as the platform takes them. */
const longest = { member: 32, postcode: 16 } as const;

const nothing = /^[(<[]?(null|nil|none|nan|undefined|n\/a|unknown|true|false)[)>\]]?$/i;
const months =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|mär|okt|dez|janv|févr|mars|avr|juin|juil|août|ene|abr|ago|dic';
const day = new RegExp(
  `^\\d{1,2}[-. /](${months})[a-zé]*\\.?([-. /]\\d{2,4})?$|^(${months})[-. /]\\d{2,4}$|^\\d{4}-(0\\d|1[0-2])-[0-3]\\d([T ]\\d\\d:.*)?$|^\\d{1,2}/\\d{1,2}/\\d{4}$|^[0-3]?\\d\\.[01]?\\d\\.(19|20)\\d\\d$`,
  'i',
);
const sum = /^(grand total|sub ?total|total|sum|count|summe|gesamt|anzahl|somme|nombre|suma|cuenta|cyfanswm)\b[^\d]*$/i;
/** As spreadsheets and programs write a number that is long: 1.1E+07, 1.1047297E7, 1.1×10^7. */
const shortened = /^\d+([.,]\d+)?E[+-]\d+$|^\d[.,]\d+\s*(E|[×x*]\s*10\^?)\s*[+-]?\d+$/i;
/** A spreadsheet keeps fifteen digits, and writes zeros for all that follow. */
const rounded = /^\d{15}0+$/;
/** It reckons with other cells, calls a function, or a program. */
const formula = /^=|^@[a-z]|^[+-](?=.*[a-z]).+[-+*/&|!(]/i;

export function cellFault(column: 'member' | 'postcode', cell: string, sureLetters: boolean): string | undefined {
  if (cell === '') return 'needs a member and a postcode';
  const name = `a ${column === 'member' ? 'member number' : 'postcode'}`;
  if (shortened.test(cell) || rounded.test(cell))
    return `has "${cell}" for ${name}: a spreadsheet has shortened it. Format the column as text, and bring the numbers in anew`;
  if (/^#+$|^#(N\/A|REF!|VALUE!|NAME\?|NUM!|DIV\/0!|NULL!)/i.test(cell))
    return `has "${cell}" for ${name}: widen the column or mend the formula, and save again`;
  if (formula.test(cell)) return `has a formula for ${name}: save its value`;
  if (nothing.test(cell)) return `has "${cell}" for ${name}: fill it in, or take the line out`;
  if (day.test(cell))
    return `has "${cell}" for ${name}: a spreadsheet has made a date of it. Format the column as text, and bring it in anew`;
  const wrong = numberFault(withOurDigits(cell));
  if (wrong !== undefined) return `has "${cell}" for ${name}: ${wrong}`;
  if (column === 'member' && sum.test(cell)) return `has "${cell}", a total below the list: take the line out`;
  if (cell.includes('\uFFFD') || (!sureLetters && /[^\x20-\x7e]/.test(cell)))
    return `has letters for ${name} that cannot be read: save the file as CSV UTF-8`;
  if (/\p{Script=Latin}/u.test(cell.normalize('NFKC')) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(cell))
    return `has letters of two alphabets for ${name}, which look alike: type it anew`;
  if (cell.length > longest[column])
    return `has ${cell.length} characters: ${name} has at most ${longest[column]} characters`;
  return normalised(cell) === '' ? `has ${name} without a letter or digit` : undefined;
}
