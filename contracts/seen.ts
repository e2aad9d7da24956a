import { z } from 'zod';

/**
 * Text that people see: at least one sign of it is neither a space nor one of the signs that leave no trace, such as the
 * space of no width that comes along when a name is copied from a page. Without one it would be an empty line.
 */
export const seenText = (message = 'write something that can be seen') => z.string().trim().refine(isSeen, message);

export function isSeen(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}
