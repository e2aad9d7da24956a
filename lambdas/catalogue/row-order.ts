import type { PlanRow, PlanSeat } from '../../contracts/plan.ts';

/*
 * Finds the seats that are beside one another. A row is in order from left to right as drawn: along the line between
 * its two seats farthest apart, unless a shorter way is the file's own order (a horseshoe), or the walk from each seat
 * to the nearest one (a table whose numbers go to and fro). Two seats with more than 1.6 times the row's usual spacing
 * between them have an aisle between them, because a seat left out leaves twice the spacing and curves and rounding
 * stay below 1.2 times.
 */

const aisleGap = 1.6;
/** A row that is walked in one line needs no other way; a curve of a quarter of a circle is 1.11 times its chord. */
const straight = 1.2;
/** Two ways of one length differ by so much at most. */
const rounding = 1e-6;

/** A seat before the row is put in order. `aisle` is what the file says of the gap before it, if anything. */
export interface LooseSeat extends Omit<PlanSeat, 'aisle'> {
  readonly aisle?: boolean;
}

export function rowInOrder(label: string, loose: readonly LooseSeat[]): PlanRow {
  const drawn = leftToRight(loose);
  const usual = usualSpacing(drawn);
  const seats = drawn.map((seat, at): PlanSeat => {
    const { aisle: said, ...rest } = seat;
    const before = drawn[at - 1];
    const gap = before ? apart(before, seat) : 0;
    const aisle = before !== undefined && (said ?? gap > usual * aisleGap);
    return aisle ? { ...rest, aisle: true } : rest;
  });
  return { label, seats };
}

/** The middle one of the distances between seats that follow one another; 0 for a single seat. */
export function usualSpacing(seats: readonly { readonly x: number; readonly y: number }[]): number {
  const gaps = seats.slice(1).map((seat, at) => apart(seats[at] ?? seat, seat));
  gaps.sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? 0;
}

function leftToRight(seats: readonly LooseSeat[]): readonly LooseSeat[] {
  const [first] = seats;
  if (!first || seats.length < 2) return seats;
  const start = farthestFrom(first, seats);
  const end = farthestFrom(start, seats);
  const along = (seat: LooseSeat) => (seat.x - start.x) * (end.x - start.x) + (seat.y - start.y) * (end.y - start.y);
  const sorted = [...seats].sort((a, b) => along(a) - along(b));
  const line = way(sorted) < way(seats) ? sorted : seats;
  const walk = way(line) > apart(start, end) * straight ? nearestFirst(start, seats) : line;
  const order = way(walk) < way(line) - rounding ? walk : line;
  return runsLeftToRight(order) ? order : turned(order);
}

/** From each seat to the nearest of those that are left. */
function nearestFirst(start: LooseSeat, seats: readonly LooseSeat[]): readonly LooseSeat[] {
  const left = new Set(seats);
  const order = [start];
  left.delete(start);
  for (let from = start; left.size > 0; ) {
    const near = [...left].reduce((best, seat) => (apart(from, seat) < apart(from, best) ? seat : best));
    order.push(near);
    left.delete(near);
    from = near;
  }
  return order;
}

/** Steep rows, more up than across by ten to one, run from top to bottom. */
function runsLeftToRight(seats: readonly LooseSeat[]): boolean {
  const [first, last] = [seats[0], seats.at(-1)];
  if (!first || !last) return true;
  const dx = last.x - first.x;
  const dy = last.y - first.y;
  return Math.abs(dx) * 10 > Math.abs(dy) ? dx >= 0 : dy >= 0;
}

/** The row the other way round. The gap before a seat becomes the gap before the next one. */
function turned(seats: readonly LooseSeat[]): readonly LooseSeat[] {
  return seats.toReversed().map((seat, at, all) => {
    const { aisle: _aisle, ...rest } = seat;
    const said = all[at - 1]?.aisle;
    return said === undefined ? rest : { ...rest, aisle: said };
  });
}

function way(seats: readonly LooseSeat[]): number {
  return seats.slice(1).reduce((sum, seat, at) => sum + apart(seats[at] ?? seat, seat), 0);
}

function farthestFrom(from: LooseSeat, seats: readonly LooseSeat[]): LooseSeat {
  return seats.reduce((far, seat) => (apart(from, seat) > apart(from, far) ? seat : far), from);
}

function apart(a: { readonly x: number; readonly y: number }, b: { readonly x: number; readonly y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
