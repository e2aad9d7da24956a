import type { HouseAsk } from '../../../contracts/house.ts';
import { entryOf, withEntry } from '../house/basket.ts';
import type { HouseStore } from '../house/house-store.ts';
import { type Allocator, allocateSeats } from './allocate-seats.ts';

/*
 * An ask that failed ten times was set aside. Its fan is told at once, instead of when its time is over: a hold is
 * refused as lost, or lapses if it was half done, unless it was decided after all. The basket's version keeps this apart
 * from an allocator that is still at it: one of the two finds the basket moved and sees what the other wrote.
 *
 * A hold or a release that is in the basket may be half done: an allocator died between two sections. Then it is decided
 * once more, as every late message is, and the seats that it left are free. No message comes after this one, so without
 * it they would stay taken until they lapse.
 *
 * For the other asks nothing is to be written. Seats that should have been held longer are shown as they are. A sale or
 * a change is asked for again by ordering's clock.
 */

export type Ended = 'refused' | 'was-answered' | 'stands-as-it-is' | 'is-asked-again';

/** Whoever writes a basket that often in between has answered. */
const tries = 10;

export async function endLostAsk(allocator: Omit<Allocator, 'tell'>, ask: HouseAsk, now: number): Promise<Ended> {
  if (ask.ask === 'sell' || ask.ask === 'change' || ask.ask === 'seat-anew') return 'is-asked-again';
  if (ask.ask === 'extend') return 'stands-as-it-is';
  if (ask.ask === 'hold' && (await refuseUnknown(allocator.store, ask, now))) return 'refused';
  // Of a hold or a release ordering hears nothing.
  const { decisions, fault } = await allocateSeats({ ...allocator, tell: async () => {} }, [ask], now);
  const [decision] = decisions;
  if (!decision) throw new Error(`Ask ${ask.id} was not ended`, { cause: fault });
  const { onSale, fan, hold } = ask;
  const [basket] = await allocator.store.baskets([{ onSale, fan }]);
  const after = basket && entryOf(basket, hold);
  if (after?.state === 'refused' || after?.state === 'lapsed') return 'refused';
  return ask.ask === 'hold' ? 'was-answered' : 'stands-as-it-is';
}

/** Refuses a hold that no allocator wrote anything of: the basket alone, so also if the house is what fails. */
async function refuseUnknown(
  store: Pick<HouseStore, 'baskets' | 'writeBasket'>,
  { hold, performance, onSale, fan }: Extract<HouseAsk, { ask: 'hold' }>,
  now: number,
): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const [basket] = await store.baskets([{ onSale, fan }]);
    if (!basket || entryOf(basket, hold)) return false;
    const entry = { state: 'refused', hold, performance, decidedAt: now, refusal: 'lost', taken: [] } as const;
    const ended = { ...withEntry(basket, entry, now), version: basket.version + 1 };
    if ((await store.writeBasket(ended)).ok) return true;
  }
  throw new Error(`The basket of hold ${hold} moved ${tries} times`);
}
