import { openStripe } from '../../../lambdas/ordering/payment/stripe.gateway.ts';
import { stripePayment } from '../../../lambdas/ordering/payment/stripe.ts';
import { type StripeOnPages, stripeOnPages } from '../../../lib/stripe-on-pages.ts';
import type { StripeAtHand } from '../../../simulation/stage/stripe-at-hand.ts';
import { startFakeStripe } from '../../../stand-ins/stripe/fake-stripe.ts';

/** The stand-in for Stripe, with the address for the gateway and the settings for pages. */
export async function openPretendStripe(): Promise<{
  readonly atHand: StripeAtHand;
  readonly onPages: StripeOnPages;
  /** The fan types a card for this order. */
  readonly pay: (order: string, card: string) => Promise<void>;
  /** What became of the dispute of this order. */
  readonly answerBank: (order: string, state: 'under_review' | 'won' | 'lost') => void;
  /** Sends its messages here from now on. */
  readonly tell: (url: string) => void;
  readonly stop: () => Promise<void>;
}> {
  const stripe = await startFakeStripe({ lateMs: 3_600_000 });
  const { url, secretKey, publishableKey, webhookSecret } = stripe;
  const secret = JSON.stringify({ key: secretKey, webhooks: [webhookSecret] });
  const { api } = openStripe({ secret: 'pretend', api: url }, async () => secret);
  const onPages = stripeOnPages({ publishableKey, apiHost: url });
  if (!onPages) throw new Error('Pages are told nothing of Stripe');
  return {
    atHand: { payments: new Map([['stripe', stripePayment(api)]]), account: api, webhookSecrets: [webhookSecret] },
    onPages,
    pay: async (order, card) => {
      const intent = Object.values(stripe.ledger().intents).find(({ metadata }) => metadata.order === order);
      if (!intent) throw new Error(`Stripe knows nothing of ${order}`);
      await stripe.pay(intent.id, card);
    },
    answerBank: (order, state) => {
      const { intents, disputes } = stripe.ledger();
      const found = Object.values(disputes).find((one) => intents[one.payment_intent]?.metadata.order === order);
      if (!found) throw new Error(`Nobody disputes ${order}`);
      stripe.decide(found.id, state);
    },
    tell: (to) => stripe.tell(to),
    stop: () => stripe.stop(),
  };
}
