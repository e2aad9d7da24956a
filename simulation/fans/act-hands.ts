import type { PerformanceAct } from '../../contracts/performance-acts.ts';
import { type Cancelled, cancelPerformance } from '../../lambdas/catalogue/cancel-performance.ts';
import { type Moved, movePerformance } from '../../lambdas/catalogue/move-performance.ts';
import { openShelf } from '../../lambdas/catalogue/shelf.ts';
import type { Chance } from '../../rehearsal/fans/chance.ts';
import { type Morning, opensAt } from '../morning.ts';
import { follow } from '../ordering.ts';
import { isExpected } from '../stage/platform.ts';

/*
 * In some mornings a performance is cancelled or moved while fans shop. The operator calls until it is done, also if a
 * call dies. A clock brings the orders to it, now and then two at a time.
 */

export interface PlannedAct {
  readonly act: PerformanceAct['act'];
  /** Which of the performances, from 0. */
  readonly of: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Of a morning with so many performances: mostly none, now and then both on one performance. */
export function plannedActs(chance: Chance, performances: number): readonly PlannedAct[] {
  if (!chance.happens(0.3)) return [];
  const one = (act: PlannedAct['act']): PlannedAct => ({
    act,
    of: chance.whole(0, performances - 1),
    at: opensAt + chance.whole(5, 300) * 1000,
  });
  const kind = chance.weighted([5, 3, 2]);
  if (kind === 2) return [one('move'), one('cancel')];
  return [one(kind === 0 ? 'cancel' : 'move')];
}

const everyMs = 60_000;
const timeMs = 48_000;

export async function actOnPerformances(
  morning: Morning,
  acts: readonly PlannedAct[],
  isOver: () => boolean,
): Promise<void> {
  await Promise.all(acts.map((act) => actOnce(morning, act, isOver)));
}

async function actOnce(morning: Morning, { act, of, at }: PlannedAct, isOver: () => boolean): Promise<void> {
  const performance = morning.of.performances[of]?.id ?? '';
  await morning.wait(Math.max(0, at - morning.time.now));
  while (!isOver()) {
    const answer = await morning.ask(
      'operator',
      `${act} ${performance}`,
      async (api, now): Promise<Cancelled | Moved> => {
        const shelf = openShelf(api.files);
        if (act === 'cancel') return cancelPerformance(shelf, { performance, reason: 'The lead is ill.' }, now);
        return movePerformance(
          shelf,
          { performance, startsAt: '2030-06-24T19:30', venue: 'Town Hall', reason: 'Flood.' },
          now,
        );
      },
    );
    // A move after a cancellation is refused for good.
    if (answer.ok || !answer.detail.includes('call again')) return;
    await morning.wait(30_000);
  }
}

/** Once a minute, now and then two at a time. */
export async function followNowAndThen(morning: Morning, chance: Chance, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await morning.wait(everyMs);
    const hands = chance.happens(0.2) ? 2 : 1;
    await Promise.all(Array.from({ length: hands }, () => followOnce(morning)));
  }
}

async function followOnce(morning: Morning): Promise<void> {
  const { platform, time } = morning;
  const invoked = await platform.tenders.invoke((api) => follow(api, () => time.now, time.now + timeMs));
  const errors =
    invoked.ended === 'failed'
      ? [invoked.error]
      : invoked.ended === 'well'
        ? invoked.result.failed.map(({ error }) => error)
        : [];
  for (const error of errors) if (!isExpected(error)) morning.fail(error);
}
