/* The text that somebody typed, as it stands in an e-mail. */

/** A subject, a greeting, a heading: one line, whatever was typed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** For HTML, also between double quotes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
