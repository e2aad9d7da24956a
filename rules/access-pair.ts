import type { HoldRequest } from '../contracts/house.ts';
import type { PlanSection } from '../contracts/plan.ts';
import { type RowSeat, rowPicture } from './row-picture.ts';

/**
 * A wheelchair place chosen on the plan. The place and its companion's seat are one choice, and asked for as the best
 * pair near that place: a name alone does not say who needs it. Each place has at most one companion's seat of its own,
 * right beside it. If two places share a run (w c w c), they are matched from left to right, so that no pair breaks up
 * another.
 */
export interface AccessChoice {
  /** Ids, the wheelchair place first: to be shown as chosen. */
  readonly seats: readonly string[];
  readonly wish: HoldRequest;
}

/**
 * The seats that a click on a wheelchair place, or on a companion's seat, asks for. Of two only the place is asked for
 * where no companion's seat is left. Undefined if it cannot be had, or is not such a seat. `taken` are ids.
 */
export function accessWish(
  section: PlanSection,
  taken: ReadonlySet<string>,
  clicked: string,
  count: 1 | 2 = 2,
): AccessChoice | undefined {
  const row = rowPicture(section);
  const free = (index: number) => !taken.has(row[index]?.id ?? '');
  const at = row.findIndex(({ id }) => id === clicked);
  const index =
    row[at]?.access === 'companion'
      ? row.findIndex((_, place) => free(place) && companionFor(row, free, place) === at)
      : at;
  const place = row[index];
  if (place?.access !== 'wheelchair' || !free(index)) return undefined;
  const companion = count === 2 ? row[companionFor(row, free, index) ?? -1] : undefined;
  const seats = companion ? [place, companion] : [place];
  const sameBand = seats.every(({ category }) => category === place.category);
  return {
    seats: seats.map(({ id }) => id),
    wish: {
      best: {
        count: seats.length,
        access: 'wheelchair',
        section: section.id,
        near: place.id,
        ...(sameBand && { category: place.category }),
      },
    },
  };
}

/** The asking section's seats in order. */
type AskedRow = readonly Pick<RowSeat, 'access' | 'rowAt'>[];

/** The companion's seat for a wheelchair place: its own, else a free one beside it whose own place is gone. */
export function companionFor(row: AskedRow, free: (index: number) => boolean, place: number): number | undefined {
  if (row[place]?.access !== 'wheelchair') return undefined;
  const own = pairsOf(row);
  const mine = own.get(place);
  if (mine !== undefined && free(mine)) return mine;
  const owner = new Map([...own].map(([wheelchair, companion]) => [companion, wheelchair]));
  return [place - 1, place + 1].find((beside) => {
    if (!isBeside(row, place, beside) || !free(beside)) return false;
    const other = owner.get(beside);
    return other === undefined || !free(other);
  });
}

/** Companion's seat by wheelchair place, as indexes. */
function pairsOf(row: AskedRow): ReadonlyMap<number, number> {
  const known = pairs.get(row);
  if (known) return known;
  const matched = new Map<number, number>();
  const used = new Set<number>();
  for (const [index, { access }] of row.entries()) {
    if (access !== 'wheelchair') continue;
    const companion = [index - 1, index + 1].find((beside) => isBeside(row, index, beside) && !used.has(beside));
    if (companion === undefined) continue;
    matched.set(index, companion);
    used.add(companion);
  }
  pairs.set(row, matched);
  return matched;
}

/** Found once for a section, however often it is asked. */
const pairs = new WeakMap<AskedRow, ReadonlyMap<number, number>>();

function isBeside(row: AskedRow, place: number, beside: number): boolean {
  return row[beside]?.access === 'companion' && row[beside]?.rowAt === row[place]?.rowAt;
}
