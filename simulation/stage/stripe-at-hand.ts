import type { PaymentDeps } from '../../lambdas/ordering/payment/payment.ts';

/** A Stripe that a stage can reach: who speaks to it, and the secrets that its messages are signed with. */
export interface StripeAtHand {
  readonly payments: PaymentDeps;
  readonly webhookSecrets: readonly string[];
}
