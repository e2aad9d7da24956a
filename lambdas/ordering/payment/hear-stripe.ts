import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { FailedRefund, OrderRecord } from '../order/order.ts';
import type { HeardDispute } from './hear-dispute.ts';
import { readStripeMessage } from './stripe-webhook.ts';

/*
 * Stripe calls. A caller without Stripe's signature is refused. A genuine message is worth one look at the payment of
 * the order that it names, or at its disputes, or a note of the refund that failed. None changes anything the second time. A message about somebody else's order is answered
 * like the rest, or Stripe would send it again for three days. A fault of ours is not, so that Stripe does.
 */

export interface HearStripeDeps {
  /** Signing secrets, of which any may have signed. */
  readonly secrets: readonly string[];
  /** See hear-payment.ts. */
  readonly hear: (order: string, now: number) => Promise<OrderRecord | undefined>;
  /** See failed-refund.ts. */
  readonly refundFailed: (order: string, refund: FailedRefund, now: number) => Promise<OrderRecord | undefined>;
  /** See hear-dispute.ts. */
  readonly disputed: (reference: string, now: number) => Promise<HeardDispute | undefined>;
}

export interface HeardStripe {
  readonly ok: true;
  /** Stripe's name of what happened. */
  readonly kind: string;
  /** The order that it happened to, if it is one of ours, as it stands now. */
  readonly order?: OrderRecord;
  /** A refund of this order came back. */
  readonly failedRefundOf?: string;
  /** A bank began to ask for an answer about this order. */
  readonly answerWantedOf?: string;
}

/**
 * @param text The body, letter for letter.
 * @param signature Header `stripe-signature`.
 * @param now Milliseconds since the epoch.
 */
export async function hearStripe(
  { secrets, hear, refundFailed, disputed }: HearStripeDeps,
  text: string,
  signature: string | undefined,
  now: number,
): Promise<HeardStripe | Refusal> {
  const message = signature === undefined ? 'forged' : readStripeMessage(text, signature, secrets, now);
  if (message === 'forged')
    return refuse(
      'webhook-forged',
      'Send it as Stripe does, signed with the secret of this endpoint and within five minutes.',
      {
        errors: [{ field: 'header.stripe-signature', message: 'does not sign this body' }],
      },
    );
  const { kind } = message;
  if (message.about === 'nothing-of-ours') return { ok: true, kind };
  if (message.about === 'failed-refund') {
    const order = await refundFailed(message.order, message.refund, now);
    return { ok: true, kind, failedRefundOf: message.order, ...(order && { order }) };
  }
  if (message.about === 'dispute') {
    const heard = await disputed(message.reference, now);
    if (!heard) return { ok: true, kind };
    const { order, wantsAnswer } = heard;
    return { ok: true, kind, order, ...(wantsAnswer && { answerWantedOf: order.id }) };
  }
  const order = await hear(message.order, now);
  return { ok: true, kind, ...(order && { order }) };
}
