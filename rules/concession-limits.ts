import type { Concession } from '../contracts/catalogue.ts';

/**
 * How many seats one fan may have at a reduced price, over all orders of an on-sale. The fan says alone that they have a right to it, and proof is
 * asked for only at the door. So it is bounded: by what the season says (`mostPerFan`), else by these numbers. A
 * companion comes with somebody: each wheelchair place of the same performance in the order brings one at most.
 */
const usualMost = 2;
/** A seat that costs nothing is given to one of the order. */
const usualMostFree = 1;

type Limited = Pick<Concession, 'percentOff' | 'mostPerFan' | 'companion'>;

/** Over all orders of a fan. A companion has no number of its own: its place is counted, in each order. */
export function mostOfFan({ percentOff, mostPerFan, companion }: Limited): number {
  if (companion) return mostPerFan ?? Number.POSITIVE_INFINITY;
  return mostPerFan ?? (percentOff === 100 ? usualMostFree : usualMost);
}

/** In one order. `places`: wheelchair places of the performance in it. */
export function mostSeatsAt(concession: Limited, places: number): number {
  return concession.companion ? Math.min(mostOfFan(concession), places) : mostOfFan(concession);
}
