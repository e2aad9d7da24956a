import { type CancelDeps, cancel, carryCancel } from '../change/cancel.ts';
import { promiseInUse } from '../change/cancel-steps.ts';
import { choiceEnded, choiceOver } from '../change/choice-steps.ts';
import { amend, amended } from '../order/amend.ts';
import { type AskHouse, askToChange, askToSell } from '../order/ask-house.ts';
import { dueOf, givenUpAt } from '../order/due.ts';
import type { OrderRecord } from '../order/order.ts';
import type { OrderStore } from '../order/order-store.ts';
import { hearPayment } from '../payment/hear-payment.ts';
import { givenUp } from '../payment/payment-steps.ts';
import { timesHeard } from '../payment/sandbox-card.ts';
import { type FinishDeps, finish } from './finish-after-crash.ts';

/*
 * Looks after orders that nobody moves on (due.ts). These are promises past their deadline, and everything that a
 * crash, a lost message or a silent provider left behind. Everything is carried on from the record, by the same steps
 * that the requests and the house's answers take. So it does not matter who takes them, how often, or where the last
 * one died. A worker that looks after an order writes that first, so that two at work leave one another's alone for a
 * while.
 */

export interface TendOrdersDeps extends FinishDeps, CancelDeps {
  readonly store: Pick<OrderStore, 'get' | 'write' | 'due' | 'listConsenting'>;
  readonly door: FinishDeps['door'] & CancelDeps['door'];
  readonly askHouse: AskHouse;
}

export interface Tended {
  /** Orders that were carried on. */
  readonly tended: number;
  /** Orders that were not, by id, and why. They are due again in minutes. */
  readonly failed: readonly { readonly order: string; readonly error: unknown }[];
}

const pageSize = 200;
/** At once. Each waits for a provider or a queue most of its time. */
const hands = 8;

/** Looks after all that is due, until none is left or the time is up. `clock` in milliseconds since the epoch. */
export async function tendOrders(deps: TendOrdersDeps, clock: () => number, endsAt: number): Promise<Tended> {
  const seen = new Set<string>();
  const failed: { order: string; error: unknown }[] = [];
  let tended = 0;
  for (;;) {
    const page = await deps.store.due(clock(), pageSize);
    // The index may be a second behind, and what failed is not tried again in the same minute.
    const waiting = page.filter((id) => !seen.has(id));
    if (waiting.length === 0) return { tended, failed };
    const hand = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined && clock() < endsAt; id = waiting.shift()) {
        seen.add(id);
        try {
          if (await tendOrder(deps, id, clock())) tended += 1;
        } catch (error) {
          failed.push({ order: id, error });
        }
      }
    };
    await Promise.all(Array.from({ length: hands }, hand));
    if (clock() >= endsAt) return { tended, failed };
  }
}

/** The order as it stands after it was looked after; undefined if it was not due, or is gone. */
export async function tendOrder(deps: TendOrdersDeps, id: string, now: number): Promise<OrderRecord | undefined> {
  const taken = await amended(deps.store, id, (order) => (isDue(order, now) ? order : undefined), now);
  return taken?.mine ? carryOn(deps, taken.order, now) : undefined;
}

function isDue(order: OrderRecord, now: number): boolean {
  const due = dueOf(order);
  return due !== undefined && due <= now;
}

async function carryOn(deps: TendOrdersDeps, order: OrderRecord, now: number): Promise<OrderRecord> {
  const { store, askHouse } = deps;
  const current = await finish(deps, order, now);
  const { id, state, changing } = current;
  if (state === 'unpaid' || state === 'paying') {
    const heard = state === 'paying' ? await hear(deps, current, now) : current;
    if (heard?.state !== 'paying' && heard?.state !== 'unpaid') return heard ? finish(deps, heard, now) : current;
    if (now < givenUpAt(heard)) return heard;
    return finish(deps, (await amend(store, id, givenUp(now), now)) ?? heard, now);
  }
  if (state === 'placed') await askToSell(askHouse, current);
  if (changing?.kind === 'exchange' || changing?.kind === 'choice') await askToChange(askHouse, current);
  if (changing?.kind === 'cancel') return finish(deps, await carryCancel(deps, current, now), now);
  const over = changing ? undefined : choiceOver(current, now);
  if (over) {
    const ended = await amend(store, id, choiceEnded(over.performance, 'clock', now), now, current);
    return finish(deps, ended ?? current, now);
  }
  if (isPastDeadline(current, now)) return finish(deps, await expire(deps, current, now), now);
  return current;
}

async function hear(deps: TendOrdersDeps, { id, payment }: OrderRecord, now: number) {
  const [heard] = await Promise.all(Array.from({ length: timesHeard(payment) }, () => hearPayment(deps, id, now)));
  return heard;
}

function isPastDeadline({ state, payment, changing }: OrderRecord, now: number): boolean {
  return (
    state === 'confirmed' &&
    !changing &&
    payment.state === 'promised' &&
    payment.deadline !== undefined &&
    payment.deadline <= now
  );
}

async function expire(deps: TendOrdersDeps, order: OrderRecord, now: number): Promise<OrderRecord> {
  const asked = { by: 'clock', note: 'not paid by the deadline' } as const;
  const cancelled = await cancel(deps, order, asked, (found) => isPastDeadline(found, now), now);
  if (!cancelled) throw new Error(`Order ${order.id} vanished when its promise ran out`);
  if (cancelled.answer !== 'ticket-used') return cancelled.order;
  return (await amend(deps.store, order.id, promiseInUse(now), now)) ?? cancelled.order;
}
