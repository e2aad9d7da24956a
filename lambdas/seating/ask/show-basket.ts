import type { Basket } from '../../../contracts/house.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import type { BasketRecord, HeldEntry } from '../house/basket-record.ts';
import { countedSeats, seatsLeft } from '../house/limit-per-fan.ts';
import type { SaleRules } from '../house/sale-rules.ts';
import { recogniseShopper } from './shopper.ts';
import { type AskReader, withoutEnded } from './view-asked.ts';
import { viewHolds } from './view-holds.ts';
import { viewLapsed } from './view-lapsed.ts';

/**
 * All that a fan has now in the on-sale of their pass, over all its performances: held, sold, or on its way. That the time
 * of the last seats ran out is said too, or a reload would hide it. Seats stay
 * held for their own time when the pass is over (`isOver`), so they are shown with it as well.
 */
export async function showBasket(
  reader: AskReader,
  { pass }: { readonly pass: string | undefined },
  now: number,
): Promise<{ readonly ok: true; readonly basket: Basket; readonly isOver: boolean } | Refusal> {
  const shopper = await recogniseShopper(pass, reader.passKeys, now);
  if (!shopper.ok) return shopper;
  const { onSale, fan, isOver } = shopper;
  const [basket, rules] = await Promise.all([reader.store.basket({ onSale, fan }), reader.books.rules(onSale, now)]);
  return { ok: true, basket: await basketView(reader, basket, rules, now), isOver };
}

export async function basketView(
  reader: AskReader,
  basket: BasketRecord,
  rules: SaleRules | undefined,
  now: number,
): Promise<Basket> {
  const theirs = basket.entries.filter((entry) => countedSeats(entry, now) > 0);
  const { onSale, fan } = basket;
  const [found, lapsed] = await Promise.all([viewHolds(reader, basket, theirs, now), viewLapsed(reader, basket, now)]);
  const holds = await withoutEnded(reader, { onSale, fan }, found, now);
  const all = theirs.filter(
    (entry) => entry.state === 'held' && holds.some(({ hold }) => hold === entry.hold),
  ) as readonly HeldEntry[];
  // The clock is that of what can still be bought; what waits for a bank is its clock where there is nothing else.
  const free = all.filter(({ bank }) => bank === undefined);
  const held = free.length > 0 ? free : all;
  return {
    holds: [...holds, ...lapsed],
    seatsLeft: seatsLeft(basket, rules, now),
    ...(held.length > 0 && {
      timer: {
        // While an extension is on its way from house to house, the first end counts.
        lapsesAt: Math.min(...held.map(({ expiresAt }) => expiresAt)),
        extendable: held.every(({ extended, bank }) => !extended && bank === undefined),
      },
    }),
  };
}
