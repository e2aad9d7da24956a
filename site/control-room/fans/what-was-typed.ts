import type { FanSearch } from '../../../contracts/find-fan.ts';
import type { OrderSearch } from '../../../contracts/order.ts';

/** What somebody who telephones may have. */
export type Kind = 'member' | 'email' | 'reference' | 'seat' | 'receipt' | 'fan';

/**
 * What a text looks like, the likeliest first. Six letters and digits are a reference or a member number: then both are
 * looked for. The chosen kind of whoever types goes before all guesses.
 */
export function kindsOf(typed: string): readonly Kind[] {
  const text = typed.trim();
  if (/^r2\.[\w-]+\.[\w-]+$/.test(text)) return ['receipt'];
  if (/^[\w-]{43}$/.test(text)) return ['fan'];
  if (text.includes('@')) return ['email'];
  const isReference = /^[A-Za-z0-9]{3}[\s-]?[A-Za-z0-9]{3}$/.test(text) && !/[aeiou01258l]/i.test(text);
  if (isReference) return ['reference', 'member'];
  // A seat has a section or a day beside its row and number; a member number is one word, or groups of digits.
  const words = text.split(/[\s,]+/);
  const hasName = words.some((word) => /^\p{L}{3,}$/u.test(word));
  const isRowAndSeat = /^(?:row\s+)?\p{L}{1,2}\s+(?:seat\s+)?\d{1,3}$/iu.test(text);
  if ((words.length > 1 && hasName) || isRowAndSeat) return ['seat'];
  return ['member'];
}

/** The questions that a kind leads to: to the waiting room, and to ordering. */
export function searchesOf(
  kind: Kind,
  typed: string,
  onSale: string,
): { readonly line?: FanSearch; readonly orders?: OrderSearch } {
  const text = typed.trim();
  switch (kind) {
    case 'member':
      return { line: { by: kind, member: text } };
    case 'receipt':
      return { line: { by: kind, receipt: text } };
    case 'fan':
      return { line: { by: kind, fan: text }, orders: { by: kind, onSale, fan: text } };
    case 'email':
      return { line: { by: kind, email: text }, orders: { by: kind, onSale, email: text } };
    case 'reference':
      return { orders: { by: kind, onSale, reference: text } };
    case 'seat':
      return { orders: { by: kind, onSale, seat: text } };
  }
}
