import { bestAvailable } from '../lambdas/seating/plan/best-available.ts';
import type { PlanIndex } from '../lambdas/seating/plan/plan-index.ts';
import type { SeatRows } from './seat-rows.gateway.ts';

/*
 * This shop with a row a seat looks for the best seats. It reads the best section, chooses with the same rule as ours,
 * and tries to take them. If somebody was quicker it waits a little, by chance, and looks again. Everybody who looks at
 * the same moment sees the same best seats, so a shop that is wise does not insist on the very best: it draws one of
 * the few best ways to sit. Sections found full are not read again.
 */

export interface SeatShop {
  readonly rows: SeatRows;
  readonly plan: PlanIndex;
  readonly performance: string;
  readonly onSale: string;
  readonly limit: number;
  /** Among how many of the best ways to sit it draws; 1 insists on the best. */
  readonly choices: number;
  readonly random: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Sections that had no room, kept between fans. */
  readonly full: Set<string>;
}

export interface Shopped {
  readonly held: boolean;
  /** Transactions that were tried. */
  readonly tries: number;
}

const mostTries = 200;
const firstWaitMs = 4;
const longestWaitMs = 64;

export async function shop(
  { rows, plan, performance, onSale, limit, choices, random, wait, full }: SeatShop,
  { hold, fan, count }: { readonly hold: string; readonly fan: string; readonly count: number },
  clock: () => number,
): Promise<Shopped> {
  let tries = 0;
  for (const section of sectionsByQuality(plan, count)) {
    while (!full.has(section) && tries < mostTries) {
      const now = clock();
      const seats = plan.sections.get(section)?.spots.length ?? 0;
      const ways = bestWays(plan, await rows.taken(performance, section, seats, now), section, count, choices);
      const chosen = ways[Math.floor(random() * ways.length)];
      if (!chosen) {
        full.add(section);
        break;
      }
      tries += 1;
      const until = now + 8 * 60_000;
      const answer = await rows.hold({ hold, performance, onSale, fan, section, seats: chosen, until }, limit, now);
      if (answer !== 'taken') return { held: answer === 'held', tries };
      await wait(random() * Math.min(longestWaitMs, firstWaitMs * 2 ** tries));
    }
  }
  return { held: false, tries };
}

/** Sections in the order of their best seats. */
function sectionsByQuality(plan: PlanIndex, count: number): ReadonlySet<string> {
  return new Set([...plan.sideBySide(count).map(({ section }) => section), ...plan.sections.keys()]);
}

/** The best ways to sit in one section, none sharing a seat with another. */
function bestWays(
  plan: PlanIndex,
  taken: Uint8Array,
  section: string,
  count: number,
  choices: number,
): readonly (readonly number[])[] {
  const ways: (readonly number[])[] = [];
  const left = taken.slice();
  const nothing = new Uint8Array(0);
  while (ways.length < choices) {
    const found = bestAvailable(plan, (name) => (name === section ? left : nothing), { count, section });
    const seats = found.ok ? found.seating.get(section) : undefined;
    if (!seats) break;
    ways.push(seats);
    for (const seat of seats) left[seat] = 1;
  }
  return ways;
}
