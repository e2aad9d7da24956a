import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { Plan } from '../../../contracts/plan.ts';
import type { TrialOpening } from '../../../contracts/trial.ts';
import type { SaleRules } from './sale-rules.ts';

/*
 * The house of a trial: ten rows of twenty seats, for an hour. A run buys one seat and gives it back. A run that died
 * leaves one sold; the house of the next hour is another. So it cannot fill: a run each five minutes leaves twelve sold
 * at the worst.
 */

const rows = 10;
const seatsInRow = 20;
const category = 'trial';

export const trialPlan: Plan = {
  v: 1,
  id: 'trial-hall-1',
  name: 'Trial',
  width: seatsInRow,
  height: rows,
  focalPoint: { x: seatsInRow / 2, y: 0 },
  categories: [{ id: category, name: 'Trial', color: '#777777' }],
  sections: [
    {
      id: 'hall',
      name: 'Hall',
      kind: 'seated',
      neighbours: [],
      rows: Array.from({ length: rows }, (_, y) => ({
        label: `${y + 1}`,
        seats: Array.from({ length: seatsInRow }, (_, x) => ({
          id: `trial-${y + 1}-${x + 1}`,
          number: `${x + 1}`,
          x: x + 0.5,
          y: y + 1,
          category,
        })),
      })),
    },
  ],
  scenery: [],
  seats: rows * seatsInRow,
};

/** A hold that a dead run left is free again after so long. */
export const trialRules: SaleRules = { seatsPerFan: 1, holdMinutes: 5 };

const dayMs = 24 * 60 * 60_000;

/** With a price, so that the pretend card is charged and refunded. Fans may cancel until it begins, on the next day. */
export function trialPerformance({ onSale, closesAt }: TrialOpening): PerformanceFile {
  return {
    v: 1,
    id: onSale,
    show: 'trial',
    title: 'Trial',
    venue: 'Trial',
    startsAt: closesAt + dayMs,
    plan: trialPlan.id,
    prices: { [category]: 1000 },
    currency: 'EUR',
    timeZone: 'UTC',
    onSales: [{ id: onSale, ...trialRules, returnHours: 0 }],
  };
}
