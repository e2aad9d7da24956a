import type { Concession } from './catalogue.ts';

/** The price with a concession: minor units, half a unit rounds up. A file of its own, for pages that must stay small. */
export function reduced(price: number, { percentOff }: Pick<Concession, 'percentOff'>): number {
  return Math.floor((price * (100 - percentOff) + 50) / 100);
}
