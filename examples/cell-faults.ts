import { normalised, withOurDigits } from '../rules/member-number.ts';
import { dayFault } from './cell-days.ts';
import { numberFault } from './cell-numbers.ts';
import { withoutAccents } from './without-accents.ts';

/*
 * Cells that have letters or digits and are no member number and no postcode: what spreadsheets and
 * databases write in place of a value, and what stands below a list.
 */

/** Longest cells, in letters: as the platform takes them. */
const longest = { member: 32, postcode: 16 } as const;

const nothing = isOneOf(
  'null nil none nan undefined n/a unknown',
  // True and false: English, German, French, Italian, Spanish, Portuguese, Dutch, Welsh, Polish, and Nordic languages.
  'true false wahr falsch vrai faux vero falso verdadero verdadeiro waar onwaar gwir anwir gau prawda fałsz',
  'sand falsk sant falskt sann usann tosi epatosi',
);
/** The same in the languages of spreadsheets; what follows has no digit: "Total of members". */
const sum = new RegExp(
  `^(?:${[
    'grand total|sub ?total|total|sum|count',
    'summe|gesamt|gesamtergebnis|gesamtsumme|zwischensumme|teilergebnis|insgesamt|anzahl',
    'sous-total|somme|nombre|totale|subtotale|somma|conteggio|suma|cuenta|soma|contagem',
    'totaal|subtotaal|eindtotaal|som|aantal|cyfanswm|nifer|razem|liczba',
    'i alt|ialt|totalt|summa|antal|antall|yhteensa',
  ].join('|')})(?![\\p{L}\\d])\\D*$`,
  'u',
);
/** `#NV`, `#¡REF!`, `#DIV/0!`, `Err:502`. A number with a # before it has digits. */
const error = /^#+$|^#\D*\p{L}\D*(?:\/0\D*)?$|^(?:err|erreur|error|errore|erro|fehler)\s?:\s?\d{3}$/u;
/** As spreadsheets and programs write a number that is long: 1.1E+07, 1.1047297E7, 1.1×10^7. */
const shortened = /^\d+([.,]\d*)?E[+-]\d+$|^\d[.,]\d+\s*(E|[×x*]\s*10\^?)\s*[+-]?\d+$/i;
/** A spreadsheet keeps fifteen digits, and writes zeros for all that follow. */
const rounded = /^\d{15}0+$/;
/** It reckons with other cells, calls a function, or a program. */
const formula = /^=|^@[a-z]|^[+-](?=.*[a-z]).+[-+*/&|!(]/i;

export function cellFault(column: 'member' | 'postcode', cell: string, sureLetters: boolean): string | undefined {
  if (cell === '') return 'needs a member and a postcode';
  const name = `a ${column === 'member' ? 'member number' : 'postcode'}`;
  const plain = withOurDigits(cell);
  const said = withoutAccents(plain.toLowerCase());
  if (shortened.test(plain) || rounded.test(plain))
    return `has "${cell}" for ${name}: a spreadsheet has shortened it. Format the column as text, and bring the numbers in anew`;
  if (error.test(said)) return `has "${cell}" for ${name}: widen the column or mend the formula, and save again`;
  if (formula.test(plain)) return `has a formula for ${name}: save its value`;
  if (nothing.test(said)) return `has "${cell}" for ${name}: fill it in, or take the line out`;
  const made = dayFault(said) ?? numberFault(plain);
  if (made !== undefined) return `has "${cell}" for ${name}: ${made}`;
  if (column === 'member' && sum.test(said)) return `has "${cell}", a total below the list: take the line out`;
  if (cell.includes('\uFFFD') || (!sureLetters && /[^\x20-\x7e]/.test(cell)))
    return `has letters for ${name} that cannot be read: save the file as CSV UTF-8`;
  if (/\p{Script=Latin}/u.test(plain) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(plain))
    return `has letters of two alphabets for ${name}, which look alike: type it anew`;
  if (cell.length > longest[column])
    return `has ${cell.length} characters: ${name} has at most ${longest[column]} characters`;
  return normalised(cell) === '' ? `has ${name} without a letter or digit` : undefined;
}

/** Words alone or in brackets. */
function isOneOf(...words: readonly string[]): RegExp {
  return new RegExp(`^[(<[]?(?:${words.join(' ').replaceAll(' ', '|')})[)>\\]]?$`);
}
