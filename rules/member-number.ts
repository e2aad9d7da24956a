/**
 * One spelling of a member number or a postcode, of all that people type and spreadsheets keep: letters and digits only,
 * in upper case, so that `gx-12 345` and `GX12345` are one. Digits of another script count as ours, since a keyboard
 * types those it has. A spreadsheet takes `00412` for the number 412, and nobody can tell afterwards; so zeros in front of
 * what is digits alone do not count, on either side.
 */
export function normalised(text: string): string {
  const plain = withOurDigits(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
}

/** Letters and signs of usual width, and digits of ours: `１２` and `١٢` are 12. */
export function withOurDigits(text: string): string {
  return text.normalize('NFKC').replace(/[^\P{Nd}0-9]/gu, digitOf);
}

/** The digits of a script stand in a row of ten, and rows do not touch. */
function digitOf(digit: string): string {
  const at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value += 1;
  return `${value}`;
}
