import type Stripe from 'stripe';
import { amend, type OrderStep, withAct } from '../order/amend.ts';
import type { FailedRefund, OrderRecord, PaymentRecord } from '../order/order.ts';
import type { OrderStore } from '../order/order-store.ts';

/*
 * A failed refund is shown to staff (O1). Stripe took a refund on, and the bank sent it back later. Stripe does not try
 * again: staff must give the money back another way. The order goes on saying `refunded`, as its seats are sold anew,
 * and says beside it which refunds came back. The alarm is `RefundFailed`, and docs/runbooks/refund-failed.md says what
 * to do. This is the one news that is believed as it is told: a refund that failed stays failed.
 */

/** The refund that this message of Stripe's says has failed. Both kinds of message come, in any order. */
export function failedRefundIn({
  type,
  data: { object },
}: Pick<Stripe.Event, 'type' | 'data'>): FailedRefund | undefined {
  const { id, status, metadata } = object as Partial<Pick<Stripe.Refund, 'id' | 'status' | 'metadata'>>;
  const failed = type === 'refund.failed' || (type === 'refund.updated' && status === 'failed');
  if (!failed || id === undefined) return undefined;
  const name = metadata?.name;
  return { id, ...(name !== undefined && { name }) };
}

/** Writes it down with the order, once. The order as it stands after; undefined if there is none of that id. */
export function hearFailedRefund(
  { store }: { readonly store: Pick<OrderStore, 'get' | 'write'> },
  order: string,
  refund: FailedRefund,
  now: number,
): Promise<OrderRecord | undefined> {
  return amend(store, order, refundFailed(refund, now), now);
}

function refundFailed(refund: FailedRefund, now: number): OrderStep {
  return (order) => {
    const { failedRefunds = [] } = order.payment;
    if (failedRefunds.some(({ id }) => id === refund.id)) return undefined;
    return {
      ...order,
      payment: { ...order.payment, failedRefunds: [...failedRefunds, refund] },
      history: withAct(order.history, { happenedAt: now, by: 'payment', act: 'refund-failed', note: refund.id }),
    };
  };
}

/** Whether the money that is owed was given back under this name, and came back. To ask again would fail for ever. */
export function hasFailed({ failedRefunds = [] }: Pick<PaymentRecord, 'failedRefunds'>, name: string): boolean {
  return failedRefunds.some((refund) => refund.name === name);
}
