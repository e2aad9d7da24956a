import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { OrderRequest } from '../../../contracts/order.ts';
import type { Slip } from '../../../contracts/pass.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { applyConcessions } from './concessions.ts';
import type { OrderedHold } from './order.ts';
import type { KnownSeat, PlanSeats } from './plan-seats.ts';
import type { AskedReduction } from './reduced-book.ts';

/*
 * A seat costs what its performance's published file says of its category at the moment the order is written down; the
 * order keeps that price whatever is published later. The category is the published plan's. The slip says which seats,
 * and nothing of what they are, so whoever carries or even signs one cannot bring a price along. A fan may name a
 * concession, if the file has it.
 */

export interface Priced {
  readonly ok: true;
  readonly items: readonly OrderedHold[];
  /** The reduced prices among them, as they were asked for. */
  readonly reduced: readonly AskedReduction[];
  readonly currency: string;
  readonly timeZone: string;
  /** Milliseconds since the epoch: the earliest performance of the order. */
  readonly firstStartsAt: number;
}

/** A performance as it is published, and the seats of its plan. */
export interface PerformanceSeats {
  readonly performance: PerformanceFile;
  readonly seats: PlanSeats;
}

/** `onSale` holds every slip's performance that is published, by its id. */
export function priceOf(
  slips: readonly Slip[],
  onSale: ReadonlyMap<string, PerformanceSeats>,
  concessions: OrderRequest['concessions'] = [],
): Priced | Refusal {
  const items: OrderedHold[] = [];
  const files: PerformanceFile[] = [];
  for (const [at, slip] of slips.entries()) {
    const found = onSale.get(slip.performance);
    if (!found)
      return refuse('performance-unknown', 'This performance is no longer published. Ask the box office.', {
        errors: [{ field: `body.slips.${at}`, message: 'is for a performance that is not published' }],
      });
    const { performance, seats } = found;
    if (performance.cancelled)
      return refuse('performance-cancelled', 'Give its seats back and choose another date. Nothing was charged.', {
        errors: [{ field: `body.slips.${at}`, message: 'is for a performance that does not take place' }],
      });
    const strange = slip.seats.find((id) => !seats.has(id));
    if (strange !== undefined)
      return refuse('slip-forged', 'Go back to the seats that you hold, and order from there.', {
        errors: [{ field: `body.slips.${at}`, message: 'names a seat that its performance does not have' }],
      });
    files.push(performance);
    items.push({
      hold: slip.hold,
      ...(slip.share !== undefined && { share: slip.share }),
      performance: performance.id,
      title: performance.title,
      startsAt: performance.startsAt,
      venue: performance.venue,
      seats: slip.seats.map((id) => {
        const { label, category } = seats.get(id) as KnownSeat;
        return { id, label, category, price: priceIn(performance, category) };
      }),
    });
  }
  const [first, ...others] = files;
  if (!first) throw new Error('An order needs a slip');
  if (others.some(({ currency, timeZone }) => currency !== first.currency || timeZone !== first.timeZone))
    return refuse('bad-request', 'Order performances in different currencies or time zones one after the other.', {
      errors: [{ field: 'body.slips', message: 'are for performances of different currencies or time zones' }],
    });
  const places = new Map(items.map((item) => [item.hold, placesIn(item, onSale.get(item.performance)?.seats)]));
  const reduced = applyConcessions(items, concessions, new Map(files.map((file) => [file.id, file])), places);
  if (!reduced.ok) return reduced;
  return {
    ok: true,
    items: reduced.items,
    reduced: reduced.asked,
    currency: first.currency,
    timeZone: first.timeZone,
    firstStartsAt: Math.min(...files.map(({ startsAt }) => startsAt)),
  };
}

function placesIn({ seats }: OrderedHold, known: PlanSeats | undefined): number {
  return seats.filter(({ id }) => known?.get(id)?.access === 'wheelchair').length;
}

/** Minor units, before any concession. */
export function priceIn(performance: PerformanceFile, category: string): number {
  const price = Object.hasOwn(performance.prices, category) ? performance.prices[category] : undefined;
  // Publishing refuses a performance without a price for each category of its plan.
  if (price === undefined) throw new Error(`${performance.id} has no price for category ${category}`);
  return price;
}
