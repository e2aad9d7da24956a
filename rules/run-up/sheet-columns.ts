import { readSheet, type SheetRow } from '../spreadsheet.ts';

/*
 * A sheet of a run-up: rows under headings, whatever else stands in it. All of it is read before any of it counts, so that
 * every fault is named at once, by its line. Of two columns that could be one nobody knows which is meant, so a sheet with
 * both is refused.
 */

/** By column, the headings that mean it, as `headingOf` writes them, with a space between. */
export type Columns<Name extends string> = Readonly<Record<Name, string>>;

export interface ColumnRow<Name extends string> {
  /** Of the file, from 1. */
  readonly line: number;
  /** Empty if the sheet has no such column. */
  readonly cell: (column: Name) => string;
}

export type ReadRun<Row> =
  | { readonly ok: true; readonly rows: readonly Row[] }
  /** Each a sentence, with its line. */
  | { readonly ok: false; readonly faults: readonly string[] };

/** More than this nobody reads at once. */
const mostFaults = 12;
/** A plan has tens of rows. */
const mostRows = 500;

/** `Weeks before` is `weeksbefore`. */
function headingOf(cell: string): string {
  return cell
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

export function readColumns<Name extends string, Row>(
  bytes: Uint8Array,
  columns: Columns<Name>,
  needed: readonly NoInfer<Name>[],
  read: (
    row: ColumnRow<Name>,
  ) => { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly fault: string },
  /** The fault of the headings, if they have one. */
  headingFault: (headings: ColumnRow<Name>) => string | undefined = () => undefined,
): ReadRun<Row> {
  const names = Object.keys(columns) as Name[];
  const meant = new Map(names.map((name) => [name, new Set(columns[name].split(' '))]));
  const columnsIn = (cells: readonly string[], name: Name) =>
    cells.flatMap((cell, at) => (meant.get(name)?.has(headingOf(cell)) ? [at] : []));
  const sheet = readSheet(bytes, (cells) => needed.every((name) => columnsIn(cells, name).length > 0));
  if (!sheet.ok)
    return {
      ok: false,
      faults: [`${sheet.found}. Save the sheet as CSV, with a row of headings: ${needed.map(shown).join(', ')}`],
    };
  const { headings } = sheet;
  const places = new Map(names.map((name) => [name, columnsIn(headings.cells, name)]));
  const twice = names.flatMap((name) => couldAllBe(headings, name, places.get(name) ?? []));
  if (twice.length > 0) return { ok: false, faults: twice };
  const cellIn = (cells: readonly string[]) => (name: Name) => cells[places.get(name)?.[0] ?? -1] ?? '';
  const wrong = headingFault({ line: headings.line, cell: cellIn(headings.cells) });
  if (wrong !== undefined) return { ok: false, faults: [`Line ${headings.line} ${wrong}`] };
  const rows: Row[] = [];
  const faults: string[] = [];
  for (const { line, cells } of sheet.rows) {
    const beyond = cells.slice(headings.cells.length).some((cell) => cell !== '');
    const result = beyond
      ? {
          ok: false as const,
          fault: `has ${cells.length} cells where the headings are ${headings.cells.length}: put a cell with a separator in it into quotation marks`,
        }
      : read({ line, cell: cellIn(cells) });
    if (result.ok) rows.push(result.row);
    else faults.push(`Line ${line} ${result.fault}`);
  }
  if (rows.length > mostRows) faults.push(`The sheet has ${rows.length} rows: at most ${mostRows} are read`);
  if (faults.length === 0 && rows.length === 0) faults.push('Nothing stands below the headings');
  if (faults.length === 0) return { ok: true, rows };
  const more = faults.length - mostFaults;
  return { ok: false, faults: [...faults.slice(0, mostFaults), ...(more > 0 ? [`and ${more} more`] : [])] };
}

function couldAllBe({ line, cells }: SheetRow, name: string, places: readonly number[]): readonly string[] {
  if (places.length < 2) return [];
  const meant = places.map((at) => `"${cells[at]}"`).join(' and ');
  return [
    `Line ${line}: ${meant} could all be ${shown(name)}: take the others out of the file, or name them otherwise`,
  ];
}

const shown = (name: string): string => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
