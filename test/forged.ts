/**
 * A signed text (pass, receipt, slip, voucher, ticket) with another signature. It is never the same by chance, as it
 * might be if fixed letters were put in. It differs in its bytes, not only in the spelling of its last letter.
 */
export function forged(signed: string): string {
  const at = signed.lastIndexOf('.') + 1;
  return `${signed.slice(0, at)}${signed[at] === 'A' ? 'B' : 'A'}${signed.slice(at + 1)}`;
}

/** Texts that are no receipt, each with a name. */
export const noReceipts = [
  ['that is empty', ''],
  ['without payload', 'r2'],
  ['with empty parts', 'r2..'],
  ['signed with zeros', `r2.e30.${'A'.repeat(86)}`],
  ['of 8,000 letters', 'x'.repeat(8000)],
  ['of a null character', '\u0000'],
  ['of another alphabet', '💺'],
] as const;
