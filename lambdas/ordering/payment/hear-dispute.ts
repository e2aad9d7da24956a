import { wantsAnswer } from '../../../rules/card-dispute.ts';
import { amendBy } from '../order/amend.ts';
import type { OrderRecord } from '../order/order.ts';
import type { OrderStore } from '../order/order-store.ts';
import { disputesSaid } from './dispute-steps.ts';
import type { StripeApi } from './stripe.ts';

/*
 * Stripe says that something became of a dispute. The message is not believed: it may be late, come twice, or come after
 * the one that followed it. It names a payment, the payment names its order, and what stands of its disputes is asked for.
 * The order is read before that look and written after it, if nobody wrote meanwhile. So no older look follows a newer
 * one. The order is put on the list of disputed ones first: a death in between leaves an order on it that has none yet,
 * and Stripe sends the message again.
 */

export interface HearDisputeDeps {
  readonly store: Pick<OrderStore, 'get' | 'write' | 'listDisputed'>;
  readonly stripe: Pick<StripeApi, 'find' | 'disputes'>;
}

export interface HeardDispute {
  /** As it stands now. */
  readonly order: OrderRecord;
  /** Since this message a bank waits for an answer that it did not wait for before. */
  readonly wantsAnswer: boolean;
}

/** Undefined if the payment is of no order of ours. `now` in milliseconds since the epoch. */
export async function hearDispute(
  { store, stripe }: HearDisputeDeps,
  reference: string,
  now: number,
): Promise<HeardDispute | undefined> {
  const { order: id } = await stripe.find(reference);
  const known = id === undefined ? undefined : await store.get(id);
  if (id === undefined || !known) return undefined;
  if (known.payment.reference !== reference)
    throw new Error(`Order ${id} is not paid by PaymentIntent ${reference}, which names it`);
  await store.listDisputed(id);
  const heard = await amendBy(
    store,
    id,
    async (order) => disputesSaid(await stripe.disputes(reference), now)(order),
    now,
  );
  if (!heard) return undefined;
  const asked = new Set((heard.before.payment.disputes ?? []).filter(wantsAnswer).map((one) => one.id));
  const { order } = heard;
  return { order, wantsAnswer: (order.payment.disputes ?? []).some((one) => wantsAnswer(one) && !asked.has(one.id)) };
}
