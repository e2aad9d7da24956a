import { published } from '../../../contracts/paths.ts';
import type { PerformanceActs } from '../../../contracts/performance-acts.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { Memory, remembered } from '../../foundation/memory.ts';
import { cancellationOf, rememberActs } from '../../foundation/performance-acts.ts';
import { indexPlan, type PlanIndex } from '../plan/plan-index.ts';
import type { HouseRecord, HouseStore } from './house-store.ts';
import { leversAgeMs, type RulesNow, rulesNow, type SaleLevers } from './sale-levers.ts';

/**
 * The facts that never change once a house is open, looked up once for as long as a Lambda is warm. Two things come
 * later, and are known some seconds after: that its performance was cancelled, and what staff turned of its on-sales.
 */
export interface HouseBooks {
  /** Undefined if the house was not opened. */
  readonly house: (performance: string) => Promise<HouseRecord | undefined>;
  /** As they stand, with the limit that staff turned. `now` in milliseconds since the epoch. */
  readonly rules: (onSale: string, now: number) => Promise<RulesNow | undefined>;
  /** Whether nothing new of it is held in this on-sale, until staff say otherwise. */
  readonly isStopped: (onSale: string, performance: string, now: number) => Promise<boolean>;
  /** What staff turned in an on-sale. `now` in milliseconds since the epoch. */
  readonly levers: (onSale: string, now: number) => Promise<SaleLevers>;
  /** Throws if a house has a plan that was not published: then the deployment is broken. */
  readonly plan: (plan: string) => Promise<PlanIndex>;
  /** Whether nothing of it is sold any more. `now` in milliseconds since the epoch. */
  readonly isCancelled: (performance: string, now: number) => Promise<boolean>;
}

/** Reads a published file by its path; undefined if there is none. */
export type ReadPublished = <File>(path: string) => Promise<File | undefined>;

/** The part of the books that asks for no published file. */
export function openHouses(store: Pick<HouseStore, 'house'>): Pick<HouseBooks, 'house'> {
  return { house: remembered(housesKept, (performance) => store.house(performance)) };
}

/** A plan of 20,000 seats takes some 10 MB when it is indexed, a house well under 1 KB. */
const plansKept = 8;
const housesKept = 500;

export function houseBooks(store: Pick<HouseStore, 'house' | 'rules' | 'levers'>, read: ReadPublished): HouseBooks {
  const plan = remembered(plansKept, async (id: string) => {
    const file = await read<Plan>(published.plan(id));
    return file && indexPlan(file);
  });
  const acts = rememberActs((path) => read<PerformanceActs>(path));
  const opened = remembered(housesKept, (onSale: string) => store.rules(onSale));
  const levers = rememberLevers(store);
  return {
    ...openHouses(store),
    isCancelled: async (performance, now) => cancellationOf(await acts(now), performance) !== undefined,
    async rules(onSale, now) {
      const rules = await opened(onSale);
      return rules && rulesNow(rules, await levers(onSale, now));
    },
    levers,
    isStopped: async (onSale, performance, now) => (await levers(onSale, now)).stopped.includes(performance),
    async plan(id) {
      const index = await plan(id);
      if (!index) throw new Error(`The plan ${id} is not published`);
      return index;
    },
  };
}

/** What staff turned in an on-sale, at most `leversAgeMs` old. */
export function rememberLevers(store: Pick<HouseStore, 'levers'>): HouseBooks['levers'] {
  const memory = new Memory<SaleLevers>(housesKept);
  return (onSale, now) => memory.recall(onSale, () => store.levers(onSale, 'latest'), { now, ageMs: leversAgeMs });
}
