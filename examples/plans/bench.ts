import type { Point } from '../../contracts/plan.ts';
import { at, type Seat } from './layout.ts';

/*
 * Seats side by side along a line or a curve. A bench is a stretch between two aisles; as many seats as
 * fit are put in its middle. A wheelchair place is 90 cm wide with its companion's seat beside it; the wider
 * step from one to the other is no aisle, which the file then says.
 */

const wheelchairWidth = 36;

/** The place in the drawing of a length along a bench. */
export type Curve = (along: number) => Point;

export interface Bench {
  readonly length: number;
  readonly curve: Curve;
  /** Pairs of wheelchair place and companion's seat, from the bench's first end inwards. */
  readonly pairs?: number;
}

export interface Numbering {
  /** e.g. `stalls-C`. */
  readonly prefix: string;
  /** Number of the first seat. */
  readonly first: number;
  readonly seatWidth: number;
  readonly radius: number;
  readonly categoryOf: () => string;
  /** The thing in the way of a seat, by its number from the bench's first end, from 0. `left` seats come after it. */
  readonly viewOf?: (n: number, left: number) => string | undefined;
}

/** An arc around a centre, from one angle to another, in radians clockwise from the right as drawn. */
export function arc(centre: Point, radius: number, from: number, to: number): { length: number; curve: Curve } {
  const length = Math.abs(to - from) * radius;
  const turn = Math.sign(to - from);
  return {
    length,
    curve: (along) => {
      const angle = from + (turn * along) / radius;
      return at(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
    },
  };
}

export function line(from: Point, to: Point): { length: number; curve: Curve } {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return {
    length,
    curve: (along) => at(from.x + ((to.x - from.x) * along) / length, from.y + ((to.y - from.y) * along) / length),
  };
}

export function seatsOn(bench: Bench, numbering: Numbering): readonly Seat[] {
  const { prefix, first, seatWidth, radius, categoryOf, viewOf } = numbering;
  const pairs = bench.pairs ?? 0;
  const single = Math.max(0, Math.floor((bench.length - pairs * (wheelchairWidth + seatWidth)) / seatWidth));
  const widths = [
    ...Array.from({ length: pairs }, () => [wheelchairWidth, seatWidth]).flat(),
    ...Array.from({ length: single }, () => seatWidth),
  ];
  let along = (bench.length - widths.reduce((sum, width) => sum + width, 0)) / 2;
  return widths.map((width, n): Seat => {
    const position = bench.curve(along + width / 2);
    along += width;
    const access = n >= pairs * 2 ? undefined : n % 2 === 0 ? ('wheelchair' as const) : ('companion' as const);
    const wide = n > 0 && n <= pairs * 2;
    const view = viewOf?.(n, widths.length - n - 1);
    const more = { ...(access && { access }), ...(wide && { aisle: false }), ...(view && { view }) };
    return {
      seat_guid: `${prefix}-${first + n}`,
      seat_number: `${first + n}`,
      position,
      category: categoryOf(),
      radius,
      ...(Object.keys(more).length > 0 && { stampede: more }),
    };
  });
}
