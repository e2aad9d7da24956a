import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { OrderRequest } from '../../../contracts/order.ts';
import type { Slip } from '../../../contracts/pass.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { applyConcessions } from './concessions.ts';
import type { OrderedHold } from './order.ts';

/*
 * A seat costs what its performance's published file says of its category at the moment the order is written down; the
 * order keeps that price whatever is published later. The slip says which seats and categories, and never a price, so a
 * fan cannot bring one along. They may name a concession, if the file has it.
 */

export interface Priced {
  readonly ok: true;
  readonly items: readonly OrderedHold[];
  readonly currency: string;
  readonly timeZone: string;
  /** Milliseconds since the epoch: the earliest performance of the order. */
  readonly firstStartsAt: number;
}

/** `performances` holds the file of every slip's performance that is published. */
export function priceOf(
  slips: readonly Slip[],
  performances: ReadonlyMap<string, PerformanceFile>,
  concessions: OrderRequest['concessions'] = [],
): Priced | Refusal {
  const items: OrderedHold[] = [];
  const found: PerformanceFile[] = [];
  for (const [at, slip] of slips.entries()) {
    const performance = performances.get(slip.performance);
    if (!performance)
      return refuse('performance-unknown', 'This performance is no longer published. Ask the box office.', {
        errors: [{ field: `body.slips.${at}`, message: `is for ${slip.performance}, which is not published` }],
      });
    found.push(performance);
    items.push({
      hold: slip.hold,
      ...(slip.lane !== undefined && { share: slip.lane }),
      performance: performance.id,
      title: performance.title,
      startsAt: performance.startsAt,
      venue: performance.venue,
      seats: slip.seats.map(({ id, label, category }) => ({
        id,
        label,
        category,
        price: priceIn(performance, category),
      })),
    });
  }
  const [first, ...others] = found;
  if (!first) throw new Error('An order needs a slip');
  if (others.some(({ currency, timeZone }) => currency !== first.currency || timeZone !== first.timeZone))
    return refuse('bad-request', 'Order performances in different currencies or time zones one after the other.', {
      errors: [{ field: 'body.slips', message: 'are for performances of different currencies or time zones' }],
    });
  const reduced = applyConcessions(items, concessions, performances);
  if (!reduced.ok) return reduced;
  return {
    ok: true,
    items: reduced.items,
    currency: first.currency,
    timeZone: first.timeZone,
    firstStartsAt: Math.min(...found.map(({ startsAt }) => startsAt)),
  };
}

/** Minor units, before any concession. */
export function priceIn(performance: PerformanceFile, category: string): number {
  const price = Object.hasOwn(performance.prices, category) ? performance.prices[category] : undefined;
  // Publishing refuses a performance without a price for each category of its plan.
  if (price === undefined) throw new Error(`${performance.id} has no price for category ${category}`);
  return price;
}
