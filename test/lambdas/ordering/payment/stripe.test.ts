import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { portFor } from '../../../../lambdas/ordering/payment/nothing-due.ts';
import { openStripe } from '../../../../lambdas/ordering/payment/stripe.gateway.ts';
import { stripePayment } from '../../../../lambdas/ordering/payment/stripe.ts';
import { type FakeStripe, startFakeStripe } from '../../../../stand-ins/stripe/fake-stripe.ts';

/* Long because each act of the payment port meets each answer that Stripe may give. */

/*
 * The adapter with Stripe's own SDK against the pretend Stripe: every answer, every act twice, and every act cut short
 * before and after it had its effect.
 */

const charge = {
  order: 'order-1',
  amount: 8400,
  currency: 'GBP',
  placedAt: 1_000_000,
  firstStartsAt: 9_000_000,
  heldUntil: 2_000_000,
};
const approved = '4242 4242 4242 4242';
const declined = '4000 0000 0000 0002';
const late = '4000 0000 0000 0028';

let stripe: FakeStripe;
let secret: string;
let port: ReturnType<typeof stripePayment>;
beforeEach(async () => {
  stripe = await startFakeStripe();
  secret = JSON.stringify({ key: stripe.secretKey, webhooks: [stripe.webhookSecret] });
  port = portWith(0);
});
afterEach(() => stripe.stop());

const api = () => openStripe({ secret: 'arn', api: stripe.url }, async () => secret, 0).api;

function portWith(retries: number) {
  return stripePayment(openStripe({ secret: 'arn', api: stripe.url }, async () => secret, retries).api);
}

/** As a message that failed is delivered again. */
const inTwoTries = async <Answer>(act: () => Promise<Answer>) => act().catch(act);

const intents = () => Object.values(stripe.ledger().intents);
const refunds = () => Object.values(stripe.ledger().refunds);
const askedFor = (what: RegExp) => stripe.asked.filter((one) => what.test(one)).length;

async function authorise(card = approved): Promise<string> {
  const { reference = '' } = await port.authorise(charge, { method: 'stripe' }, 0);
  await stripe.pay(reference, card);
  return reference;
}

describe('authorise', () => {
  test('makes an intent to be captured by hand, which says of the fan nothing but the order', async () => {
    const said = await port.authorise(charge, { method: 'stripe' }, 0);
    const [intent] = intents();
    expect(intent).toMatchObject({ amount: 8400, currency: 'gbp', capture_method: 'manual' });
    expect(intent?.metadata).toEqual({ order: 'order-1' });
    expect(said).toEqual({ state: 'pending', reference: intent?.id, clientSecret: intent?.client_secret });
  });

  test('again, it is the same intent', async () => {
    const first = await port.authorise(charge, { method: 'stripe' }, 0);
    expect(await port.authorise(charge, { method: 'stripe' }, 5)).toEqual(first);
    expect(intents()).toHaveLength(1);
  });

  test('twice at once, it is the same intent', async () => {
    const both = await Promise.all([1, 2].map((at) => port.authorise(charge, { method: 'stripe' }, at)));
    expect(both[0]).toEqual(both[1]);
    expect(intents()).toHaveLength(1);
  });

  test('the same order for another amount is a fault, not a second intent', async () => {
    await port.authorise(charge, { method: 'stripe' }, 0);
    await expect(port.authorise({ ...charge, amount: 8500 }, { method: 'stripe' }, 0)).rejects.toThrow(
      'Could not make a PaymentIntent at Stripe',
    );
    expect(intents()).toHaveLength(1);
  });

  test('an amount that Stripe does not take is declined', async () => {
    expect(await port.authorise({ ...charge, amount: 10 }, { method: 'stripe' }, 0)).toEqual({ state: 'declined' });
  });

  test('goes on after a fault', async () => {
    stripe.spoil('error-before');
    const said = await inTwoTries(() => port.authorise(charge, { method: 'stripe' }, 0));
    expect(said).toMatchObject({ state: 'pending' });
    expect(intents()).toHaveLength(1);
  });

  test('after a fault that Stripe remembers, it is another intent, and nobody can pay the first', async () => {
    stripe.spoil('error-after');
    const said = await inTwoTries(() => port.authorise(charge, { method: 'stripe' }, 0));
    expect(intents().map(({ id }) => id)).toEqual([expect.not.stringMatching(said.reference ?? ''), said.reference]);
  });

  test('without a key of the order’s own, a retry would be a second intent', async () => {
    const { api } = openStripe({ secret: 'arn', api: stripe.url }, async () => secret, 0);
    const keyless = stripePayment({ ...api, make: (intent) => api.make({ ...intent, key: `${Math.random()}` }) });
    stripe.spoil('error-after');
    await inTwoTries(() => keyless.authorise(charge, { method: 'stripe' }, 0));
    expect(intents()).toHaveLength(2);
  });

  test('in yen the amount is what it is', async () => {
    await port.authorise({ ...charge, amount: 4000, currency: 'JPY' }, { method: 'stripe' }, 0);
    expect(intents()[0]).toMatchObject({ amount: 4000, currency: 'jpy' });
  });
});

describe('look', () => {
  const look = (reference: string | undefined) => port.look({ ...charge, ...(reference && { reference }) }, 0);

  test('before the fan paid, and after a card was declined, another may be tried', async () => {
    const { reference = '' } = await port.authorise(charge, { method: 'stripe' }, 0);
    const unpaid = await look(reference);
    expect(unpaid).toMatchObject({ state: 'pending', reference });
    expect(unpaid).not.toHaveProperty('bankAsks');
    expect(await stripe.pay(reference, declined)).toMatchObject({ status: 402 });
    expect(await look(reference)).toMatchObject({ state: 'pending' });
    await stripe.pay(reference, approved);
    expect(await look(reference)).toEqual({ state: 'authorised', reference });
  });

  test('what is processing is pending, until it is authorised', async () => {
    const reference = await authorise(late);
    expect(await look(reference)).toMatchObject({ state: 'pending', bankAsks: true });
    stripe.approve(reference);
    expect(await look(reference)).toMatchObject({ state: 'authorised' });
  });

  test('what was let go of is declined', async () => {
    const reference = await authorise();
    await port.void('order-1', reference);
    expect(await look(reference)).toEqual({ state: 'declined', reference });
  });

  test('what was captured was authorised', async () => {
    const reference = await authorise();
    await port.capture({ order: 'order-1', amount: 8400, reference });
    expect(await look(reference)).toMatchObject({ state: 'authorised' });
  });

  test('an order that was kept without a reference is pending, and Stripe is not asked', async () => {
    expect(await look(undefined)).toEqual({ state: 'pending' });
    expect(stripe.asked).toEqual([]);
  });

  test('the intent of another order, or one for less, is a fault', async () => {
    const reference = await authorise();
    await expect(port.look({ ...charge, order: 'order-2', reference }, 0)).rejects.toThrow(
      'was not made for order order-2',
    );
    await expect(port.look({ ...charge, amount: 9000, reference }, 0)).rejects.toThrow(
      'is for less than order order-1',
    );
  });
});

describe('capture', () => {
  const capture = (reference: string, amount = 8400) => port.capture({ order: 'order-1', amount, reference });

  test('takes what was sold, once, however often', async () => {
    const reference = await authorise();
    expect(await capture(reference, 4200)).toBe('captured');
    expect(await capture(reference, 4200)).toBe('captured');
    expect(intents()[0]).toMatchObject({ status: 'succeeded', amount_received: 4200 });
    expect(askedFor(/capture$/)).toBe(1);
  });

  test('two at once take it once', async () => {
    const reference = await authorise();
    expect(await Promise.all([capture(reference), capture(reference)])).toEqual(['captured', 'captured']);
    expect(intents()[0]?.amount_received).toBe(8400);
  });

  test.each(['error-before', 'error-after'] as const)('goes on through %s', async (mishap) => {
    const reference = await authorise();
    stripe.spoil(mishap, /capture$/);
    expect(await inTwoTries(() => capture(reference))).toBe('captured');
    expect(intents()[0]?.amount_received).toBe(8400);
  });

  test('another amount than was taken before is a fault', async () => {
    const reference = await authorise();
    await capture(reference, 4200);
    await expect(capture(reference, 8400)).rejects.toThrow('with 4200 taken, not 8400');
  });

  test('of free seats alone, it lets go of the money', async () => {
    const reference = await authorise();
    const spared = portFor(new Map([['stripe', port]]), 'stripe');
    expect(await spared?.capture({ order: 'order-1', amount: 0, reference })).toBe('captured');
    expect(intents()[0]?.status).toBe('canceled');
  });

  test('of less than Stripe takes, it lets go of the money and says so, however often', async () => {
    const reference = await authorise();
    expect([await capture(reference, 29), await capture(reference, 29)]).toEqual(['too-small', 'too-small']);
    expect(intents()[0]?.status).toBe('canceled');
    expect(askedFor(/capture$/)).toBe(0);
  });

  test('of less than Stripe takes in the currency of the account, of which our list knows nothing', async () => {
    const reference = await authorise();
    const elsewhere = stripePayment({ ...api(), capture: async () => 'amount-refused' });
    expect(await elsewhere.capture({ order: 'order-1', amount: 4200, reference })).toBe('too-small');
    expect(intents()[0]?.status).toBe('canceled');
  });

  test('an answer of Stripe that it is too small is no fault', async () => {
    const { reference = '' } = await port.authorise({ ...charge, currency: 'GBP' }, { method: 'stripe' }, 0);
    await stripe.pay(reference, approved);
    expect(await api().capture(reference, 29, 'key')).toBe('amount-refused');
  });

  test('what the bank took back cannot be taken, however often, and letting go of it is done', async () => {
    const reference = await authorise();
    stripe.withdraw(reference);
    expect([await capture(reference), await capture(reference)]).toEqual(['withdrawn', 'withdrawn']);
    await port.void('order-1', reference);
    expect(intents()[0]).toMatchObject({ status: 'canceled', amount_received: 0 });
  });

  test('what the bank took back between the look and the capture', async () => {
    const reference = await authorise();
    const { api } = openStripe({ secret: 'arn', api: stripe.url }, async () => secret, 0);
    const inBetween = stripePayment({
      ...api,
      capture: async (...asked) => {
        stripe.withdraw(reference);
        return api.capture(...asked);
      },
    });
    expect(await inBetween.capture({ order: 'order-1', amount: 8400, reference })).toBe('withdrawn');
  });

  test('what nobody authorised is a fault', async () => {
    const reference = await authorise(declined);
    await expect(capture(reference)).rejects.toThrow('is requires_payment_method');
    await expect(port.capture({ order: 'order-1', amount: 1 })).rejects.toThrow('without the id of its PaymentIntent');
  });
});

describe('void', () => {
  const letGo = (reference?: string) => port.void('order-1', reference);

  test.each([
    ['nobody paid', undefined],
    ['a card was declined', declined],
    ['it was authorised', approved],
  ])('lets go when %s, and again', async (_, card) => {
    const { reference = '' } = await port.authorise(charge, { method: 'stripe' }, 0);
    if (card !== undefined) await stripe.pay(reference, card);
    await letGo(reference);
    await letGo(reference);
    expect(intents()[0]?.status).toBe('canceled');
    expect(await stripe.pay(reference, approved)).toMatchObject({ status: 400 });
  });

  test('of what was captured meanwhile gives all of it back, once', async () => {
    const reference = await authorise();
    await port.capture({ order: 'order-1', amount: 4200, reference });
    await letGo(reference);
    await letGo(reference);
    expect(refunds().map(({ amount }) => amount)).toEqual([4200]);
  });

  test('gives back only what was not given back before', async () => {
    const reference = await authorise();
    await port.capture({ order: 'order-1', amount: 8400, reference });
    await port.refund({ order: 'order-1', name: 'exchange-1', amount: 1000, reference });
    await letGo(reference);
    expect(refunds().map(({ amount }) => amount)).toEqual([1000, 7400]);
  });

  test('what is processing cannot be let go of yet, and can once it is decided', async () => {
    const reference = await authorise(late);
    await expect(letGo(reference)).rejects.toThrow('is processing and cannot be canceled yet');
    stripe.approve(reference);
    await letGo(reference);
    expect(intents()[0]?.status).toBe('canceled');
  });

  test.each(['error-before', 'error-after'] as const)('goes on through %s', async (mishap) => {
    const reference = await authorise();
    stripe.spoil(mishap, /cancel$/);
    await inTwoTries(() => letGo(reference));
    expect(intents()[0]?.status).toBe('canceled');
  });

  test('without a reference there is nothing to let go of', async () => {
    await letGo();
    expect(stripe.asked).toEqual([]);
  });
});

describe('refund', () => {
  let reference: string;
  const refund = (name: string, amount: number) => port.refund({ order: 'order-1', name, amount, reference });
  beforeEach(async () => {
    reference = await authorise();
    await port.capture({ order: 'order-1', amount: 8400, reference });
  });

  test('gives back a part under each name, once, also after Stripe forgot its keys', async () => {
    await refund('exchange-1', 1000);
    await refund('exchange-1', 1000);
    stripe.forgetKeys();
    await refund('exchange-1', 1000);
    await refund('cancel', 7400);
    expect(refunds().map(({ amount, metadata }) => [amount, metadata.name])).toEqual([
      [1000, 'exchange-1'],
      [7400, 'cancel'],
    ]);
  });

  test('if it were not looked for by its name, it would be given back twice', async () => {
    const { api } = openStripe({ secret: 'arn', api: stripe.url }, async () => secret, 0);
    const blind = stripePayment({ ...api, refunds: async () => [] });
    for (const _ of [1, 2]) {
      await blind.refund({ order: 'order-1', name: 'cancel', amount: 4000, reference });
      stripe.forgetKeys();
    }
    expect(refunds()).toHaveLength(2);
  });

  test('two at once under one name are one', async () => {
    await Promise.all([refund('cancel', 8400), refund('cancel', 8400)]);
    expect(refunds()).toHaveLength(1);
  });

  test.each(['error-before', 'error-after'] as const)('goes on through %s, and gives it back once', async (mishap) => {
    stripe.spoil(mishap, /POST .*refunds$/);
    await inTwoTries(() => refund('cancel', 4000));
    await refund('cancel', 4000);
    expect(refunds().map(({ amount }) => amount)).toEqual([4000]);
  });

  test('the same name for another amount is a fault', async () => {
    await refund('cancel', 400);
    await expect(refund('cancel', 8400)).rejects.toThrow('was 400 before and is 8400 now');
  });

  test('what staff gave back in Stripe’s dashboard is given back', async () => {
    await refund('by-hand', 8400);
    await refund('cancel', 8400);
    expect(refunds()).toHaveLength(1);
  });

  test('more than is left is a fault', async () => {
    await refund('exchange-1', 8000);
    await expect(refund('cancel', 8400)).rejects.toThrow('Could not refund PaymentIntent');
  });
});

test('every act goes on when the connection is cut before it had its effect, or after', async () => {
  const orders = ['order-1', 'order-2', 'order-3', 'order-4'];
  const cutOf = (at: number) => (at % 2 === 0 ? 'cut-before' : 'cut-after');
  for (const at of orders.keys()) stripe.spoil(cutOf(at), /payment_intents$/);
  const made = await Promise.all(orders.map((order) => port.authorise({ ...charge, order }, { method: 'stripe' }, 0)));
  const references = made.map(({ reference = '' }) => reference);
  for (const [at, reference] of references.entries()) {
    await stripe.pay(reference, approved);
    stripe.spoil(cutOf(at), new RegExp(`${reference}/(capture|cancel)$`));
  }
  await Promise.all(
    orders.map((order, at) => {
      const reference = references[at] as string;
      return at < 2 ? port.capture({ order, amount: 8400, reference }) : port.void(order, reference);
    }),
  );
  for (const at of [0, 1]) stripe.spoil(cutOf(at), /POST .*refunds$/);
  await Promise.all(
    [0, 1].map((at) =>
      port.refund({ order: orders[at] as string, name: 'cancel', amount: 8400, reference: references[at] as string }),
    ),
  );
  const states = references.map((reference) => stripe.ledger().intents[reference]?.status);
  expect(states).toEqual(['succeeded', 'succeeded', 'canceled', 'canceled']);
  expect(intents()).toHaveLength(4);
  expect(
    refunds()
      .map(({ payment_intent, amount }) => [payment_intent, amount])
      .sort(),
  ).toEqual(
    references
      .slice(0, 2)
      .map((reference) => [reference, 8400])
      .sort(),
  );
});

describe('while a bank has the money', () => {
  test('a refund is not made, and is once the venue has won, also within the day in which Stripe remembers its no', async () => {
    const reference = await authorise();
    await port.capture({ order: 'order-1', amount: 8400, reference });
    const dispute = stripe.dispute(reference);
    const refund = () => port.refund({ order: 'order-1', name: 'cancel', amount: 8400, reference });
    expect([await refund(), await refund()]).toEqual(['disputed', 'disputed']);
    stripe.decide(dispute, 'won');
    expect(await refund()).toBeUndefined();
    expect(refunds().map(({ amount }) => amount)).toEqual([8400]);
  });

  test('nothing more is let go of, and nobody fails for it', async () => {
    const reference = await authorise();
    await port.capture({ order: 'order-1', amount: 8400, reference });
    stripe.dispute(reference);
    await port.void('order-1', reference);
    expect(refunds()).toEqual([]);
  });

  test('its disputes are told in our units and times, the oldest first; a bank may take no answer', async () => {
    const reference = await authorise();
    await port.capture({ order: 'order-1', amount: 8400, reference });
    const [first, second] = [stripe.dispute(reference, { amount: 1 }), stripe.dispute(reference, { amount: 2 })];
    const found = await api().disputes(reference);
    expect(found.map(({ id, amount, currency }) => [id, amount, currency])).toEqual([
      [first, 1, 'GBP'],
      [second, 2, 'GBP'],
    ]);
    const { due_by: dueBy = 0 } = stripe.ledger().disputes[first]?.evidence_details ?? {};
    expect(found[0]?.answerBy).toBe(dueBy * 1000);
  });
});

describe('what is wrong with us', () => {
  test('keys that are not filled in are named, and used once they are', async () => {
    const good = secret;
    secret = JSON.stringify({ key: 'aB3xK9', webhooks: [] });
    await expect(port.authorise(charge, { method: 'stripe' }, 0)).rejects.toThrow(
      /not filled in .*docs\/deploy.md.*into arn\. key: must be a key.*webhooks: must name/,
    );
    secret = good;
    expect(await port.authorise(charge, { method: 'stripe' }, 0)).toMatchObject({ state: 'pending' });
  });

  test('a key that Stripe refuses is read again, since it may have been replaced', async () => {
    const good = secret;
    secret = JSON.stringify({ key: 'rk_test_rolled', webhooks: [stripe.webhookSecret] });
    const fault = await port.authorise(charge, { method: 'stripe' }, 0).catch((error: Error) => error);
    expect(`${(fault as Error).cause}`).toMatch(
      /StripeAuthenticationError, 401, req_\w+: the key in the secret is refused/,
    );
    secret = good;
    expect(await port.authorise(charge, { method: 'stripe' }, 0)).toMatchObject({ state: 'pending' });
  });

  test('a fault carries Stripe’s codes and nothing of the fan or the card', async () => {
    const reference = await authorise();
    await port.capture({ order: 'order-1', amount: 8400, reference });
    const fault = await port
      .refund({ order: 'order-1', name: 'x', amount: 9000, reference })
      .catch((error: Error) => error);
    const said = inspect(fault, { depth: 10, showHidden: true });
    expect(said).toMatch(/StripeInvalidRequestError, amount_too_large, param amount, 400, req_/);
    expect(said).not.toMatch(/raw|headers|metadata|rk_test|secret_/);
  });

  test('a Stripe that is not there is a fault', async () => {
    await stripe.stop();
    const fault = await port.authorise(charge, { method: 'stripe' }, 0).catch((error: Error) => error);
    expect(`${(fault as Error).cause}`).toContain('StripeConnectionError');
    stripe = await startFakeStripe();
  });
});
