import { isByCapacity, type PlanSection } from '../contracts/plan.ts';
import { isGeneral } from './access-seats.ts';
import { centreOf, equalGroups, groupsOf, type RowSeat, rowPicture, singlesLeft } from './row-picture.ts';

/**
 * Advice to a fan who picks seats by name. It says which seats the picks would leave single. It says where else as many
 * could sit and leave none, in the same row first, then nearest. It is advice and never a dead end. If there is no such
 * place in the section, nothing is said, and the house holds the picks as they are. A party stays as it is grouped. A
 * group that leaves a single moves as one, to equal seats (same price bands, no worse view). A party with gaps in one
 * row may also close them.
 */
export interface Guidance {
  /** Ids of the seats nobody could sit beside. Empty: nothing to say. */
  readonly singles: readonly string[];
  /** For as many, nearest first, three at most. Each is the ids of all the picks as they would be. */
  readonly instead: readonly (readonly string[])[];
}

const nothing: Guidance = { singles: [], instead: [] };
const offers = 3;

/** `taken` and `picks` are ids of seats; picks elsewhere than in this section are left alone. */
export function guideSeats(section: PlanSection, taken: ReadonlySet<string>, picks: readonly string[]): Guidance {
  if (isByCapacity(section)) return nothing;
  const wanted = new Set(picks);
  const row = rowPicture(section);
  const picked = row.flatMap((seat, index) => (wanted.has(seat.id) && isGeneral(seat) ? [index] : []));
  const state: RowState = { row, free: (index) => isFree(row[index], taken) };
  const singles = singlesLeft(row, state.free, new Set(picked));
  if (singles.length === 0) return nothing;
  const ways = [...closedUp(state, picked), ...moved(state, picked, offers)];
  const different = new Map(ways.map((way) => [way.join(), way]));
  if (different.size === 0) return nothing;
  const ids = (indexes: readonly number[]) => indexes.map((index) => row[index]?.id ?? '');
  return { singles: ids(singles), instead: [...different.values()].slice(0, offers).map(ids) };
}

interface RowState {
  readonly row: readonly RowSeat[];
  /** General seats that nobody has; the picks are among them. */
  readonly free: (index: number) => boolean;
}

export function isFree(seat: RowSeat | undefined, taken: ReadonlySet<string>): boolean {
  return seat !== undefined && isGeneral(seat) && !taken.has(seat.id);
}

/** A party with gaps in one row, side by side in that row. */
function closedUp({ row, free }: RowState, picked: readonly number[]): readonly (readonly number[])[] {
  const rows = new Set(picked.map((index) => row[index]?.rowAt));
  if (rows.size > 1 || groupsOf(row, picked).length < 2) return [];
  const party = seatsAt(row, picked);
  return nearestFirst(row, equalGroups(row, free, party), party).filter(
    (way) => rows.has(row[way[0] ?? -1]?.rowAt) && singlesLeft(row, free, new Set(way)).length === 0,
  );
}

/** The first group that leaves a single moves to where it leaves none, and so on until none is left. */
function moved(state: RowState, picked: readonly number[], ways: number): readonly (readonly number[])[] {
  const { row, free } = state;
  const singles = singlesLeft(row, free, new Set(picked));
  if (singles.length === 0) return [picked];
  const group = groupsOf(row, picked).find((one) =>
    singles.some((single) => single === (one[0] ?? 0) - 1 || single === (one.at(-1) ?? 0) + 1),
  );
  if (!group) return [];
  const others = picked.filter((index) => !group.includes(index));
  const party = seatsAt(row, group);
  const unpicked = (index: number) => free(index) && !others.includes(index);
  return nearestFirst(row, equalGroups(row, unpicked, party), party)
    .map((way) => [...others, ...way].sort((a, b) => a - b))
    .filter((way) => singlesLeft(row, free, new Set(way)).length < singles.length)
    .flatMap((way) => moved(state, way, 1))
    .slice(0, ways);
}

function seatsAt(row: readonly RowSeat[], indexes: readonly number[]): readonly RowSeat[] {
  return indexes.flatMap((index) => row[index] ?? []);
}

/** The same row first, then by distance. */
function nearestFirst(
  row: readonly RowSeat[],
  groups: readonly (readonly number[])[],
  from: readonly RowSeat[],
): readonly (readonly number[])[] {
  const middle = centreOf(from);
  const rank = (group: readonly number[]) => {
    const there = centreOf(seatsAt(row, group));
    const sameRow = row[group[0] ?? -1]?.rowAt === from[0]?.rowAt;
    return { group, otherRow: sameRow ? 0 : 1, far: Math.hypot(there.x - middle.x, there.y - middle.y) };
  };
  return groups
    .map(rank)
    .sort((a, b) => a.otherRow - b.otherRow || a.far - b.far)
    .map(({ group }) => group);
}
