import { variedOnSales } from './houses.ts';
import { simulateOnSale } from './on-sale.ts';
import type { CalibrationFacts } from './page.ts';
import { scoreChances, scoreWaits } from './scores.ts';

export interface CalibrationOptions {
  readonly seed: number;
  readonly onSales: number;
  /**
   * Seats of the largest house.
   * @default 5000
   */
  readonly largest?: number;
}

const spans = [
  [0, 2],
  [2, 5],
  [5, 10],
  [10, 20],
  [20, 40],
  [40, 300],
] as const;

/** Simulates so many on-sales and scores what was shown. The same seed gives the same numbers. */
export function calibrate({ seed, onSales, largest }: CalibrationOptions): CalibrationFacts {
  const seen = variedOnSales(seed, onSales, largest).map(simulateOnSale);
  const waits = seen.flatMap((one) => one.waits);
  return {
    seed,
    onSales,
    soldOut: seen.filter(({ soldOutAfter }) => soldOutAfter !== undefined).length,
    chances: scoreChances(seen.flatMap(({ chances }) => chances)),
    waits: scoreWaits(waits),
    waitsByTime: spans.map(([from, to]) => ({
      from,
      to,
      score: scoreWaits(waits.filter(({ after }) => after >= from && after < to)),
    })),
  };
}
