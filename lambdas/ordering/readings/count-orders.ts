import type { Season } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';
import { readingsStepMs, stepOf } from '../../../contracts/readings.ts';
import { minuteMs } from '../../../rules/minute-history.ts';
import { readDoors } from '../../foundation/doors.ts';
import type { IsLookedAt } from '../../foundation/readings/looks.ts';
import { untilNextStep } from '../../foundation/readings/when-to-write.ts';
import type { CountedOnSale, OrderCounter } from './order-counter.ts';

/**
 * The counting loop of orders, started every minute. While somebody looks it counts at each step of the clock, and runs
 * until the next start has counted a step. While nobody looks it counts once and ends. When nothing is on sale it ends at
 * once.
 */
export interface CountOrdersDeps {
  readonly read: <File>(path: string) => Promise<File | undefined>;
  readonly counter: Pick<OrderCounter, 'count'>;
  readonly isLookedAt: IsLookedAt;
  /** A turn that failed. The next one begins anew. */
  readonly report: (error: unknown) => void;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** A start that has run for a minute lets the next one count first, and ends when it did. */
const givesWayMs = 1000;

/** Fans who hold seats when the doors close may still pay. */
const afterCloseMs = 30 * minuteMs;

/** Runs until the given time at the latest, milliseconds since the epoch. */
export async function countOrders(deps: CountOrdersDeps, endsAt: number): Promise<void> {
  const beganAt = deps.clock();
  const onSales = await readOnSales(deps.read, beganAt);
  for (let now = beganAt; now < endsAt; now = deps.clock()) {
    const live = onSales.filter((onSale) => isCounted(onSale, now));
    if (live.length === 0) return;
    const isLast = now - beganAt >= minuteMs;
    let isLookedAt = false;
    try {
      isLookedAt = await deps.isLookedAt(now);
      const isCounted = await deps.counter.count(live, stepOf(now) * readingsStepMs, now);
      if (isLast && !isCounted) return;
    } catch (error) {
      deps.report(error);
    }
    if (!isLookedAt) return;
    const toStep = untilNextStep(deps.clock(), readingsStepMs);
    const isNextLast = deps.clock() + toStep - beganAt >= minuteMs;
    await deps.wait(toStep + (isNextLast ? givesWayMs : 0));
  }
}

export function isCounted({ opensAt, closesAt }: CountedOnSale, now: number): boolean {
  return now >= opensAt && now < closesAt + afterCloseMs;
}

async function readOnSales(read: CountOrdersDeps['read'], now: number): Promise<readonly CountedOnSale[]> {
  const season = await read<Season>(published.season());
  if (!season) return [];
  const { onSales, currency } = season;
  return Promise.all(
    onSales
      .filter(({ closesAt }) => now < closesAt + afterCloseMs)
      .map(async ({ id, opensAt, closesAt }) => ({
        ...{ id, closesAt, currency },
        opensAt: await readDoors(read, id, opensAt),
      })),
  );
}
