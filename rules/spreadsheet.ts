import { CsvError, parse } from 'csv-parse/sync';

/*
 * The rows of a file that a spreadsheet saved as CSV. Programs differ in the encoding, in what stands between two cells
 * and at the end of a line, and in what they write before the headings. What is meant is plain all the same: the file
 * is read in the way in which its headings are there. A file that is none of this is refused with what it seems to be.
 */

export interface SheetRow {
  /** Of the file, from 1; the last of its lines if a cell has several. */
  readonly line: number;
  /** Without spaces and invisible letters at both ends, and without the signs that keep a spreadsheet from reckoning. */
  readonly cells: readonly string[];
}

export type ReadSheet =
  | {
      readonly ok: true;
      readonly headings: SheetRow;
      /** Below the headings, without empty ones. */
      readonly rows: readonly SheetRow[];
      /** Whether letters beyond ASCII are sure to be what was typed. */
      readonly sureLetters: boolean;
    }
  | { readonly ok: false; readonly found: string };

/** Between cells, the likelier first. */
const separators = [',', ';', '\t', '|'];

/** A title or two may stand above the headings. */
const rowsToHeadings = 20;

/** `isHeadings` knows the headings that are needed. */
export function readSheet(bytes: Uint8Array, isHeadings: (cells: readonly string[]) => boolean): ReadSheet {
  const decoded = textOf(bytes);
  if (!decoded.ok) return decoded;
  const { text, sureLetters } = decoded;
  // Excel's own first line: it names what stands between cells.
  const named = /^"?sep=(.)"?[^\S\r\n]*(\r\n|\r|\n)/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const skipped = named ? 1 : 0;
  // The line stays when a file is saved anew in another way, so it is the likeliest of several.
  const tries = [...new Set([...(named?.[1] ?? ''), ...separators])].map((separator) => ({
    separator,
    top: rowsOf(body, separator, skipped, rowsToHeadings),
  }));
  const fitting = tries.find(({ top }) => top.ok && top.rows.some(({ cells }) => isHeadings(cells)));
  if (!fitting) return { ok: false, found: topFound(tries.map(({ top }) => top)) };
  const read = rowsOf(body, fitting.separator, skipped);
  if (!read.ok) return read;
  const at = read.rows.findIndex(({ cells }) => isHeadings(cells));
  const [headings, ...rows] = read.rows.slice(at);
  return headings ? { ok: true, headings, rows, sureLetters } : { ok: false, found: topFound([read]) };
}

type ReadRows =
  | { readonly ok: true; readonly rows: readonly SheetRow[] }
  | { readonly ok: false; readonly found: string };

/** The first of the rows with most in them, read in the way that finds most: titles above the headings are narrower. */
function topFound(tops: readonly ReadRows[]): string {
  const filled = ({ cells }: SheetRow) => cells.filter((cell) => cell !== '').length;
  const [first] = tops
    .flatMap((top) => (top.ok ? top.rows : []))
    .sort((one, other) => filled(other) - filled(one) || one.line - other.line);
  if (!first) return tops.find((top) => !top.ok)?.found ?? 'The file is empty';
  const shown = first.cells.slice(0, 8).map((cell) => `"${cell.length > 24 ? `${cell.slice(0, 24)}…` : cell}"`);
  return `Line ${first.line} has ${shown.join(', ')}${first.cells.length > 8 ? ', …' : ''}`;
}

function rowsOf(text: string, separator: string, skipped: number, most?: number): ReadRows {
  try {
    const records = parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      ...(most !== undefined && { to: most }),
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    const rows = records.map(({ record, info }) => ({ line: info.lines + skipped, cells: record.map(cellOf) }));
    return { ok: true, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 0) + skipped;
    const found = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark is opened and never closed' : error.message;
    return { ok: false, found: `Line ${line}: ${found}` };
  }
}

/** `="00412"` and `'00412` are 00412, written so that a spreadsheet does not take it for a number. */
function cellOf(cell: string): string {
  // Most are: of a file of 300,000 rows that is half the time.
  if (/^[\w]*$/.test(cell)) return cell;
  const plain = cell.replace(/^[\s\p{C}]+|[\s\p{C}]+$/gu, '');
  return /^="(.*)"$/.exec(plain)?.[1]?.trim() ?? plain.replace(/^'(?=.)/, '');
}

type Decoded =
  | { readonly ok: true; readonly text: string; readonly sureLetters: boolean }
  | { readonly ok: false; readonly found: string };

/** What files begin with that are no CSV. */
const others = [
  { sign: /^PK/, zeros: true, found: 'The file is a workbook (.xlsx, .ods or .numbers)' },
  { sign: /^ÐÏ/, zeros: true, found: 'The file is a workbook (.xls)' },
  { sign: /^%PDF/, zeros: false, found: 'The file is a PDF' },
  {
    sign: /^\s*<(!doctype|html|table|\?xml)/i,
    zeros: false,
    found: 'The file is a web page or XML, whatever its name says',
  },
  { sign: /^\s*[{[]/, zeros: false, found: 'The file is JSON' },
];

function textOf(bytes: Uint8Array): Decoded {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256)).replace(/^ï»¿/, '');
  const other = others.find(({ sign, zeros }) => sign.test(start) && (!zeros || start.includes('\0')));
  if (other) return { ok: false, found: other.found };
  const { text: all, sureLetters } = decoded(bytes);
  // An old export fills its last block with zeros, and a broken one strews some. In UTF-32, say, they are most of it.
  const text = all.replace(/\p{Cc}+$/u, '');
  const plain = text.replaceAll('\0', '');
  return text.length - plain.length > text.length / 10
    ? { ok: false, found: 'The encoding of the file is not known' }
    : { ok: true, text: plain, sureLetters };
}

function decoded(bytes: Uint8Array): { readonly text: string; readonly sureLetters: boolean } {
  const sure = (encoding: string) => ({ text: new TextDecoder(encoding).decode(bytes), sureLetters: true });
  const [first = 0, second = 0] = bytes;
  const empty = (side: number) => bytes.length >= 8 && [0, 2, 4, 6].every((at) => bytes[at + side] === 0);
  // Headings are Latin letters, of which UTF-16 has every second byte empty, also where no mark says so.
  if ((first === 0xff && second === 0xfe) || empty(1)) return sure('utf-16le');
  if ((first === 0xfe && second === 0xff) || empty(0)) return sure('utf-16be');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), sureLetters: true };
  } catch {
    // The encoding of some one country. Numbers and Latin letters are the same in all of them.
    return { text: new TextDecoder('windows-1252').decode(bytes), sureLetters: false };
  }
}
