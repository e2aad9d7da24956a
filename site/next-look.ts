import type { PublishedOnSale } from '../contracts/catalogue.ts';

const everyMs = 30_000;
/** So long before its doors an on-sale is looked at often: staff may hold or hurry them until they open. */
const soonMs = 20 * 60_000;
/** Nobody waits longer for a look: a timer of weeks does not hold. */
export const longestMs = 10 * 60_000;

/** Whether doors open so soon that staff may be moving them. `now` in milliseconds since the epoch. */
export const isSoon = ({ opensAt }: Pick<PublishedOnSale, 'opensAt'>, now: number): boolean =>
  opensAt > now && opensAt - now <= soonMs;

/**
 * Milliseconds until the doors of these on-sales, and the seats that are left, are to be looked at again; undefined if
 * nothing is sold any more. Counts of seats come with the doors: who reads none need not look often once all are open.
 */
export function nextLook(
  sales: readonly Pick<PublishedOnSale, 'opensAt'>[],
  now: number,
  { countsSeats }: { readonly countsSeats: boolean },
): number | undefined {
  if (sales.length === 0) return undefined;
  const opensIn = sales.map(({ opensAt }) => opensAt - now).filter((ms) => ms > 0);
  if (countsSeats && opensIn.length < sales.length) return everyMs;
  return Math.min(longestMs, Math.max(everyMs, Math.min(...opensIn) - soonMs));
}
