import { published } from '../../../contracts/paths.ts';
import type { PerformanceActs } from '../../../contracts/performance-acts.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { remembered } from '../../foundation/memory.ts';
import { cancellationOf, rememberActs } from '../../foundation/performance-acts.ts';
import { indexPlan, type PlanIndex } from '../plan/plan-index.ts';
import type { HouseRecord, HouseStore } from './house-store.ts';
import type { SaleRules } from './sale-rules.ts';

/**
 * The facts that never change once a house is open, looked up once for as long as a Lambda is warm. That its performance
 * was cancelled is the only one that comes later, and is known some seconds after.
 */
export interface HouseBooks {
  /** Undefined if the house was not opened. */
  readonly house: (performance: string) => Promise<HouseRecord | undefined>;
  readonly rules: (onSale: string) => Promise<SaleRules | undefined>;
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

export function houseBooks(store: Pick<HouseStore, 'house' | 'rules'>, read: ReadPublished): HouseBooks {
  const plan = remembered(plansKept, async (id: string) => {
    const file = await read<Plan>(published.plan(id));
    return file && indexPlan(file);
  });
  const acts = rememberActs((path) => read<PerformanceActs>(path));
  return {
    ...openHouses(store),
    isCancelled: async (performance, now) => cancellationOf(await acts(now), performance) !== undefined,
    rules: remembered(housesKept, (onSale) => store.rules(onSale)),
    async plan(id) {
      const index = await plan(id);
      if (!index) throw new Error(`The plan ${id} is not published`);
      return index;
    },
  };
}
