/*
 * A file that spreadsheets open. A cell that begins like a formula would be reckoned, and what people typed may be one:
 * an apostrophe before it keeps it as it was typed (OWASP, "CSV Injection"). `readSheet` of spreadsheet.ts takes it off.
 */

const isFormula = /^[\s\p{C}]*[=+\-@\t\r|%]/u;

/** With a mark of UTF-8, without which Excel guesses the letters. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(cellWritten).join(',')).join('\r\n')}\r\n`;
}

function cellWritten(text: string): string {
  const inert = isFormula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n']|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
