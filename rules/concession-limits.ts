import type { Concession } from '../contracts/catalogue.ts';

/**
 * How many seats of one order may have a reduced price. The fan says alone that they have a right to it, and proof is
 * asked for only at the door. So it is bounded: by what the season says (`mostPerOrder`), else by these numbers. A
 * companion comes with somebody: each wheelchair place of the same performance in the order brings one at most.
 */
const usualMost = 2;
/** A seat that costs nothing is given to one of the order. */
const usualMostFree = 1;

type Limited = Pick<Concession, 'percentOff' | 'mostPerOrder' | 'companion'>;

/** `places`: wheelchair places of the performance in this order. */
export function mostSeatsAt({ percentOff, mostPerOrder, companion }: Limited, places: number): number {
  if (companion) return Math.min(mostPerOrder ?? places, places);
  return mostPerOrder ?? (percentOff === 100 ? usualMostFree : usualMost);
}
