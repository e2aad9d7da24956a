import type { HouseAsk } from '../../../contracts/house.ts';
import { entryOf, withEntry } from '../house/basket.ts';
import type { HouseStore } from '../house/house-store.ts';

/*
 * An ask that failed five times was set aside. Its fan is told at once, instead of when its time is over: a hold is
 * refused as lost, unless it was decided after all. The basket's version keeps this apart from an allocator that is still
 * at it: one of the two finds the basket moved and sees what the other wrote. For the other asks nothing is to be
 * written. Seats that should have been given back, or held longer, are shown as they are. A sale or a change is asked for
 * again by ordering's clock.
 */

export type Ended = 'refused' | 'was-answered' | 'stands-as-it-is' | 'is-asked-again';

/** Whoever writes a basket that often in between has answered. */
const tries = 10;

export async function endLostAsk(
  store: Pick<HouseStore, 'baskets' | 'writeBasket'>,
  ask: HouseAsk,
  now: number,
): Promise<Ended> {
  if (ask.ask === 'sell' || ask.ask === 'change') return 'is-asked-again';
  if (ask.ask !== 'hold') return 'stands-as-it-is';
  const { hold, performance, onSale, fan } = ask;
  for (let attempt = 0; attempt < tries; attempt++) {
    const [basket] = await store.baskets([{ onSale, fan }]);
    if (!basket || entryOf(basket, hold)) return 'was-answered';
    const entry = { state: 'refused', hold, performance, decidedAt: now, refusal: 'lost', taken: [] } as const;
    const ended = { ...withEntry(basket, entry, now), version: basket.version + 1 };
    if ((await store.writeBasket(ended)).ok) return 'refused';
  }
  throw new Error(`The basket of hold ${hold} moved ${tries} times`);
}
