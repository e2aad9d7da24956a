import type { HouseAsk, HouseOutcome } from '../../../contracts/house.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { moved, type Written, written } from '../../foundation/write-outcome.ts';
import { basketName, twoWrites } from '../house/basket.ts';
import type { BasketRecord } from '../house/basket-record.ts';
import type { HouseBooks } from '../house/house-books.ts';
import type { HouseMemory, RememberedHouse } from '../house/house-memory.ts';
import type { HouseStore } from '../house/house-store.ts';
import { encodeSection, type SectionState } from '../house/section-codec.ts';
import { indexPlan } from '../plan/plan-index.ts';
import { type Decided, decide } from './decide.ts';
import type { Decision, Situation } from './situation.ts';

/**
 * Works off the asks of one house, in order. Counts in baskets go up before the sections are written, and down after:
 *
 *   read ─▶ decide ─▶ 1 baskets ─▶ 2 sections: the commit point ─▶ 3 answers ─▶ outcomes
 *    ▲                    │ moved        │ moved                       │ moved
 *    └── read again ◀─────┴──────────────┴─────────────────────────────┘
 *
 * It may die between any two writes: the messages come again, and a decision taken again finds what was
 * written and goes on from there. A fan's limit holds across houses because every count is in the fan's
 * one basket, whose version serialises those who write it.
 */
export interface Allocator {
  readonly store: HouseStore;
  readonly books: HouseBooks;
  readonly memory: HouseMemory;
  /** Tells ordering; throws if it was not taken. */
  readonly tell: (outcomes: readonly HouseOutcome[]) => Promise<void>;
}

export interface Allocated {
  /** Of the asks that are done, in order. */
  readonly decisions: readonly Decision[];
  /** How often somebody else had written first. */
  readonly conflicts: number;
  /** Why the asks after those are not done and must come again. */
  readonly fault?: unknown;
}

/**
 * Rounds without any progress before a batch is given back to the queue. Of four shares that all write the best section
 * one wins each round: (3/4)^40 is one batch in 100,000, and forty rounds of 20 ms are well within the 5 s it has.
 */
const roundsWithoutProgress = 40;

export async function allocateSeats(allocator: Allocator, asks: readonly HouseAsk[], now: number): Promise<Allocated> {
  const decisions: Decision[] = [];
  const performance = asks[0]?.performance ?? '';
  let conflicts = 0;
  let stuck = 0;
  try {
    while (decisions.length < asks.length) {
      const round = await oneRound(allocator, asks.slice(decisions.length), now);
      if (round === 'moved' && ++conflicts && ++stuck >= roundsWithoutProgress)
        throw new Error(`Somebody else wrote first ${stuck} times in a row`);
      if (round === 'moved') continue;
      decisions.push(...round);
      stuck = 0;
    }
    return { decisions, conflicts };
  } catch (fault) {
    // It is unknown whether the last write was taken.
    allocator.memory.doubt(performance);
    return { decisions, conflicts, fault };
  }
}

/** Decides as many asks as can be decided together, and writes what was decided. */
async function oneRound(
  { store, books, memory, tell }: Allocator,
  asks: readonly HouseAsk[],
  now: number,
): Promise<readonly Decision[] | 'moved'> {
  const performance = asks[0]?.performance ?? '';
  const read = async () => {
    // Baskets first. An allocator that finished with a hold before this read of its basket has written the sections
    // that are read after. One that writes the basket later makes the count that is decided here fail.
    const baskets = await store.baskets([...new Map(asks.map((ask) => [basketName(ask), ask])).values()]);
    const house = await memory.recall(store, performance);
    return { house, decided: decide(await situationOf(books, performance, house, baskets, now), asks) };
  };
  let { house, decided } = await read();
  if (decided.unproven && !house.fresh) {
    memory.doubt(performance);
    ({ house, decided } = await read());
  }
  if (decided.broken !== undefined) throw new Error(decided.broken);
  const put = await write(store, memory, performance, house, decided, now);
  if (!put.ok) {
    memory.doubt(performance);
    return 'moved';
  }
  if (decided.outcomes.length > 0) await tell(decided.outcomes);
  return decided.decisions;
}

async function situationOf(
  books: HouseBooks,
  performance: string,
  { house, sections }: RememberedHouse,
  baskets: readonly BasketRecord[],
  now: number,
): Promise<Situation> {
  const onSales = await Promise.all(
    (house?.onSales ?? []).map(async (onSale) => ({
      onSale,
      rules: await books.rules(onSale, now),
      isStopped: await books.isStopped(onSale, performance, now),
    })),
  );
  return {
    plan: house ? await books.plan(house.plan) : noPlan,
    rules: new Map(onSales.flatMap(({ onSale, rules }) => (rules ? [[onSale, rules] as const] : []))),
    stoppedIn: new Set(onSales.flatMap(({ onSale, isStopped }) => (isStopped ? [onSale] : []))),
    sections: new Map([...sections].map(([section, { state }]) => [section, state])),
    baskets: new Map(baskets.map((basket) => [basketName(basket), basket])),
    isCancelled: await books.isCancelled(performance, now),
    now,
  };
}

/** Of a house that nobody opened: every ask is refused, and none is stuck. */
const noPlan = indexPlan({
  v: 1,
  id: 'none',
  name: 'none',
  width: 0,
  height: 0,
  focalPoint: { x: 0, y: 0 },
  categories: [],
  sections: [],
  scenery: [],
  seats: 0,
} satisfies Plan);

async function write(
  store: HouseStore,
  memory: HouseMemory,
  performance: string,
  house: RememberedHouse,
  decided: Decided,
  now: number,
): Promise<Written> {
  const baskets = decided.baskets.map(({ before, after }) => twoWrites(before, after, now));
  const writeBaskets = (which: 'ahead' | 'settled') =>
    all(baskets.map(async (writes) => (writes[which] ? store.writeBasket(writes[which]) : written)));
  const versions = new Map([...house.sections].map(([section, { version }]) => [section, version]));
  const writeSections = (states: ReadonlyMap<string, SectionState>) =>
    all(
      [...states].map(async ([section, state]) => {
        const version = (versions.get(section) ?? 0) + 1;
        const record = { performance, section, version, data: encodeSection(state) };
        const put = await store.writeSection(record);
        versions.set(section, version);
        if (put.ok) memory.wrote(record, state);
        return put;
      }),
    );
  for (const step of [
    () => writeBaskets('ahead'),
    () => writeSections(decided.fences),
    () => writeSections(decided.sections),
    () => writeBaskets('settled'),
  ])
    if (!(await step()).ok) return moved;
  return written;
}

/** Waits for every write, also if one fails: a write that is still on its way must not meet the next attempt. */
async function all(writes: readonly Promise<Written>[]): Promise<Written> {
  const settled = await Promise.allSettled(writes);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw new Error('A write failed', { cause: failed.reason });
  return settled.some((one) => one.status === 'fulfilled' && !one.value.ok) ? moved : written;
}
