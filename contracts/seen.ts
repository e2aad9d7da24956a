import { z } from 'zod';

/**
 * Text that people see: at least one sign of it is neither a space nor one of the signs that leave no trace, such as the
 * space of no width that comes along when a name is copied from a page. Without one it would be an empty line.
 */
export const seenText = (message = 'write something that can be seen') => z.string().trim().refine(isSeen, message);

/**
 * A name that stands on one line among other words: on a ticket, in the subject of a mail, in a calendar. Ends of lines
 * and control signs become spaces. Signs that turn what comes after them go; `dir="auto"` and isolation do their work.
 */
export const lineText = (message = 'write something that can be seen') =>
  z.string().overwrite(inOneLine).trim().refine(isSeen, message);

/** The same, which may be left empty; what nobody could see is nothing. */
export const lineOrNothing = () =>
  z
    .string()
    .overwrite((text) => (isSeen(text) ? inOneLine(text) : ''))
    .trim();

/** Without ends of lines, control signs, halves of a sign, and signs that turn what comes after them. */
export function inOneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]*[\p{Cc}\u2028\u2029][\s\p{Cc}]*/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, '');
}

export function isSeen(text: string): boolean {
  return /[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}]/u.test(text);
}
