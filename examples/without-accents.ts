/** As spreadsheets’ words are compared: a month of theirs has its accents, or has lost them on the way. */
export function withoutAccents(text: string): string {
  return /^[\x20-\x7e]*$/.test(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .normalize('NFC');
}
