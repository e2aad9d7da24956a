import type { CardDispute } from '../../../contracts/order.ts';
import { chargeable, stripeAmount } from '../../../rules/stripe-amount.ts';
import type { Charge } from '../order/charge.ts';
import type { Authorisation, Captured, PaymentPort } from './payment.ts';

/*
 * Payment by Stripe. An order is one PaymentIntent, made before the fan types anything, confirmed by the page with
 * Stripe's own form, and captured here for the seats that were sold. The intent's id is the charge's reference.
 *
 *   requires_payment_method ─▶ requires_action ─▶ requires_capture ─▶ succeeded     pending, pending, authorised, captured
 *        ▲    │ a card that was declined                  │
 *        └────┘ may be followed by another                └─▶ canceled               declined: by us, by Stripe when
 *                                                                                    nobody captured in time, or by
 *                                                                                    the bank; at capture: withdrawn
 *
 * The state of an intent is looked up, never taken from a message. Before each act the intent is looked at, so an act
 * that happened before is found done, and refunds are found by their name. Besides, each act carries an idempotency key
 * made of order and act. Stripe remembers for a day what it answered to a key, even a fault of its own. After such a
 * fault we look whether the act happened all the same. If not, we ask for it under the next key, which is the same for
 * everybody who asks.
 */

export interface Intent {
  readonly id: string;
  readonly status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'processing'
    | 'requires_capture'
    | 'canceled'
    | 'succeeded';
  /** In Stripe's units, as `received`. */
  readonly amount: number;
  /** The amount that was captured. */
  readonly received: number;
  /** In capitals. */
  readonly currency: string;
  readonly clientSecret?: string | undefined;
  /** The order that it was made for. */
  readonly order?: string | undefined;
}

export interface StripeRefund {
  readonly name?: string | undefined;
  readonly amount: number;
  readonly failed: boolean;
}

/** A dispute as Stripe has it now. */
export interface StripeDispute extends Omit<CardDispute, 'heardAt'> {}

/** Stripe had a fault under this key before, and gives it again. */
type FailedBefore = 'failed-before';

/** The part of Stripe's API that is used. An act that cannot be done in an intent's state comes back as `not-now`. */
export interface StripeApi {
  make(intent: {
    readonly order: string;
    readonly amount: number;
    readonly currency: string;
    readonly key: string;
  }): Promise<Intent | 'amount-refused' | FailedBefore>;
  find(intent: string): Promise<Intent>;
  capture(intent: string, amount: number, key: string): Promise<Intent | 'not-now' | 'amount-refused' | FailedBefore>;
  cancel(intent: string, key: string): Promise<Intent | 'not-now' | FailedBefore>;
  refunds(intent: string): Promise<readonly StripeRefund[]>;
  refund(
    intent: string,
    refund: { readonly order: string; readonly name: string; readonly amount: number; readonly key: string },
  ): Promise<StripeRefund | 'nothing-left' | 'disputed' | FailedBefore>;
  /** The oldest first. */
  disputes(intent: string): Promise<readonly StripeDispute[]>;
}

const objections = {
  'too-small': 'This amount is too small for a card: choose another way to pay.',
  'too-large': 'This amount is too large for a card: choose another way to pay, or order fewer seats at a time.',
  'no-such-coin': 'This amount cannot be charged to a card in this currency: choose another way to pay.',
} as const;

export function stripePayment(api: StripeApi): PaymentPort {
  return {
    objection: ({ amount, currency }) => {
      const can = chargeable(amount, currency);
      return can === 'yes' ? undefined : objections[can];
    },
    authorise: async ({ order, amount, currency }) => {
      const there = inStripesUnits(amount, currency, order);
      const made = await keyed(
        `${order}-authorise`,
        (key) => api.make({ order, amount: there, currency, key }),
        // One that was made in a fault is nobody's: its secret was never told, so it can never be paid.
        async () => undefined,
      );
      // Pending is the word even if it was paid since: the outcome is looked up.
      return made === 'amount-refused' ? { state: 'declined' } : pending(made);
    },
    look: async (charge) => {
      if (charge.reference === undefined) return { state: 'pending' };
      return authorisationOf(await intentOf(api, charge.order, charge.reference), charge);
    },
    capture: async ({ order, amount, reference }) => {
      const intent = await intentOf(api, order, reference);
      // Only cheap seats were sold, and those that made it enough for a card were lost.
      const isEnough = chargeable(amount, intent.currency) === 'yes';
      const taken = isEnough
        ? await take(api, intent, order, inStripesUnits(amount, intent.currency, order))
        : 'too-small';
      if (taken === 'too-small') await letGo(api, intent, order);
      return taken;
    },
    void: async (order, reference) => {
      if (reference !== undefined) await letGo(api, await intentOf(api, order, reference), order);
    },
    refund: async ({ order, name, amount, reference }) => {
      const intent = await intentOf(api, order, reference);
      return giveBack(api, intent, order, name, inStripesUnits(amount, intent.currency, order));
    },
  };
}

function inStripesUnits(amount: number, currency: string, order: string): number {
  const there = stripeAmount(amount, currency);
  if (there === undefined) throw new Error(`${amount} ${currency} of order ${order} cannot be written for Stripe`);
  return there;
}

async function intentOf(api: StripeApi, order: string, reference: string | undefined): Promise<Intent> {
  if (reference === undefined) throw new Error(`Order ${order} was kept without the id of its PaymentIntent`);
  const intent = await api.find(reference);
  if (intent.order !== order) throw new Error(`PaymentIntent ${reference} was not made for order ${order}`);
  return intent;
}

function pending({ id, clientSecret, status }: Intent): Authorisation {
  const bankAsks = status === 'requires_action' || status === 'processing';
  return {
    state: 'pending',
    reference: id,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(bankAsks && { bankAsks }),
  };
}

function authorisationOf(intent: Intent, { order, amount, currency }: Charge): Authorisation {
  if (intent.status === 'canceled') return { state: 'declined', reference: intent.id };
  if (intent.status !== 'requires_capture' && intent.status !== 'succeeded') return pending(intent);
  if (intent.currency !== currency || intent.amount < inStripesUnits(amount, currency, order))
    throw new Error(`PaymentIntent ${intent.id} is for less than order ${order}`);
  return { state: 'authorised', reference: intent.id };
}

/**
 * Acts under a key. After a fault that Stripe remembers, it looks whether the act happened, and acts under the next.
 */
async function keyed<Answer>(
  key: string,
  act: (key: string) => Promise<Answer | FailedBefore>,
  happened: () => Promise<Answer | undefined>,
): Promise<Answer> {
  for (let n = 1; n <= 5; n += 1) {
    const answer = await act(n === 1 ? key : `${key}-${n}`);
    if (answer !== 'failed-before') return answer as Answer;
    const found = await happened();
    if (found !== undefined) return found;
  }
  throw new Error(`Stripe failed five times at ${key}`);
}

async function take(
  api: StripeApi,
  intent: Intent,
  order: string,
  amount: number,
): Promise<Exclude<Captured, 'promised'>> {
  const found = () => api.find(intent.id);
  const tried =
    intent.status === 'requires_capture'
      ? await keyed(
          `${order}-capture`,
          (key) => api.capture(intent.id, amount, key),
          async () => unless(await found(), 'requires_capture'),
        )
      : intent;
  // In the currency of the venue's account there may be another least charge than in this one.
  if (tried === 'amount-refused') return 'too-small';
  // Somebody else, another delivery of the same message say, was a moment before us.
  const taken = tried === 'not-now' ? await found() : tried;
  if (taken.status === 'canceled') return 'withdrawn';
  if (taken.status !== 'succeeded' || taken.received !== amount)
    throw new Error(
      `PaymentIntent ${intent.id} of order ${order} is ${taken.status} with ${taken.received} taken, not ${amount}`,
    );
  return 'captured';
}

async function letGo(api: StripeApi, intent: Intent, order: string): Promise<void> {
  const over = intent.status === 'canceled' || intent.status === 'succeeded';
  const tried = over
    ? intent
    : // An answer that it could not be canceled in one state is kept under the key too, and says nothing of the next.
      await keyed(
        `${order}-void-${intent.status}`,
        (key) => api.cancel(intent.id, key),
        async () => unless(await api.find(intent.id), intent.status),
      );
  const found = tried === 'not-now' ? await api.find(intent.id) : tried;
  if (found.status === 'succeeded') return giveRestBack(api, found, order);
  if (found.status !== 'canceled')
    throw new Error(`PaymentIntent ${intent.id} of order ${order} is ${found.status} and cannot be canceled yet`);
}

/** The intent, if it has left this state. */
function unless(intent: Intent, status: Intent['status']): Intent | undefined {
  return intent.status === status ? undefined : intent;
}

async function giveRestBack(api: StripeApi, intent: Intent, order: string): Promise<void> {
  const given = (await api.refunds(intent.id)).filter(({ failed }) => !failed);
  const rest = intent.received - given.reduce((sum, { amount }) => sum + amount, 0);
  // By a dispute the buyer has it from their bank.
  if (rest > 0) await giveBack(api, intent, order, 'void', rest);
}

async function giveBack(
  api: StripeApi,
  intent: Intent,
  order: string,
  name: string,
  amount: number,
): Promise<'disputed' | undefined> {
  if (amount === 0) return undefined;
  const found = async () => (await api.refunds(intent.id)).find((refund) => refund.name === name);
  const given =
    (await found()) ??
    (await keyed<StripeRefund | 'nothing-left' | 'disputed'>(
      `${order}-refund-${name}`,
      (key) => api.refund(intent.id, { order, name, amount, key }),
      found,
    ));
  if (given === 'disputed') return 'disputed';
  // Staff gave all of it back in Stripe's own dashboard.
  if (given === 'nothing-left') return undefined;
  if (given.failed)
    throw new Error(`Refund ${name} of order ${order} failed at Stripe: give the money back another way`);
  if (given.amount !== amount)
    throw new Error(`Refund ${name} of order ${order} was ${given.amount} before and is ${amount} now`);
  return undefined;
}
