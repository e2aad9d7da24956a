import { normalised } from '../rules/member-number.ts';
import { readSheet, type SheetRow } from '../rules/spreadsheet.ts';
import { cellFault } from './cell-faults.ts';
import { withoutDecimals } from './cell-numbers.ts';
import type { RosterMember } from './roster.ts';

/*
 * The members of a file. It has a column for the member number and one for the postcode, under whatever of the usual
 * names, among any others. All of the file is read before any of it counts, so that every fault is named at once, and a
 * number that comes twice is found however far apart.
 */

/** Headings as `headingOf` writes them, in the languages of the pages. */
const columns = {
  member:
    'member memberno membernum membernumber memberid membershipno membershipnumber membershipid membership memberref ' +
    'membershipref membercard cardno cardnumber patronid patronnumber constituentid customerno customernumber ' +
    'rhifaelod rhifaelodaeth aelod rhifycerdyn ' +
    'mitglied mitgliedsnr mitgliednr mitgliedsnummer mitgliedernummer kundennr kundennummer kartennummer ' +
    'membre nodemembre ndemembre numerodemembre nomembre numeromembre adherent noadherent nadherent numerodadherent ' +
    'numeroadherent ndadherent nodadherent abonne numerodabonne ' +
    'socio nosocio nsocio nodesocio ndesocio numerosocio numerodesocio abonado numerodeabonado',
  postcode:
    'postcode postalcode postcodezip zip zipcode zippostcode zippostalcode postzip codpost cod postleitzahl plz ' +
    'codepostal cp codigopostal cpostal',
} as const;

const names = { member: 'the member number, such as "member"', postcode: 'the postcode, such as "postcode"' } as const;
type Column = keyof typeof columns;
const known = (column: Column) => new Set(columns[column].split(' '));
const knownHeadings = { member: known('member'), postcode: known('postcode') };

/** `Membership No.` is `membershipno`; `Código postal` is `codigopostal`. */
function headingOf(cell: string): string {
  return cell
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** More than this nobody reads at once. */
const mostFaults = 20;

/** The members of a file; throws with every fault of it, by line. */
export function rosterOf(file: Uint8Array): readonly RosterMember[] {
  const sheet = readSheet(
    file,
    (cells) => columnsIn(cells, 'member').length > 0 && columnsIn(cells, 'postcode').length > 0,
  );
  if (!sheet.ok)
    throw new Error(
      `${sheet.found}. Save the sheet as CSV (UTF-8), with headings: one column for ${names.member}, one for ${names.postcode}`,
    );
  const { headings, rows, sureLetters } = sheet;
  const [member, postcode] = [columnOf(headings, 'member'), columnOf(headings, 'postcode')];
  const faults = new Faults();
  const members: RosterMember[] = [];
  const seen = new Map<string, { readonly line: number; readonly postcode: string }>();
  for (const row of rows) {
    // Of two files in one, or above each page.
    const again = headingsAgain(row, member, postcode);
    if (again === 'the same') continue;
    if (again === 'others') {
      faults.add(row.line, 'has other headings than the first: make two files of it');
      continue;
    }
    const found = {
      member: withoutDecimals(row.cells[member] ?? ''),
      postcode: withoutDecimals(row.cells[postcode] ?? ''),
    };
    const wrong =
      rowFault(row, headings) ??
      cellFault('member', found.member, sureLetters) ??
      cellFault('postcode', found.postcode, sureLetters);
    if (wrong !== undefined) {
      faults.add(row.line, wrong);
      continue;
    }
    const [key, place] = [normalised(found.member), normalised(found.postcode)];
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, { line: row.line, postcode: place });
      members.push(found);
    } else if (before.postcode !== place)
      faults.add(row.line, `has the member number of line ${before.line} with another postcode: keep one of them`);
  }
  faults.throwIfAny();
  if (members.length === 0) throw new Error('the roster has no members');
  return members;
}

/** Positions of the columns that may be meant. */
function columnsIn(cells: readonly string[], column: Column): readonly number[] {
  return cells.flatMap((cell, at) => (knownHeadings[column].has(headingOf(cell)) ? [at] : []));
}

/** Whether a row below the headings has headings itself: in the same columns, or in others. */
function headingsAgain({ cells }: SheetRow, member: number, postcode: number): 'the same' | 'others' | undefined {
  if (/\d/.test(cells[member] ?? '') || /\d/.test(cells[postcode] ?? '')) return undefined;
  const [members, postcodes] = [columnsIn(cells, 'member'), columnsIn(cells, 'postcode')];
  if (members.length === 0 || postcodes.length === 0) return undefined;
  return members.includes(member) && postcodes.includes(postcode) ? 'the same' : 'others';
}

function columnOf({ line, cells }: SheetRow, column: Column): number {
  const [at = -1, ...others] = columnsIn(cells, column);
  if (others.length === 0) return at;
  const meant = [at, ...others].map((one) => `"${cells[one]}"`).join(' and ');
  throw new Error(
    `line ${line}: ${meant} could all be ${names[column]}: take the others out of the file, or name them otherwise`,
  );
}

/** More cells than headings: a separator within a cell has moved what follows. */
function rowFault({ cells }: SheetRow, headings: SheetRow): string | undefined {
  const beyond = cells.slice(headings.cells.length).some((cell) => cell !== '');
  return beyond
    ? `has ${cells.length} cells where the headings are ${headings.cells.length}: put a cell with a separator in it into quotation marks`
    : undefined;
}

class Faults {
  #count = 0;
  readonly #first: string[] = [];

  add(line: number, what: string): void {
    this.#count += 1;
    if (this.#first.length < mostFaults) this.#first.push(`line ${line}: ${what}`);
  }

  throwIfAny(): void {
    if (this.#count === 0) return;
    const more = this.#count - this.#first.length;
    const rest = more > 0 ? [`and ${more.toLocaleString('en')} more`] : [];
    throw new Error([...this.#first, ...rest].join('\n  '));
  }
}
