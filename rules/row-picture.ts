import type { PlanSeat, PlanSection } from '../contracts/plan.ts';
import { isGeneral } from './access-seats.ts';

/**
 * One picture of a row, for the allocator and for the page that advises a fan who names seats. It shows who sits beside
 * whom, and which seat a choice leaves single. A free seat is single if neither seat beside it is free too. Aisles, the
 * ends of a row, taken seats and places for wheelchairs are walls. A free seat of another price band is a neighbour
 * like any other. A choice is to blame only for singles right beside it: that is the only place where it can make one.
 *
 *     ■ ○ ● ● ○ ○ ■      ● chosen, ■ taken: the seat on the left becomes single, the two on the right do not
 */
export interface RowSeat extends PlanSeat {
  readonly row: string;
  /** The same number for seats of one row. */
  readonly rowAt: number;
  /** Nothing lies between this seat and the one before it in the section's order. */
  readonly joined: boolean;
}

/** The facts of a seat that the rule uses. */
type Beside = Pick<RowSeat, 'joined' | 'access'>;

/** The seats of a section in its state's order. */
export function rowPicture({ rows }: Pick<PlanSection, 'rows'>): readonly RowSeat[] {
  return rows.flatMap(({ label, seats }, rowAt) =>
    seats.map((seat, at) => ({ ...seat, row: label, rowAt, joined: at > 0 && !seat.aisle })),
  );
}

/** `free`: general seats that nobody has or has chosen. */
function isSingle(row: readonly Beside[], free: (index: number) => boolean, index: number): boolean {
  if (!free(index)) return false;
  const left = row[index]?.joined === true && free(index - 1);
  const right = row[index + 1]?.joined === true && free(index + 1);
  return !left && !right;
}

/** Whether `count` seats side by side from `first` on leave a single. `taken`: a byte a seat, 0 is free. */
export function wouldLeaveSingle(
  row: readonly Beside[],
  taken: ArrayLike<number>,
  first: number,
  count: number,
): boolean {
  const end = first + count;
  const free = (index: number) => (index < first || index >= end) && taken[index] === 0 && isGeneral(row[index] ?? {});
  return (
    (row[first]?.joined === true && isSingle(row, free, first - 1)) ||
    (row[end]?.joined === true && isSingle(row, free, end))
  );
}

/** The singles that chosen seats leave, wherever they are, in order. `free` says of a seat whether it was before. */
export function singlesLeft(
  row: readonly Beside[],
  free: (index: number) => boolean,
  chosen: ReadonlySet<number>,
): readonly number[] {
  const stillFree = (index: number) => !chosen.has(index) && free(index);
  const singles = new Set<number>();
  for (const index of chosen) {
    if (row[index]?.joined && isSingle(row, stillFree, index - 1)) singles.add(index - 1);
    if (row[index + 1]?.joined && isSingle(row, stillFree, index + 1)) singles.add(index + 1);
  }
  return [...singles].sort((a, b) => a - b);
}

/** Chosen seats as groups that sit side by side. Ascending indexes in, ascending out. */
export function groupsOf(row: readonly Beside[], chosen: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const index of chosen) {
    const group = groups.at(-1);
    if (group && row[index]?.joined && group.at(-1) === index - 1) group.push(index);
    else groups.push([index]);
  }
  return groups;
}

/**
 * Free ways for a group to sit side by side elsewhere on equal seats. These have as many of each price band, and no
 * more seats with a spoilt view. Each is a list of ascending indexes.
 */
export function equalGroups(
  row: readonly RowSeat[],
  free: (index: number) => boolean,
  like: readonly RowSeat[],
): readonly (readonly number[])[] {
  const bands = bandsOf(like);
  const views = viewsOf(like);
  return row.flatMap((_, first) => {
    if (!free(first)) return [];
    const group = like.map((_, at) => first + at);
    if (!group.every((index, at) => free(index) && (at === 0 || row[index]?.joined === true))) return [];
    const seats = group.flatMap((index) => row[index] ?? []);
    return bandsOf(seats) === bands && viewsOf(seats) <= views ? [group] : [];
  });
}

const bandsOf = (seats: readonly RowSeat[]) =>
  seats
    .map(({ category }) => category)
    .sort()
    .join(' ');

const viewsOf = (seats: readonly RowSeat[]) => seats.filter(({ view }) => view !== undefined).length;

/** The middle of some seats. */
export function centreOf(seats: readonly { readonly x: number; readonly y: number }[]): { x: number; y: number } {
  const sum = seats.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / seats.length, y: sum.y / seats.length };
}
