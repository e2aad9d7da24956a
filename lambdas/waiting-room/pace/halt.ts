import { isScarce, type Stock } from '../../../contracts/stock.ts';
import type { Halted } from '../line/progress.ts';

/*
 * The dead-man stop. Seating counts its seats every few seconds and says so. If it falls silent, or decides slowly, or
 * refuses nearly everyone though seats are free, something is wrong in the house. Calling more people into it would
 * only make them angry. Then nobody is called until all has been well for a while. It is no trouble that seats run out,
 * nor that a date is added when they have: the refusals of the minute before were for seats that were not there.
 *
 *     well ──silent, slow or refusing──▶ halted ──well again, 15 s at the least──▶ well
 */

/** Written every 2 to 5 s; six times missed is silence. */
export const silenceMs = 30_000;

const atLeastMs = 15_000;

/** Fewer asks a minute than this say nothing. */
const fewestAsks = 20;

/** Shares of the asks of the last minute: the share that stops, and the share that is well again. */
const limits = { slow: { stop: 0.3, well: 0.1 }, refused: { stop: 0.8, well: 0.5 } } as const;

/** Asks are counted over a minute, in counts of 15 s at the slowest, by clocks that differ. */
const scarceMs = 90_000;

/** The halt after a look at the stock. An on-sale is halted only if it was counted before. */
export function haltAfter(halted: Halted | undefined, stock: Stock | undefined, now: number): Halted | undefined {
  const why = stock && troubleOf(stock, halted ? 'well' : 'stop', now);
  if (!why) return halted && now - halted.since < atLeastMs ? halted : undefined;
  return halted ?? { since: now, why };
}

function troubleOf(stock: Stock, limit: 'stop' | 'well', now: number): Halted['why'] | undefined {
  const { countedAt, asks, scarceAt } = stock;
  if (now - countedAt > silenceMs) return 'silent';
  if (asks.decided < fewestAsks) return undefined;
  if (asks.slow > asks.decided * limits.slow[limit]) return 'slow';
  const ranOut = isScarce(stock) || (scarceAt !== undefined && now - scarceAt < scarceMs);
  return !ranOut && asks.refused > asks.decided * limits.refused[limit] ? 'refusing' : undefined;
}

/** In words, for the ledger. */
export const haltReasons: Readonly<Record<Halted['why'], string>> = {
  silent: 'the house has not counted its seats for half a minute',
  slow: 'the house takes longer than 10 s to decide',
  refusing: 'the house refuses nearly everyone though seats are free',
};
