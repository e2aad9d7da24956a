import { moved, written } from '../../foundation/written.ts';
import { basketName } from './basket.ts';
import type { Basket, BasketKey } from './basket-record.ts';
import { type Beat, type BeatKey, beatsOfMinute, sumOf } from './beat.ts';
import type { HouseRecord, HouseStore, SectionRecord } from './house-store.ts';
import type { SaleRules } from './sale-rules.ts';

/** Runs each act of the twin; a simulation delays it, interleaves it with others, or lets it die before or after. */
export type Around = <Result>(name: keyof HouseStore, act: () => Result) => Promise<Result>;

/** The houses table in memory: the same answers as house.store.ts, copied in and out so that nothing is shared. */
export function houseTwin(around: Around = async (_, act) => act()): HouseStore {
  const houses = new Map<string, HouseRecord>();
  const allRules = new Map<string, SaleRules>();
  const sections = new Map<string, SectionRecord>();
  const baskets = new Map<string, Basket>();
  const beats = new Map<string, Beat>();
  const beatName = ({ onSale, shard, from }: BeatKey) => `${onSale} ${shard} ${from}`;
  const sectionName = ({ performance, section }: { performance: string; section: string }) =>
    `${performance} ${section}`;
  const basketAt = ({ onSale, fan }: BasketKey): Basket =>
    structuredClone(baskets.get(basketName({ onSale, fan })) ?? { onSale, fan, version: 0, entries: [] });
  return {
    openHouse: (house) =>
      around('openHouse', () => {
        if (houses.has(house.performance)) return moved;
        houses.set(house.performance, structuredClone(house));
        return written;
      }),
    openRules: (onSale, rules) =>
      around('openRules', () => {
        const standing = allRules.get(onSale) ?? rules;
        allRules.set(onSale, standing);
        return standing;
      }),
    house: (performance) => around('house', () => structuredClone(houses.get(performance))),
    rules: (onSale) => around('rules', () => allRules.get(onSale)),
    wholeHouse: (performance) =>
      around('wholeHouse', () => {
        const house = houses.get(performance);
        if (!house) return undefined;
        const own = [...sections.values()].filter((section) => section.performance === performance);
        return structuredClone({ house, sections: own });
      }),
    sections: (keys) =>
      around('sections', () =>
        keys.flatMap((key) => {
          const found = sections.get(sectionName(key));
          return found ? [structuredClone(found)] : [];
        }),
      ),
    basket: (key) => around('basket', () => basketAt(key)),
    baskets: (keys) => around('baskets', () => keys.map(basketAt)),
    writeSection: (section) =>
      around('writeSection', () => {
        if ((sections.get(sectionName(section))?.version ?? 0) !== section.version - 1) return moved;
        sections.set(sectionName(section), structuredClone(section));
        return written;
      }),
    writeBasket: (basket) =>
      around('writeBasket', () => {
        if (basketAt(basket).version !== basket.version - 1) return moved;
        baskets.set(basketName(basket), structuredClone(basket));
        return written;
      }),
    addPulse: (key, pulse) =>
      around('addPulse', () => {
        const before = beats.get(beatName(key));
        beats.set(beatName(key), { from: key.from, ...sumOf(before ? [before, pulse] : [pulse]) });
      }),
    beats: (onSale, now) =>
      around('beats', () => beatsOfMinute(onSale, now).flatMap((key) => beats.get(beatName(key)) ?? [])),
  };
}
