import type { HearDisputeDeps } from '../../lambdas/ordering/payment/hear-dispute.ts';
import type { PaymentDeps } from '../../lambdas/ordering/payment/payment.ts';

/** A Stripe that a stage can reach: who speaks to it, and the secrets that its messages are signed with. */
export interface StripeAtHand {
  readonly payments: PaymentDeps;
  /** The account itself, as its messages are looked up there. */
  readonly account: HearDisputeDeps['stripe'];
  readonly webhookSecrets: readonly string[];
}
