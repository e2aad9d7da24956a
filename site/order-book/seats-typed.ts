import { type PlanSection, seatLabel } from '../../contracts/plan.ts';
import { folded } from '../../rules/folded.ts';

/*
 * Seats as staff type them while somebody is on the telephone: `C14, C15`, `C 14, 15` or `row C seat 14`. A number
 * alone is in the row named before it; a seat's id is understood too. If a part is not understood, or not free, the
 * page says so seat by seat, and guesses nothing.
 */

export type TypedSeat =
  | { readonly typed: string; readonly ok: true; readonly id: string; readonly label: string }
  | { readonly typed: string; readonly ok: false; readonly why: 'unknown' | 'taken' | 'access' | 'twice' };

export function seatsTyped(text: string, section: PlanSection, taken: ReadonlySet<string>): readonly TypedSeat[] {
  const found: TypedSeat[] = [];
  let row = '';
  for (const typed of text
    .split(/[,;\n]+/)
    .map((piece) => piece.trim())
    .filter(Boolean)) {
    const seat = seatNamed(typed, section, row);
    row = seat?.row ?? row;
    found.push(judge(typed, section, seat, taken, found));
  }
  return found;
}

interface Named {
  readonly row: string;
  readonly seat: PlanSection['rows'][number]['seats'][number];
}

function seatNamed(typed: string, section: PlanSection, rowBefore: string): Named | undefined {
  const all = section.rows.flatMap((row) => row.seats.map((seat) => ({ row: row.label, seat })));
  const byId = all.find(({ seat }) => seat.id === typed);
  if (byId) return byId;
  const words = plain(typed)
    .split(' ')
    .filter((word) => word !== 'row' && word !== 'seat' && word !== '');
  const [first = '', second] = words;
  if (words.length > 2) return undefined;
  const named = all.filter(({ row, seat }) => {
    if (second !== undefined) return plain(row) === first && plain(seat.number) === second;
    return plain(row) + plain(seat.number) === first;
  });
  // Row 1 seat 12 and row 11 seat 2 are both `112`: two words say which.
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  return second === undefined && rowBefore !== ''
    ? all.find(({ row, seat }) => row === rowBefore && plain(seat.number) === first)
    : undefined;
}

function judge(
  typed: string,
  section: PlanSection,
  named: Named | undefined,
  taken: ReadonlySet<string>,
  before: readonly TypedSeat[],
): TypedSeat {
  if (!named) return { typed, ok: false, why: 'unknown' };
  const { seat, row } = named;
  if (before.some((one) => one.ok && one.id === seat.id)) return { typed, ok: false, why: 'twice' };
  if (taken.has(seat.id)) return { typed, ok: false, why: 'taken' };
  if (seat.access) return { typed, ok: false, why: 'access' };
  return { typed, ok: true, id: seat.id, label: seatLabel(section, row, seat) };
}

function plain(text: string): string {
  return folded(text)
    .replace(/[\s.-]+/g, ' ')
    .trim();
}
