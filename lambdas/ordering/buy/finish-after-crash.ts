import { cancelDone } from '../change/cancel-steps.ts';
import { isChangeAnswered } from '../change/change-steps.ts';
import { dateChosen, dateKept } from '../change/choice-steps.ts';
import { exchangeDone, exchangeKept, replacementOf } from '../change/exchange-steps.ts';
import type { DoorStore } from '../door/door-store.ts';
import type { Announce } from '../mail/announce.ts';
import { amend } from '../order/amend.ts';
import { amountSold, answered, type OrderRecord, owesNow } from '../order/order.ts';
import type { OrderingKeys } from '../order/order-id.ts';
import type { OrderStore } from '../order/order-store.ts';
import { heldByBank } from '../payment/dispute-steps.ts';
import { hasFailed } from '../payment/failed-refund.ts';
import { portFor } from '../payment/nothing-due.ts';
import type { Captured, PaymentDeps, PaymentPort } from '../payment/payment.ts';
import {
  confirmed,
  isPromiseOfNothing,
  letGo,
  moneyWithdrawn,
  nothingDue,
  paidBack,
  seatsLost,
  told,
} from '../payment/payment-steps.ts';

/*
 * Everything that is left to do for an order without waiting for anybody's answer, read off its record. It is no path
 * of its own for crashes: settle-order.ts and tend-orders.ts call it each time they look at an order. First
 * comes the act, which repeats to the same thing. Then comes the write that says it was done, which is made once. A
 * crash between the two leaves the record as it was. The next one to come, by the message's redelivery or by the clock,
 * does the act again. Money is taken before there are tickets, and let go of or given back after the order says so.
 */

export interface FinishDeps {
  readonly store: Pick<OrderStore, 'get' | 'write' | 'listConsenting'>;
  readonly payments: PaymentDeps;
  readonly keys: Pick<OrderingKeys, 'ticketId' | 'ticket'>;
  readonly door: Pick<DoorStore, 'mark' | 'expect'>;
  readonly announce: Announce;
}

/** The order as it stands when nothing is left that we could do alone. */
export async function finish(deps: FinishDeps, order: OrderRecord, now: number): Promise<OrderRecord> {
  let current = order;
  for (;;) {
    const next = await nextOf(deps, current, now);
    if (!next) return current;
    if (next.version === current.version) throw new Error(`Order ${order.id} cannot be finished as it stands`);
    current = next;
  }
}

async function nextOf(deps: FinishDeps, order: OrderRecord, now: number): Promise<OrderRecord | undefined> {
  const { store, announce } = deps;
  const { id, payment } = order;
  const take = async (step: Parameters<typeof amend>[2]) => {
    const next = await amend(store, id, step, now, order);
    if (!next) throw new Error(`Order ${id} vanished while it was finished`);
    return next;
  };
  if (order.state === 'placed' && answered(order)) {
    if (isLost(order)) return take(seatsLost(now));
    const taken = await capture(deps, order);
    return take(taken === 'withdrawn' ? moneyWithdrawn(now) : confirmed(taken, deps.keys, now));
  }
  if (payment.unvoided) {
    if (!hasFailed(payment, 'void')) await portOf(deps, order).void(id, payment.reference);
    return take(letGo);
  }
  if (isChangeAnswered(order)) return take(await changeStep(deps, order, now));
  if (payment.owed && owesNow(payment)) {
    const { name, amount } = payment.owed;
    const asked = { order: id, name, amount, ...referenceOf(order) };
    const said = hasFailed(payment, name) ? undefined : await portOf(deps, order).refund(asked);
    return take(said === 'disputed' ? heldByBank(name) : paidBack(name));
  }
  if (isPromiseOfNothing(order)) return take(nothingDue(now));
  // While it is being changed, the buyer is told nothing: the outcome is.
  if (order.untold && !order.changing) {
    await expectAtDoor(deps, order);
    if (order.news && order.state === 'confirmed') await store.listConsenting(order);
    await announce(order);
    return take(told(order));
  }
  return undefined;
}

function isLost({ outcomes, items }: OrderRecord): boolean {
  return items.every(({ hold }) => outcomes[hold] === 'lost');
}

function capture(deps: FinishDeps, order: OrderRecord): Promise<Captured> {
  return portOf(deps, order).capture({ order: order.id, amount: amountSold(order), ...referenceOf(order) });
}

async function changeStep(deps: FinishDeps, order: OrderRecord, now: number) {
  const { changing } = order;
  if (changing?.kind === 'choice')
    return changing.answers[changing.hold] === 'kept' ? dateKept(now) : dateChosen(deps.keys, now);
  if (changing?.kind !== 'exchange') return cancelDone(now);
  if (changing.answers[changing.hold] === 'kept') return exchangeKept(now);
  await replaceAtDoor(deps, order);
  return exchangeDone(deps.keys, now);
}

/**
 * The old tickets are void before the new ones are anybody's. One that opened the door in the moment of the exchange
 * did so for the new one: one seat, one person.
 */
async function replaceAtDoor({ door, keys }: FinishDeps, order: OrderRecord): Promise<void> {
  for (const ticket of order.tickets) {
    const replacement = replacementOf(order, ticket, keys);
    if (!replacement) continue;
    const voided = await door.mark(ticket.performance, ticket.id, { state: 'void' });
    if (!voided.ok && voided.mark.state === 'used')
      await door.mark(replacement.performance, replacement.id, voided.mark);
  }
}

/** The door finds the order by the performances that it has tickets of. */
async function expectAtDoor({ door }: FinishDeps, { id, tickets }: OrderRecord): Promise<void> {
  const performances = new Set(tickets.map(({ performance }) => performance));
  for (const performance of performances) await door.expect(performance, id);
}

function portOf({ payments }: Pick<FinishDeps, 'payments'>, { id, payment: { method } }: OrderRecord): PaymentPort {
  const port = portFor(payments, method);
  if (!port) throw new Error(`Order ${id} was to be paid by ${method}, which is not known`);
  return port;
}

function referenceOf({ payment: { reference } }: OrderRecord): { readonly reference?: string } {
  return reference === undefined ? {} : { reference };
}
