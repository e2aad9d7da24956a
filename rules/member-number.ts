/**
 * One spelling of a member number or a postcode, of all that people type and spreadsheets keep: letters and digits only,
 * in upper case, so that `gx-12 345` and `GX12345` are one. A spreadsheet takes `00412` for the number 412, and nobody
 * can tell afterwards; so zeros in front of what is digits alone do not count, on either side.
 */
export function normalised(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
}
