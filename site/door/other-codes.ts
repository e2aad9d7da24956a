/*
 * What a code is that is no ticket of ours: a steward who hears only "not ours" does not know whether to scan again or to
 * send somebody away. By its form alone.
 *
 *   nothing     blank: read badly, or an empty field
 *   pairing     the code that a supervisor shows for a steward's phone
 *   address     a link: of an order, of the theatre, of a poster
 *   unsigned    of a ticket's form, and not signed by us: of another theatre, or spoilt on the way
 */
export type OtherCode = 'nothing' | 'pairing' | 'address' | 'unsigned' | 'other';

export function otherCodeOf(text: string): OtherCode {
  const code = text.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').trim();
  if (code === '') return 'nothing';
  if (/^https?:\/\/[^/\s]+\/door\b.*#/i.test(code)) return 'pairing';
  if (/^(?:https?:\/\/|www\.|mailto:)\S+$/i.test(code)) return 'address';
  return /^t1\.[\w-]+\.[\w-]+$/.test(code) ? 'unsigned' : 'other';
}
