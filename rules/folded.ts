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
/** As keyboards, phones and books write one sign in a name: O'Neill, O’Neill, ʻOkina. */
const apostrophes = /['’‘‛ʼʻʹ`´′＇]/g;
const dashes = /[\p{Pd}\u2212]/gu;

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
    .replace(hasPlain, (letter) => plainLetters[letter] ?? letter)
    .replace(apostrophes, '')
    .replace(dashes, ' ')
    .normalize('NFC');
}

/** How a letter is written out where there is no key for it: Jörg is Joerg in a German address, Øyvind is Oeyvind. */
const writtenOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** Every folded spelling of a text that people look for: `jorg` and `joerg`. */
export function spellings(text: string): readonly string[] {
  const out = text.normalize('NFC').replace(/[äöüåø]/gi, (letter) => writtenOut[letter.toLowerCase()] ?? letter);
  return [...new Set([folded(text), folded(out)])];
}

/** A text to look in, made once for each: all its spellings. */
export function lookedIn(text: string): string {
  return spellings(text).join('\n');
}

/** Whether every word that was typed occurs in a text, as `lookedIn` makes it. */
export function looksFor(typed: string): (within: string) => boolean {
  const words = typed.split(/[\s\p{Pd}]+/u).map((word) => spellings(word).map((spelling) => spelling.trim()));
  const wanted = words.filter(([spelling]) => spelling !== '');
  return (within) => wanted.every((spelled) => spelled.some((spelling) => within.includes(spelling)));
}
