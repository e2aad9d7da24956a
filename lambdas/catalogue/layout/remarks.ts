import type { FieldError } from '../../../contracts/refusals.ts';

/*
 * Remarks on a plan's file: faults, for which it is refused, and mentions of what was mended. Each is said once,
 * with all its places by the names that a person in the box office uses: `Block F, row 14, seats 24 to 30`. A fault is
 * said of each row, since each has to be corrected; a mention once for the whole file.
 */

/** A place in the file, and its names in the house. */
export interface FilePlace {
  /** e.g. `zones.0.rows.2.seats.5`. */
  readonly field: string;
  readonly zone?: string;
  /** Empty: a row without a name. */
  readonly row?: string;
  readonly seat?: string;
}

interface Group {
  readonly kind: string;
  readonly says: string;
  readonly at: string;
  readonly places: FilePlace[];
}

const rowsNamed = 6;
const atMost = 100;

export class Remarks {
  readonly #faults = new Map<string, Group>();
  readonly #mentions = new Map<string, Group>();

  /** `says` what is wrong and what to write instead; `at` is added to the place's field. */
  fault(place: FilePlace, says: string, at = ''): void {
    add(this.#faults, `${at}|${place.zone ?? place.field}|${place.row}|${says}`, {
      kind: says,
      says,
      at,
      places: [place],
    });
  }

  /** `kind` tells what is one mention, where `says` differs. */
  mention(place: FilePlace, says: string, kind = says): void {
    add(this.#mentions, kind, { kind, says, at: '', places: [place] });
  }

  /** A hundred are enough to see the trouble; the last one says how many there are. */
  faults(): readonly FieldError[] {
    return cut([...this.#faults.values()]);
  }

  mentions(): readonly FieldError[] {
    return cut([...this.#mentions.values()]);
  }
}

function add(groups: Map<string, Group>, key: string, group: Group): void {
  const known = groups.get(key);
  const [place] = group.places;
  if (known && known.places.at(-1)?.field === place?.field) return;
  if (known) known.places.push(...group.places);
  else groups.set(key, group);
}

function cut(groups: readonly Group[]): readonly FieldError[] {
  const said = groups.slice(0, atMost).map(({ says, at, places }): FieldError => {
    const names = inWords(places);
    return { field: `${places[0]?.field ?? ''}${at}`, message: names === '' ? says : `${names}: ${says}` };
  });
  if (groups.length <= atMost) return said;
  return [...said.slice(0, -1), { field: 'zones', message: `and ${groups.length - atMost + 1} more like these` }];
}

/** `Stalls, row A, seats 1 to 9; Stalls, row B, seat 3`. */
export function inWords(places: readonly FilePlace[]): string {
  const rows = Map.groupBy(places, ({ zone, row, field }) =>
    row === undefined ? (zone ?? '') : `${zone} ${rowPlace(field)}`,
  );
  const said = [...rows.values()].map((own) => {
    const [first] = own;
    if (!first) return '';
    const row = first.row === undefined ? '' : first.row === '' ? ', a row without a name' : `, row ${first.row}`;
    return `${first.zone ?? ''}${row}${seatsInWords(own)}`;
  });
  const shown = said.slice(0, rowsNamed).filter(Boolean).join('; ');
  return said.length > rowsNamed ? `${shown}; and ${said.length - rowsNamed} more` : shown;
}

function seatsInWords(places: readonly FilePlace[]): string {
  const seats = places.flatMap(({ seat }) => (seat === undefined ? [] : [seat === '' ? 'without a number' : seat]));
  const [first, second] = seats;
  if (first === undefined) return '';
  if (second === undefined) return `, seat ${first}`;
  if (seats.length === 2) return `, seats ${first} and ${second}`;
  return `, ${seats.length} seats from ${first} to ${seats.at(-1)}`;
}

/** Two rows of one name are two places. */
function rowPlace(field: string): string {
  return /^zones\.\d+\.rows\.\d+/.exec(field)?.[0] ?? field;
}
