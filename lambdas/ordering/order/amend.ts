import type { OrderAct } from '../../../contracts/order.ts';
import type { OrderRecord } from './order.ts';
import type { OrderStore } from './order-store.ts';

/*
 * Changing an order: read it, say what it becomes, and write that if nobody wrote meanwhile. If somebody did, start
 * over. A plain step says what it becomes. The step is asked anew whenever the order has moved, and says nothing if the
 * order is past it. So a step is taken once, however many try. Of those who meet, one always gets on.
 */

/** The order as it becomes; undefined to leave it as it is. */
export type OrderStep = (order: OrderRecord) => Omit<OrderRecord, 'version' | 'movedAt'> | undefined;

/** The same by a look at what others know: it is taken after the order was read, and anew when the order has moved. */
export type OrderLook = (order: OrderRecord) => Promise<ReturnType<OrderStep>>;

/** Twenty holds may answer at once, beside the fan, staff, the provider and the clock. */
const mostTries = 60;

/**
 * The order as it stands after the step, whoever took it; undefined if there is none. A caller that has just read or
 * written it gives it as `known`, which saves the first look. If it has moved since, it is read. `now` in milliseconds
 * since the epoch.
 */
export async function amend(
  store: Pick<OrderStore, 'get' | 'write'>,
  id: string,
  step: OrderStep,
  now: number,
  known?: OrderRecord,
): Promise<OrderRecord | undefined> {
  const next = known && step(known);
  if (known && next) {
    const after = followed(known, next, now);
    if ((await store.write(after)).ok) return after;
  }
  return (await amended(store, id, step, now))?.order;
}

function followed({ version }: OrderRecord, next: ReturnType<OrderStep> & object, now: number): OrderRecord {
  return { ...next, version: version + 1, movedAt: now };
}

/** As `amend`, and whether it was this caller who took the step. */
export async function amended(
  store: Pick<OrderStore, 'get' | 'write'>,
  id: string,
  step: OrderStep,
  now: number,
): Promise<{ readonly order: OrderRecord; readonly mine: boolean } | undefined> {
  const taken = await amendBy(store, id, async (order) => step(order), now);
  return taken && { order: taken.order, mine: taken.order !== taken.before };
}

/** As `amended`, by a look; and the order as it stood before. */
export async function amendBy(
  store: Pick<OrderStore, 'get' | 'write'>,
  id: string,
  look: OrderLook,
  now: number,
): Promise<{ readonly order: OrderRecord; readonly before: OrderRecord } | undefined> {
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await store.get(id);
    if (!before) return undefined;
    const next = await look(before);
    if (!next) return { order: before, before };
    const order = followed(before, next, now);
    if ((await store.write(order)).ok) return { order, before };
  }
  throw new Error(`Order ${id} moved ${mostTries} times under one step`);
}

/** How it began, and the latest: an order that is changed again and again must not outgrow its item. */
const historyKept = { first: 10, last: 50 };

/** The history with one more act; beyond sixty, the oldest of the middle go. */
export function withAct(history: readonly OrderAct[], act: OrderAct): readonly OrderAct[] {
  const longer = [...history, act];
  const { first, last } = historyKept;
  return longer.length <= first + last ? longer : [...longer.slice(0, first), ...longer.slice(-last)];
}
