/**
 * A signed text (pass, receipt, slip, voucher, ticket) with another signature: never the same by chance, as it
 * might be if fixed letters were put in, and another in its bytes, not only in the spelling of its last letter.
 */
export function forged(signed: string): string {
  const at = signed.lastIndexOf('.') + 1;
  return `${signed.slice(0, at)}${signed[at] === 'A' ? 'B' : 'A'}${signed.slice(at + 1)}`;
}
