import { moved, written } from '../../foundation/write-outcome.ts';
import type { AskBook } from './ask-book.ts';
import { basketName } from './basket.ts';
import type { BasketKey, BasketRecord } from './basket-record.ts';
import { type Beat, type BeatKey, beatsOfMinute, sumOf } from './beat.ts';
import type { HouseRecord, HouseStore, SectionRecord } from './house-store.ts';
import type { SaleRules } from './sale-rules.ts';

/** The houses table in memory: the same answers as house.store.ts, copied in and out so that nothing is shared. */
export function houseTwin(): HouseStore {
  const houses = new Map<string, HouseRecord>();
  const allRules = new Map<string, SaleRules>();
  const sections = new Map<string, SectionRecord>();
  const baskets = new Map<string, BasketRecord>();
  const askBooks = new Map<string, AskBook>();
  const beats = new Map<string, Beat>();
  const beatName = ({ onSale, shard, beginsAt }: BeatKey) => `${onSale} ${shard} ${beginsAt}`;
  const sectionName = ({ performance, section }: { performance: string; section: string }) =>
    `${performance} ${section}`;
  const basketAt = ({ onSale, fan }: BasketKey): BasketRecord =>
    structuredClone(baskets.get(basketName({ onSale, fan })) ?? { onSale, fan, version: 0, entries: [] });
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
      return structuredClone(houses.get(performance));
    },
    async rules(onSale) {
      return allRules.get(onSale);
    },
    async wholeHouse(performance) {
      const house = houses.get(performance);
      if (!house) return undefined;
      const own = [...sections.values()].filter((section) => section.performance === performance);
      return structuredClone({ house, sections: own });
    },
    async sections(keys) {
      return keys.flatMap((key) => {
        const found = sections.get(sectionName(key));
        return found ? [structuredClone(found)] : [];
      });
    },
    async basket(key) {
      return basketAt(key);
    },
    async baskets(keys) {
      return keys.map(basketAt);
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
      return beatsOfMinute(onSale, now).flatMap((key) => beats.get(beatName(key)) ?? []);
    },
  };
}
