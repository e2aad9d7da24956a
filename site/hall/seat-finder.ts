import type { Point } from '../../contracts/plan.ts';

/**
 * The place nearest to a point, among tens of thousands: places lie in square cells, and only the cells within reach are
 * looked through. A reach of one seat is a handful of comparisons.
 */
export interface FoundSeat {
  readonly section: number;
  readonly index: number;
}

interface PlacedSeat extends Point, FoundSeat {}

export type Find = (point: Point, within: number) => FoundSeat | undefined;

export function finderOf(sections: readonly { readonly seats: readonly Point[] }[], side: number): Find {
  const cells = new Map<string, PlacedSeat[]>();
  const cellOf = (at: number) => Math.floor(at / side);
  sections.forEach(({ seats }, section) => {
    seats.forEach(({ x, y }, index) => {
      const key = `${cellOf(x)} ${cellOf(y)}`;
      const placed = { x, y, section, index };
      const cell = cells.get(key);
      if (cell) cell.push(placed);
      else cells.set(key, [placed]);
    });
  });
  return ({ x, y }, within) => {
    let best: PlacedSeat | undefined;
    let least = within;
    for (let column = cellOf(x - within); column <= cellOf(x + within); column += 1) {
      for (let line = cellOf(y - within); line <= cellOf(y + within); line += 1) {
        for (const placed of cells.get(`${column} ${line}`) ?? []) {
          const far = Math.hypot(placed.x - x, placed.y - y);
          if (far > least) continue;
          best = placed;
          least = far;
        }
      }
    }
    return best;
  };
}
