import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { ExchangeRequest } from '../../../contracts/order.ts';
import { published } from '../../../contracts/paths.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { DoorStore } from '../door/door-store.ts';
import { amend } from '../order/amend.ts';
import { type AskHouse, askToChange } from '../order/ask-house.ts';
import { notChangeable, ticketUsed } from '../order/change-refusals.ts';
import type { OrderRecord } from '../order/order.ts';
import type { OrderStore } from '../order/order-store.ts';
import { ticketsOf } from '../ticket/ticket.ts';
import { isUsed } from './cancel.ts';
import { type ChangeAsked, changeAsked } from './change-steps.ts';
import { type ExchangeWish, isExchanged, readWish } from './exchange-wish.ts';

/*
 * Exchanging seats within an order, in steps of which each is safe to do again:
 *
 *   1 mark the order, once, with the seats and prices that were agreed
 *   2 ask the house for the change: all the new seats, or everything stays as it is
 *   3 changed: the old tickets are made void at the door; then items, tickets and what is owed, in one write
 *     kept:    the mark is taken away, and the order says why
 *   4 give the difference back, tell that there are new tickets (finish-after-crash.ts)
 */

export interface ExchangeDeps {
  readonly store: Pick<OrderStore, 'get' | 'write'>;
  readonly door: Pick<DoorStore, 'marksOf'>;
  readonly askHouse: AskHouse;
  /** The published file of a performance, of its plan: undefined if there is none. */
  readonly read: <File>(path: string) => Promise<File | undefined>;
}

/** Whoever writes beside it writes seldom: a letter that was sent, a word of the bank. */
const mostTries = 5;

/** `may` is asked of the order as it stands when it is marked, and what the exchange comes to. */
export async function exchange(
  deps: ExchangeDeps,
  first: OrderRecord,
  request: ExchangeRequest,
  asked: ChangeAsked,
  may: (order: OrderRecord, wish: ExchangeWish) => boolean,
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderRecord } | Refusal> {
  let found = first;
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (isExchanged(found, request)) return again(deps, found);
    const wish = await allowedWish(deps, found, request, may);
    if (!wish.ok) return wish;
    const wanted = { kind: 'exchange', hold: request.hold, from: request.from, to: wish.to } as const;
    // Prices were agreed on what the order was: if it has moved since, they are agreed anew.
    const { version } = found;
    const still = (order: OrderRecord) => order.version === version && may(order, wish);
    const marked = await amend(deps.store, found.id, changeAsked(wanted, asked, still, now), now);
    if (!marked) throw new Error(`Order ${found.id} vanished while it was exchanged`);
    if (!isExchanged(marked, request) && marked.version === version) return notChangeable(marked);
    found = marked;
  }
  return isExchanged(found, request) ? again(deps, found) : notChangeable(found);
}

/** What is wished for, if the order allows it as it stands. */
async function allowedWish(
  deps: ExchangeDeps,
  found: OrderRecord,
  request: ExchangeRequest,
  may: (order: OrderRecord, wish: ExchangeWish) => boolean,
): Promise<ExchangeWish | Refusal> {
  if (found.state !== 'confirmed' || found.changing || found.payment.owed) return notChangeable(found);
  const { hold, from } = request;
  const item = found.items.find((known) => known.hold === hold);
  const files = item && (await filesOf(deps, item.performance));
  if (item && !files)
    return refuse('performance-unknown', 'This performance is no longer published. Ask the box office.');
  const wish = files ? readWish(found, request, files) : lineUnknown();
  if (!wish.ok) return wish;
  if (!may(found, wish))
    return wish.dearer > 0 && may(found, { ...wish, dearer: 0 }) ? tooDear() : notChangeable(found);
  return (await isUsed(deps.door, ticketsOf(found, wish.item, from))) ? ticketUsed() : wish;
}

/** Also for who comes second: the first may have died before it asked. */
async function again({ askHouse }: ExchangeDeps, order: OrderRecord) {
  await askToChange(askHouse, order);
  return { ok: true, order } as const;
}

async function filesOf({ read }: ExchangeDeps, id: string) {
  const performance = await read<PerformanceFile>(published.performance(id));
  const plan = performance && (await read<Plan>(published.plan(performance.plan)));
  return performance && plan && { performance, plan };
}

function lineUnknown(): Refusal {
  return refuse('seats-not-exchangeable', 'Name seats of this order, and as many others of the same performance.', {
    errors: [{ field: 'body.hold', message: 'is not a hold of this order' }],
  });
}

function tooDear(): Refusal {
  return refuse('seats-not-exchangeable', 'These seats are dearer: choose others, or ask the box office.', {
    errors: [{ field: 'body.to', message: 'cost more than the seats they are for' }],
  });
}
