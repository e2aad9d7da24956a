import type { CardAccount } from '../card-account.ts';
import type { PretendIntent } from './outcome.ts';

/*
 * A PaymentIntent is a card account in Stripe's words.
 */

const statuses = {
  unpaid: 'requires_payment_method',
  pending: 'processing',
  authorised: 'requires_capture',
  captured: 'succeeded',
  cancelled: 'canceled',
  withdrawn: 'canceled',
} as const satisfies Readonly<Record<CardAccount['state'], PretendIntent['status']>>;

/** One that its bank took back looks as one that we let go of: `canceled`. */
const states = {
  requires_payment_method: 'unpaid',
  processing: 'pending',
  requires_capture: 'authorised',
  succeeded: 'captured',
  canceled: 'cancelled',
} as const satisfies Readonly<Record<PretendIntent['status'], CardAccount['state']>>;

export function accountOf({ status, amount, amount_received }: PretendIntent, refunded = 0): CardAccount {
  return { state: states[status], amount, captured: amount_received, refunded };
}

export function intentAfter(intent: PretendIntent, { state, amount, captured }: CardAccount): PretendIntent {
  const capturable = state === 'authorised' ? amount : 0;
  return { ...intent, status: statuses[state], amount_capturable: capturable, amount_received: captured };
}
