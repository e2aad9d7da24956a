import Stripe from 'stripe';
import type { FailedRefund } from '../order/order.ts';
import { failedRefundIn } from './failed-refund.ts';

/*
 * Messages from Stripe. Two facts count: that a message came from Stripe, and which order it is about. Its content may
 * be old, doubled or out of order, so everything else is looked up, but for a refund that failed. A message of an unknown kind is ignored.
 */

/** Stripe's own libraries allow this many seconds between signing and reading. */
const tolerance = 300;

export type StripeMessage =
  /** The state of this order's payment may have changed. */
  | { readonly about: 'payment'; readonly order: string; readonly reference: string; readonly kind: string }
  /** A refund that Stripe had taken on came back: staff must give the money back another way. */
  | {
      readonly about: 'failed-refund';
      readonly order: string;
      readonly refund: FailedRefund;
      readonly kind: string;
    }
  /** A buyer asked their bank for the money back, or that went on. It names the payment alone: disputes have no word of ours. */
  | { readonly about: 'dispute'; readonly reference: string; readonly kind: string }
  | { readonly about: 'nothing-of-ours'; readonly kind: string };

const ofPayments: readonly string[] = [
  'payment_intent.amount_capturable_updated',
  'payment_intent.requires_action',
  'payment_intent.processing',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'payment_intent.succeeded',
];

/**
 * The message that Stripe signed, or `forged`.
 *
 * @param text The body, byte for byte.
 * @param signature Header `stripe-signature`.
 * @param secrets Any of them may have signed.
 * @param now Milliseconds since the epoch.
 */
export function readStripeMessage(
  text: string,
  signature: string,
  secrets: readonly string[],
  now: number,
): StripeMessage | 'forged' {
  for (const secret of secrets) {
    const event = verified(text, signature, secret, now);
    if (event) return messageOf(event);
  }
  return 'forged';
}

function verified(text: string, signature: string, secret: string, now: number): Stripe.Event | undefined {
  try {
    return Stripe.webhooks.constructEvent(text, signature, secret, tolerance, undefined, now);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined;
    throw error;
  }
}

function messageOf(event: Stripe.Event): StripeMessage {
  const { type, data } = event;
  const {
    metadata,
    payment_intent: intent,
    id,
  } = data.object as {
    readonly id?: string;
    readonly metadata?: Readonly<Record<string, string>> | null;
    readonly payment_intent?: string | { readonly id: string } | null;
  };
  const paidBy = typeof intent === 'string' ? intent : intent?.id;
  if (type.startsWith('charge.dispute.') && paidBy !== undefined)
    return { about: 'dispute', reference: paidBy, kind: type };
  const order = metadata?.order;
  if (order === undefined) return { about: 'nothing-of-ours', kind: type };
  if (ofPayments.includes(type) && id !== undefined) return { about: 'payment', order, reference: id, kind: type };
  if (type === 'charge.refunded' && paidBy !== undefined)
    return { about: 'payment', order, reference: paidBy, kind: type };
  const refund = failedRefundIn(event);
  if (refund) return { about: 'failed-refund', order, refund, kind: type };
  return { about: 'nothing-of-ours', kind: type };
}
