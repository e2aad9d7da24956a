/*
 * Text as it is looked for: by people who type what their keyboard has. Case, accents and the shape of a letter do not
 * count, nor do signs between letters that look alike, nor letters that nobody sees. A letter with a name of its own
 * becomes the letters that people write for it: ß is ss, ø is o, ł is l.
 */

/** Letters that have no accent to take off. Small ones: case is folded before. */
export const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ȷ: 'j',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ə: 'e',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƒ: 'f',
  ɨ: 'i',
  ⱥ: 'a',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};
export const hasPlain = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/** Letters that another language of the script writes in their place. Ids know nothing of them. */
const alike: Readonly<Record<string, string>> = { ہ: 'ه', ھ: 'ه', ە: 'ه', ۃ: 'ه', ٱ: 'ا', ے: 'ي' };
const hasAlike = new RegExp(`[${Object.keys(alike).join('')}]`, 'g');

/** Accents of Latin, Greek, Cyrillic, Hebrew and Arabic. In other scripts marks are vowels, and count. */
const accents = new RegExp(
  [
    '\\u0300-\\u036f',
    '\\u0591-\\u05c7',
    '\\u064b-\\u065f\\u0670',
    '\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f',
  ]
    .map((block) => `[${block}]`)
    .join('|'),
  'g',
);
/** The dot between two l of Catalan counts as little. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\u0640\u2800·]/gu;
/** As keyboards, phones and books write one sign in a name: O'Neill, O’Neill, ʻOkina, Saʿīd, כ״ץ and כ"ץ. */
const apostrophes = /['’‘‛ʼʻʹʿʾ`´′＇"“”„״׳]/g;
const dashes = /[\p{Pd}\u2212]/gu;

/** Of other scripts. They stand in order from their zero on; several tens may follow one another. */
const otherDigits = /(?![0-9])\p{Nd}/gu;

function digitOf(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(((digit.codePointAt(0) ?? 0) - zero) % 10);
}

/** Small letters without accents. Dashes are spaces, apostrophes are nothing. */
export function folded(text: string): string {
  return text
    .replace(/[\t\r\n]/g, ' ')
    .replace(apostrophes, '')
    .normalize('NFKD')
    .replace(accents, '')
    .replace(unseen, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(otherDigits, digitOf)
    .replace(hasPlain, (letter) => plainLetters[letter] ?? letter)
    .replace(hasAlike, (letter) => alike[letter] ?? letter)
    .replace(apostrophes, '')
    .replace(dashes, ' ')
    .normalize('NFC');
}

/** How a letter is written out where there is no key for it: Jörg is Joerg in a German address, Đorđe is Djordje. */
const writtenOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', đ: 'dj' };

/** Every folded spelling of a text that people look for: `jorg` and `joerg`. */
export function spellings(text: string): readonly string[] {
  const out = text.normalize('NFC').replace(/[äöüåøđ]/gi, (letter) => writtenOut[letter.toLowerCase()] ?? letter);
  return [...new Set([folded(text), folded(out)])];
}

/** A text to look in, made once for each: all its spellings. */
export function lookedIn(text: string): string {
  return spellings(unpointed(text)).join('\n');
}

/** Several, parted by spaces: J. R. */
const initials = /(^|[^\p{L}\p{M}])((?:\p{L}\.\s+)+\p{L}\.)/gu;

/** Signs between names do not count where somebody looks: J.R. Ewing and J. R. Ewing are JR Ewing, and "Strasser, Jorg" has two words. */
function unpointed(text: string): string {
  return text
    .normalize('NFKC')
    .replace(initials, (_, before: string, run: string) => before + run.replace(/\s+/g, ''))
    .replace(/\./g, '')
    .replace(/[,;]/g, ' ');
}

/** Whether every word that was typed occurs in a text, as `lookedIn` makes it. */
export function looksFor(typed: string): (within: string) => boolean {
  const words = unpointed(typed)
    .split(/[\s\p{Pd}]+/u)
    .map((word) => spellings(word).map((spelling) => spelling.trim()));
  const wanted = words.filter(([spelling]) => spelling !== '');
  return (within) => wanted.every((spelled) => spelled.some((spelling) => within.includes(spelling)));
}
