import type Stripe from 'stripe';
import { type DisputeState, disputeStates } from '../../../contracts/order.ts';
import { amountFromStripe } from '../../../rules/stripe-amount.ts';
import { Memory } from '../../foundation/memory.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import type { Intent, StripeApi, StripeDispute, StripeRefund } from './stripe.ts';
import { readStripeKeys, type StripeKeys, type StripePlace } from './stripe-keys.ts';

/*
 * Stripe by its own SDK. Stripe's word on a card is an answer. Everything else that goes wrong is a fault. It carries
 * Stripe's codes and the id of the request, by which Stripe's dashboard finds it. The SDK's errors carry the
 * PaymentIntent and what the fan typed beside the card, so none of them is ever the cause of ours.
 */

export interface StripeAccess {
  readonly api: StripeApi;
  /** Signing secrets of its webhooks. */
  webhookSecrets(): Promise<readonly string[]>;
}

/**
 * The account whose keys the secret holds. They are read at the first use, so that a stage runs before they are filled
 * in. They are read again after Stripe refused the key or the secret was wrong: both are mended without a deployment.
 */
export function openStripe(
  place: StripePlace,
  read: (arn: string) => Promise<string> = readSecret,
  /** How often the SDK itself asks again, after half a second, when Stripe does not answer or has a fault. */
  retries = 1,
): StripeAccess {
  const memory = new Memory<{ readonly keys: StripeKeys; readonly stripe: Stripe }>(1);
  const open = () =>
    memory.recall(place.secret, async () => {
      const keys = readStripeKeys(await read(place.secret), place.secret);
      return { keys, stripe: await clientOf(keys.key, place.api, retries) };
    });
  const ask = async <Answer>(act: string, call: (stripe: Stripe) => Promise<Answer>): Promise<Answer> => {
    const { stripe } = await open();
    try {
      return await call(stripe);
    } catch (error) {
      if (isOfStripe(error) && error.type === 'StripeAuthenticationError') memory.forget(place.secret);
      throw faultOf(act, error);
    }
  };
  return { api: apiOf(ask), webhookSecrets: async () => (await open()).keys.webhooks };
}

async function clientOf(key: string, api: string | undefined, retries: number): Promise<Stripe> {
  const at = api === undefined ? undefined : new URL(api);
  // Loaded here and not above: a handler that was started for another way to pay need not wait for it.
  const { default: StripeSdk } = await import('stripe');
  return new StripeSdk(key, {
    // Twice four seconds and the pause between stay below the ten that every handler has.
    timeout: 4_000,
    maxNetworkRetries: retries,
    telemetry: false,
    ...(at && { host: at.hostname, port: at.port, protocol: at.protocol === 'https:' ? 'https' : 'http' }),
  });
}

type AskStripe = <Answer>(act: string, call: (stripe: Stripe) => Promise<Answer>) => Promise<Answer>;

function apiOf(ask: AskStripe): StripeApi {
  return {
    make: ({ order, amount, currency, key }) =>
      ask('make a PaymentIntent', (stripe) =>
        answered(
          { amount_too_small: 'amount-refused', amount_too_large: 'amount-refused' },
          stripe.paymentIntents
            .create(
              {
                amount,
                currency: currency.toLowerCase(),
                capture_method: 'manual',
                // Cards, wallets and whatever else the venue turned on in its dashboard that can wait for its capture.
                automatic_payment_methods: { enabled: true },
                metadata: { order },
              },
              { idempotencyKey: key },
            )
            .then(intentOf),
        ),
      ),
    find: (intent) =>
      ask(`find PaymentIntent ${intent}`, (stripe) => stripe.paymentIntents.retrieve(intent).then(intentOf)),
    capture: (intent, amount, key) =>
      ask(`capture PaymentIntent ${intent}`, (stripe) =>
        answered(
          { payment_intent_unexpected_state: 'not-now', amount_too_small: 'amount-refused' },
          stripe.paymentIntents.capture(intent, { amount_to_capture: amount }, { idempotencyKey: key }).then(intentOf),
        ),
      ),
    cancel: (intent, key) =>
      ask(`cancel PaymentIntent ${intent}`, (stripe) =>
        answered(
          { payment_intent_unexpected_state: 'not-now' },
          stripe.paymentIntents.cancel(intent, {}, { idempotencyKey: key }).then(intentOf),
        ),
      ),
    refunds: (intent) =>
      ask(`list refunds of PaymentIntent ${intent}`, async (stripe) => {
        const { data } = await stripe.refunds.list({ payment_intent: intent, limit: 100 });
        return data.map(refundOf);
      }),
    refund: (intent, { order, name, amount, key }) =>
      ask(`refund PaymentIntent ${intent}`, (stripe) =>
        answered(
          { charge_already_refunded: 'nothing-left', charge_disputed: 'disputed' },
          stripe.refunds
            .create({ payment_intent: intent, amount, metadata: { order, name } }, { idempotencyKey: key })
            .then(refundOf),
        ),
      ),
    disputes: (intent) =>
      ask(`list disputes of PaymentIntent ${intent}`, async (stripe) => {
        const { data } = await stripe.disputes.list({ payment_intent: intent, limit: 100 });
        return data.map(disputeOf).reverse();
      }),
  };
}

function isOfStripe(error: unknown): error is Stripe.errors.StripeError {
  return error instanceof Error && 'type' in error && `${error.type}`.startsWith('Stripe');
}

/** Turns errors of these codes into the answers that they are; and what Stripe remembers under the key, and may be so no more. */
async function answered<Answer, const Said extends string>(
  answers: Readonly<Record<string, Said>>,
  call: Promise<Answer>,
): Promise<Answer | Said | 'failed-before'> {
  try {
    return await call;
  } catch (error) {
    if (!isOfStripe(error)) throw error;
    const answer = error.code === undefined ? undefined : answers[error.code];
    const isOfBefore = error.headers?.['idempotent-replayed'] === 'true';
    // A dispute may have ended since it was answered so.
    if (isOfBefore && ((error.statusCode ?? 0) >= 500 || answer === 'disputed')) return 'failed-before';
    if (answer === undefined) throw error;
    return answer;
  }
}

const statuses = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'requires_capture',
  'canceled',
  'succeeded',
] as const satisfies readonly Intent['status'][];

/** A state that Stripe thinks up after this was written counts as undecided. */
function intentOf(intent: Stripe.PaymentIntent): Intent {
  return {
    id: intent.id,
    status: statuses.find((status) => status === intent.status) ?? 'processing',
    amount: intent.amount,
    received: intent.amount_received,
    currency: intent.currency.toUpperCase(),
    clientSecret: intent.client_secret ?? undefined,
    order: intent.metadata.order,
  };
}

function refundOf({ amount, status, metadata }: Stripe.Refund): StripeRefund {
  return { amount, name: metadata?.name, failed: status === 'failed' || status === 'canceled' };
}

const stateOfDispute: ReadonlyMap<string, DisputeState> = new Map(
  disputeStates.map((state) => [state.replace(/-/g, '_'), state]),
);

/** A state that Stripe thinks up after this was written counts as one that somebody must look at. No time at all: the bank takes no answer. */
function disputeOf({ id, status, amount, currency, reason, evidence_details: details }: Stripe.Dispute): StripeDispute {
  const coin = currency.toUpperCase();
  const answerBy = (details.due_by ?? 0) * 1000;
  return {
    id,
    state: stateOfDispute.get(status) ?? 'needs-response',
    amount: amountFromStripe(amount, coin),
    currency: coin,
    reason,
    ...(answerBy > 0 && { answerBy }),
  };
}

function faultOf(act: string, error: unknown): Error {
  if (!isOfStripe(error)) return new Error(`Could not ${act}`, { cause: error });
  const { type, code, statusCode, requestId, param } = error;
  const refused = type === 'StripeAuthenticationError' || type === 'StripePermissionError';
  const cause = new Error(
    [type, code, param && `param ${param}`, statusCode, requestId].filter((part) => part !== undefined).join(', ') +
      (refused ? ': the key in the secret is refused or may not do this (docs/deploy.md)' : ''),
  );
  return new Error(`Could not ${act} at Stripe`, { cause });
}
