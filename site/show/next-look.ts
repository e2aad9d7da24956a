import type { PublishedOnSale } from '../../contracts/catalogue.ts';

const everyMs = 30_000;
/** Nobody waits longer for a look: a timer of weeks does not hold. */
const longestMs = 10 * 60_000;

/** Milliseconds until the seats of a show are to be looked at again; undefined if nothing of it is sold any more. */
export function nextLook(sales: readonly Pick<PublishedOnSale, 'opensAt'>[], now: number): number | undefined {
  if (sales.length === 0) return undefined;
  const opensIn = Math.min(...sales.map(({ opensAt }) => opensAt)) - now;
  // The first count of a line comes with its doors, and is published some seconds later.
  return opensIn <= 0 ? everyMs : Math.min(longestMs, opensIn + everyMs / 2);
}
