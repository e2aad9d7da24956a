import { type Behind, KeptItems, neverBehind } from '../../foundation/kept-items.ts';
import { moved, written } from '../../foundation/write-outcome.ts';
import type { AskBook } from './ask-book.ts';
import { basketName } from './basket.ts';
import type { BasketKey, BasketRecord } from './basket-record.ts';
import { type Beat, type BeatKey, beatsOfMinute, sumOf } from './beat.ts';
import type { HouseRecord, HouseStore, SectionRecord } from './house-store.ts';
import { type SaleLevers, untouchedLevers } from './sale-levers.ts';
import type { SaleRules } from './sale-rules.ts';

/** The houses table in memory: the same answers as house.store.ts, copied in and out so that nothing is shared. */
export function houseTwin(behind: Behind = neverBehind): HouseStore {
  const houses = new KeptItems<HouseRecord>(behind);
  const allRules = new KeptItems<SaleRules>(behind);
  const levers = new KeptItems<SaleLevers>(behind);
  const carried = new Map<string, readonly number[]>();
  const sections = new KeptItems<SectionRecord>(behind);
  const baskets = new KeptItems<BasketRecord>(behind);
  const askBooks = new KeptItems<AskBook>(behind);
  const beats = new KeptItems<Beat>(behind);
  const beatName = ({ onSale, shard, beginsAt }: BeatKey) => `${onSale} ${shard} ${beginsAt}`;
  const sectionName = ({ performance, section }: { performance: string; section: string }) =>
    `${performance} ${section}`;
  const basketAt = ({ onSale, fan }: BasketKey, age: 'latest' | 'recent' = 'latest'): BasketRecord => {
    const name = basketName({ onSale, fan });
    const found = age === 'latest' ? baskets.get(name) : baskets.recent(name);
    return structuredClone(found ?? { onSale, fan, version: 0, entries: [] });
  };
  const askBookAt = ({ onSale, fan }: BasketKey): AskBook =>
    structuredClone(askBooks.get(basketName({ onSale, fan })) ?? { onSale, fan, version: 0, asks: [], usedUpTo: 0 });
  return {
    async openHouse(house) {
      if (houses.has(house.performance)) return moved;
      houses.set(house.performance, structuredClone(house));
      return written;
    },
    async openRules(onSale, rules) {
      const standing = allRules.get(onSale) ?? rules;
      allRules.set(onSale, standing);
      return standing;
    },
    async house(performance) {
      return structuredClone(houses.lasting(performance));
    },
    async rules(onSale) {
      return allRules.lasting(onSale);
    },
    async levers(onSale, age) {
      const found = age === 'latest' ? levers.get(onSale) : levers.recent(onSale);
      return structuredClone(found ?? untouchedLevers(onSale));
    },
    async writeLevers(turned) {
      if ((levers.get(turned.onSale)?.version ?? 0) !== turned.version - 1) return moved;
      levers.set(turned.onSale, structuredClone(turned));
      return written;
    },
    async carriedOut(onSale) {
      return carried.get(onSale) ?? [];
    },
    async noteCarriedOut(onSale, turn) {
      carried.set(
        onSale,
        [...new Set([...(carried.get(onSale) ?? []), turn])].sort((one, other) => one - other),
      );
    },
    async wholeHouse(performance, age) {
      const house = age === 'latest' ? houses.get(performance) : houses.recent(performance);
      if (!house) return undefined;
      const read = age === 'latest' ? sections.values() : sections.recents();
      const own = read.filter((section) => section.performance === performance);
      return structuredClone({ house, sections: own });
    },
    async sections(keys, age = 'recent') {
      return keys.flatMap((key) => {
        const name = sectionName(key);
        const found = age === 'latest' ? sections.get(name) : sections.recent(name);
        return found ? [structuredClone(found)] : [];
      });
    },
    async basket(key) {
      return basketAt(key, 'recent');
    },
    async baskets(keys) {
      return keys.map((key) => basketAt(key));
    },
    async askBook(key) {
      return askBookAt(key);
    },
    async writeAskBook(book) {
      if (askBookAt(book).version !== book.version - 1) return moved;
      askBooks.set(basketName(book), structuredClone(book));
      return written;
    },
    async writeSection(section) {
      if ((sections.get(sectionName(section))?.version ?? 0) !== section.version - 1) return moved;
      sections.set(sectionName(section), structuredClone(section));
      return written;
    },
    async writeBasket(basket) {
      if (basketAt(basket).version !== basket.version - 1) return moved;
      baskets.set(basketName(basket), structuredClone(basket));
      return written;
    },
    async addPulse(key, pulse) {
      const before = beats.get(beatName(key));
      beats.set(beatName(key), { beginsAt: key.beginsAt, ...sumOf(before ? [before, pulse] : [pulse]) });
    },
    async beats(onSale, now) {
      return beatsOfMinute(onSale, now).flatMap((key) => beats.recent(beatName(key)) ?? []);
    },
  };
}
