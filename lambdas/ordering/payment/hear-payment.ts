import { amend } from '../order/amend.ts';
import { type AskHouse, askToAwaitBank, askToSell } from '../order/ask-house.ts';
import { isLapsed } from '../order/due.ts';
import { chargeOf, type OrderRecord } from '../order/order.ts';
import type { OrderStore } from '../order/order-store.ts';
import { hasFailed } from './failed-refund.ts';
import { portFor } from './nothing-due.ts';
import type { PaymentDeps } from './payment.ts';
import { givenUp, letGo, paymentSaid } from './payment-steps.ts';

/*
 * Something happened to the payment of an order: the provider called, the fan's page came back, or the clock did. The
 * news itself is not believed but looked up, so it may come twice, late, out of order, or from anybody. An order that
 * is paying goes on by what the provider says now. If that is nothing, and the time of its seats is over, it ends. The money of an order that is over and was paid all the same is let
 * go of again: nobody is charged for what they did not get (O1).
 */

export interface HearPaymentDeps {
  readonly store: Pick<OrderStore, 'get' | 'write'>;
  /** Every way to pay that is known, offered still or not. */
  readonly payments: PaymentDeps;
  readonly askHouse: AskHouse;
}

/** The order as it stands after the news; undefined if there is none of that id. `now` in milliseconds since the epoch. */
export async function hearPayment(
  { store, payments, askHouse }: HearPaymentDeps,
  id: string,
  now: number,
): Promise<OrderRecord | undefined> {
  const order = await store.get(id);
  if (!order) return undefined;
  const { method, reference } = order.payment;
  const port = portFor(payments, method);
  if (!port) throw new Error(`Order ${id} is paid by ${method}, which is not known`);
  const isOver = order.state === 'refused' && !hasFailed(order.payment, 'void');
  if (isOver && reference !== undefined) await port.void(id, reference);
  if (order.state === 'placed') await askToSell(askHouse, order);
  if (order.state !== 'paying') return order;
  const said = await port.look(chargeOf(order), now);
  const heard = await amend(store, id, paymentSaid(said, 'payment', now), now, order);
  if (heard?.state === 'placed') await askToSell(askHouse, heard);
  if (heard?.state === 'paying') await askToAwaitBank(askHouse, heard);
  const ended = heard && isLapsed(heard, now) ? await amend(store, id, givenUp(now), now, heard) : heard;
  // It was given up, now or while we looked, and may have been paid in between.
  if (ended?.state !== 'refused' || said.state === 'declined') return ended;
  await port.void(id, reference);
  return (await amend(store, id, letGo, now, ended)) ?? ended;
}
