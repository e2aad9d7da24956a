import type { DateLeft, DatesLeft } from '../../../contracts/dates-left.ts';
import type { HouseReadings } from '../../../contracts/readings.ts';
import type { StockByPerformance } from '../../../contracts/sale-levers.ts';
import type { Stock } from '../../../contracts/stock.ts';
import { type Beat, beatMs, sumOf } from '../house/beat.ts';
import {
  countHouse,
  countOfHouse,
  holdsOf,
  notOnOffer,
  type SeatCount,
  type SectionHolds,
  sumOfCounts,
} from '../house/house-stock.ts';
import type { HouseRecord, HouseStore } from '../house/house-store.ts';
import type { OnSalePerformances } from '../house/on-sale-performances.ts';
import { stockByPerformance } from '../levers/sale-counts.ts';
import { type DateBooks, dateLeft } from './date-left.ts';
import { bandsInOrder, countByBand } from './stock-by-band.ts';

type CountedStore = Pick<HouseStore, 'house' | 'sections' | 'beats' | 'levers'>;

/**
 * Counts the seats of whole on-sales. Every section is read while fans ask. When the pulse has been still, only time
 * can have changed a seat. Then the last reading is counted again, with the holds that lapsed since. A pulse can be
 * lost with the allocator that was about to add it, so everything is read once a minute all the same.
 *
 * Units an hour, 246 performances of 10 sections of 4 to 8 KB, read every 5 s: 2,460 × 1 × 720 = 1.8 million, $0.22;
 * with a pulse of 28 items every time, 10,000 more. Still houses: 60 readings in place of 720, $0.02.
 */
export class SeatCounter {
  readonly #store: CountedStore;
  readonly #houses = new Map<string, HouseRecord>();
  readonly #holds = new Map<string, SectionHolds>();
  /** By on-sale, as of the last count: performances whose sale was stopped. */
  readonly #stopped = new Map<string, ReadonlySet<string>>();
  /** When each performance was last read. */
  readonly #readAt = new Map<string, number>();

  constructor(store: CountedStore) {
    this.#store = store;
  }

  /** Houses that are open by now. A closed one has no seats to sell. */
  async meet(performances: readonly string[]): Promise<void> {
    const unmet = performances.filter((performance) => !this.#houses.has(performance));
    for (const house of await Promise.all(unmet.map((performance) => this.#store.house(performance))))
      if (house) this.#houses.set(house.performance, house);
  }

  /** How many sections there are to read. */
  sectionsOf(onSales: readonly OnSalePerformances[]): number {
    return this.#housesOf(onSales).reduce((sum, { sections }) => sum + Object.keys(sections).length, 0);
  }

  async count(onSales: readonly OnSalePerformances[], now: number): Promise<readonly Stock[]> {
    // The pulse first: a decision after this reading shows in the next one.
    const pulses = await Promise.all(
      onSales.map(async (one) => {
        const [beats, levers] = await Promise.all([
          this.#store.beats(one.onSale, now),
          this.#store.levers(one.onSale, 'recent'),
        ]);
        return { ...one, beats, stopped: new Set(levers.stopped) };
      }),
    );
    for (const { onSale, stopped } of pulses) this.#stopped.set(onSale, stopped);
    const stirred = pulses.reduce((last, { beats }) => Math.max(last, lastStir(beats)), 0);
    await this.#read(this.#housesOf(onSales), stirred, now);
    const counts = new Map<string, SeatCount>();
    const countOf = ({ performance, sections }: HouseRecord) => {
      const count =
        counts.get(performance) ??
        countHouse({ sections }, (section) => this.#holds.get(sectionName({ performance, section })), now);
      counts.set(performance, count);
      return count;
    };
    return pulses.map(({ beats, stopped, ...one }) => {
      const { decided, refused, slow } = sumOf(beats);
      const counted = this.#housesOf([one]).map((house) => ({ house, count: countOf(house) }));
      const isStopped = ({ house }: (typeof counted)[number]) => stopped.has(house.performance);
      const away = counted.filter(isStopped).reduce((sum, { count }) => sum + count.free, 0);
      const seats = sumOfCounts(counted.map((one) => (isStopped(one) ? notOnOffer(one.count) : one.count)));
      const { onSale, off } = one;
      return {
        v: 1,
        onSale,
        countedAt: now,
        ...seats,
        ...(away > 0 && { stopped: away }),
        ...(off && { off }),
        asks: { decided, refused, slow },
      };
    });
  }

  /** Performance by performance, for staff, by the reading of the last count. */
  byPerformance(onSales: readonly OnSalePerformances[], now: number): readonly StockByPerformance[] {
    return onSales.map((one) => {
      const houses = this.#housesOf([one]);
      const counted = houses.map((house) => {
        const holdsIn = (section: string) => this.#holds.get(sectionName({ performance: house.performance, section }));
        return countOfHouse(house, holdsIn, now);
      });
      const named = houses.map(({ performance }) => performance);
      return stockByPerformance(one.onSale, named, counted, now);
    });
  }

  /** How full each performance is, by the reading of the last count. */
  async dates(onSales: readonly OnSalePerformances[], books: DateBooks, now: number): Promise<readonly DatesLeft[]> {
    const told = new Map<string, DateLeft>();
    const tell = async (house: HouseRecord) => {
      const { performance, plan } = house;
      const [bands, prices] = await Promise.all([books.bands(plan), books.prices(performance, now)]);
      if (!bands || !prices) return;
      const holdsIn = (section: string) => this.#holds.get(sectionName({ performance, section }));
      told.set(performance, dateLeft(house, bands, prices, holdsIn, now));
    };
    await Promise.all(this.#housesOf(onSales).map(tell));
    return onSales.map(({ onSale, performances }) => ({
      v: 1,
      onSale,
      countedAt: now,
      dates: Object.fromEntries(
        performances.flatMap((performance) => {
          const left = told.get(performance);
          const isStopped = this.#stopped.get(onSale)?.has(performance);
          return left ? [[performance, isStopped ? { ...left, stopped: true as const } : left] as const] : [];
        }),
      ),
    }));
  }

  /** The seats of an on-sale by performance and price band, by the reading of the last count. */
  async byBand(
    onSale: OnSalePerformances,
    books: Pick<DateBooks, 'bands' | 'bandNames'>,
    now: number,
  ): Promise<Pick<HouseReadings, 'bands' | 'performances'>> {
    const names = new Map<string, string>();
    const performances = await Promise.all(
      this.#housesOf([onSale]).map(async (house) => {
        const { performance, plan } = house;
        const [bands, own] = await Promise.all([books.bands(plan), books.bandNames(plan)]);
        for (const [id, name] of own ?? []) names.set(id, names.get(id) ?? name);
        const holdsIn = (section: string) => this.#holds.get(sectionName({ performance, section }));
        return { id: performance, counts: bands ? countByBand(house, bands, holdsIn, now) : new Map() };
      }),
    );
    return bandsInOrder(performances, names);
  }

  async #read(houses: readonly HouseRecord[], stirred: number, now: number): Promise<void> {
    const due = houses.filter(({ performance }) => {
      const readAt = this.#readAt.get(performance) ?? Number.NEGATIVE_INFINITY;
      return readAt <= stirred || now - readAt >= readAgainMs;
    });
    const keys = due.flatMap(({ performance, sections }) =>
      Object.keys(sections).map((section) => ({ performance, section })),
    );
    for (const record of await this.#store.sections(keys)) {
      const name = sectionName(record);
      // Reads may be a second behind: of two versions the later one stands.
      if (record.version > (this.#holds.get(name)?.version ?? 0)) this.#holds.set(name, holdsOf(record));
    }
    for (const { performance } of due) this.#readAt.set(performance, now);
  }

  #housesOf(onSales: readonly OnSalePerformances[]): readonly HouseRecord[] {
    const performances = new Set(onSales.flatMap((one) => one.performances));
    return [...performances].flatMap((performance) => this.#houses.get(performance) ?? []);
  }
}

const readAgainMs = 60_000;

/** A batch has 5 s to be written, its beat is that of its beginning, and reads may be a second behind. */
const settlingMs = 10_000;

/** Until when a seat may have changed, as the beats have it; 0 if nobody asked. */
function lastStir(beats: readonly Beat[]): number {
  return Math.max(0, ...beats.filter(({ asks }) => asks > 0).map(({ beginsAt }) => beginsAt + beatMs + settlingMs));
}

const sectionName = ({ performance, section }: { readonly performance: string; readonly section: string }) =>
  `${performance} ${section}`;
