import { written } from '../../lambdas/foundation/write-outcome.ts';
import type { Allocator } from '../../lambdas/seating/allocate/allocate-seats.ts';
import { basketName } from '../../lambdas/seating/house/basket.ts';
import type { BasketRecord } from '../../lambdas/seating/house/basket-record.ts';
import type { HouseStore, SectionRecord } from '../../lambdas/seating/house/house-store.ts';
import { countedSeats } from '../../lambdas/seating/house/limit-per-fan.ts';

/* An allocator's writes, in another order than it should be: for mutants.ts. */

/** Keeps baskets that count more back until a section was written. */
export function basketsLast(store: HouseStore): HouseStore {
  const kept = new Map<string, BasketRecord>();
  const flush = async () => {
    const waiting = [...kept.values()];
    kept.clear();
    for (const basket of waiting) await store.writeBasket(basket);
  };
  return {
    ...store,
    async baskets(keys) {
      await flush();
      return store.baskets(keys);
    },
    async writeBasket(basket) {
      const counts = !kept.has(basketName(basket)) && basket.entries.some((entry) => countedSeats(entry, 0) > 0);
      if (!counts) {
        await flush();
        return store.writeBasket(basket);
      }
      kept.set(basketName(basket), basket);
      return written;
    },
    async writeSection(section) {
      const put = await store.writeSection(section);
      await flush();
      return put;
    },
  };
}

/** Keeps sections back until ordering has its answer, or the batch is over. */
export function sectionsLast(allocator: Allocator): Allocator {
  const { store } = allocator;
  const kept: SectionRecord[] = [];
  const flush = async () => {
    for (const section of kept.splice(0)) await store.writeSection(section);
  };
  const after =
    <Given extends unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
    async (...given: Given) => {
      await flush();
      return act(...given);
    };
  return {
    ...allocator,
    store: {
      ...store,
      baskets: after(store.baskets),
      wholeHouse: after(store.wholeHouse),
      addPulse: after(store.addPulse),
      async writeSection(section) {
        kept.push(section);
        return written;
      },
    },
    async tell(outcomes) {
      await allocator.tell(outcomes);
      await flush();
    },
  };
}
