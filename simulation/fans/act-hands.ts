import type { StaffAct } from '../../contracts/order.ts';
import type { PerformanceAct } from '../../contracts/performance-acts.ts';
import { type Cancelled, cancelPerformance } from '../../lambdas/catalogue/cancel-performance.ts';
import { type Moved, movePerformance } from '../../lambdas/catalogue/move-performance.ts';
import { openActShelf } from '../../lambdas/catalogue/shelf.ts';
import type { OrderRecord } from '../../lambdas/ordering/order/order.ts';
import { orderKeyOf } from '../../lambdas/ordering/order/order-id.ts';
import type { Chance } from '../../rehearsal/fans/chance.ts';
import { type Morning, opensAt } from '../morning.ts';
import { actAsStaff, choose, follow, type KeyHolder, moneyInstead, type ShownOrder } from '../ordering.ts';
import { type Api, isExpected } from '../stage/platform.ts';

/*
 * In some mornings a performance is cancelled or moved while fans shop. The operator calls until it is done, also if a
 * call dies. A clock brings the orders to it, now and then two at a time. Half of the cancellations leave a choice: some
 * buyers take another date, some the money, some ask for both at once, and some say nothing.
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
  const open = morning.of.performances.filter(({ id }) => id !== morning.of.counting?.added);
  const dates = open.map(({ id }) => id).filter((id) => id !== performance);
  await morning.wait(Math.max(0, at - morning.time.now));
  while (!isOver()) {
    const answer = await morning.ask(
      'operator',
      `${act} ${performance}`,
      async (api, now): Promise<Cancelled | Moved> => {
        const shelf = openActShelf(api.files, 'https://tickets.example.org');
        if (act === 'cancel') {
          const choice = hasChoice(at) && dates.length > 0 ? { dates } : undefined;
          return cancelPerformance(shelf, { performance, reason: 'The lead is ill.', ...(choice && { choice }) }, now);
        }
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

/** By the second of the act, so that the plan of a morning is drawn as ever. */
const hasChoice = (at: number): boolean => Math.floor(at / 1000) % 2 === 0;

/** Once a minute, now and then two at a time. */
export async function followNowAndThen(morning: Morning, chance: Chance, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await morning.wait(everyMs);
    const hands = chance.happens(0.2) ? 2 : 1;
    await Promise.all([
      ...Array.from({ length: hands }, () => followOnce(morning)),
      ...[...morning.orders.orders.values()].map((order) => chooseNowAndThen(morning, order, chance)),
    ]);
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

/** A fan with a choice makes it after some minutes, in some cases twice or both ways in the same moment. */
async function chooseNowAndThen(morning: Morning, order: OrderRecord, chance: Chance): Promise<void> {
  const [choice] = order.choices ?? [];
  if (!choice || order.changing || !chance.happens(0.4)) return;
  const { performance, dates } = choice;
  const instead = dates[chance.whole(0, dates.length - 1)] ?? '';
  const ask = (what: string, act: (api: Api, of: KeyHolder, now: number) => ShownOrder) =>
    morning.ask(`buyer of ${order.id}`, `${what} in order ${order.id}`, (api, now) =>
      act(api, { id: order.id, key: orderKeyOf(api.keys.ordering.orderKey, order.id) }, now),
    );
  const date = () =>
    ask(`take ${instead} for ${performance}`, (api, of, now) => choose(api, of, { performance, instead }, now));
  const money = () =>
    ask(`take the money for ${performance}`, (api, of, now) => moneyInstead(api, of, performance, now));
  // The box office does it for some, on the telephone, while the fan presses on the page.
  const staff = (act: StaffAct) => () =>
    morning.ask('staff', `${act.act} in order ${order.id}`, (api, now) => actAsStaff(api, order.id, act, now));
  const dateByStaff = staff({ act: 'choose-date', performance, instead });
  const moneyByStaff = staff({ act: 'money-back', performance });
  const ways = [[date], [date, dateByStaff], [date, money], [moneyByStaff], [money, moneyByStaff]] as const;
  const way = ways[chance.weighted([4, 2, 2, 1, 1])] ?? [date];
  await Promise.all(way.map((act) => act()));
}
