import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { readStripeMessage } from '../../../lambdas/ordering/payment/stripe-webhook.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../../local-cloud/test/temporary-folder.ts';
import { type FakeStripe, startFakeStripe } from '../../../stand-ins/stripe/fake-stripe.ts';

/*
 * The pretend Stripe keeps to Stripe's rules where the platform relies on them: if it were more lenient, what is
 * wrong with the platform would be found by Stripe alone.
 */

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

afterAll(removeTemporaryFolders);

async function started(options = {}): Promise<FakeStripe> {
  const stripe = await startFakeStripe(options);
  stops.push(() => stripe.stop());
  return stripe;
}

async function ask(stripe: FakeStripe, path: string, form?: Record<string, string>, more: Record<string, string> = {}) {
  const answer = await fetch(`${stripe.url}/v1/${path}`, {
    method: form ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${stripe.secretKey}`, ...more },
    ...(form && { body: new URLSearchParams(form) }),
  });
  const body = (await answer.json()) as {
    id: string;
    status: string;
    error?: { type: string; code?: string; param?: string };
  };
  return { status: answer.status, replayed: answer.headers.get('idempotent-replayed'), body };
}

const wish = { amount: '8400', currency: 'gbp', capture_method: 'manual', 'metadata[order]': 'order-1' };

describe('the API', () => {
  test('makes what was asked for, and gives the same answer under the same key', async () => {
    const stripe = await started();
    const first = await ask(stripe, 'payment_intents', wish, { 'idempotency-key': 'k' });
    expect(first).toMatchObject({
      status: 200,
      body: { metadata: { order: 'order-1' }, status: 'requires_payment_method' },
    });
    const again = await ask(stripe, 'payment_intents', wish, { 'idempotency-key': 'k' });
    expect(again).toEqual({ ...first, replayed: 'true' });
    const other = await ask(stripe, 'payment_intents', { ...wish, amount: '1' }, { 'idempotency-key': 'k' });
    expect(other).toMatchObject({ status: 400, body: { error: { type: 'idempotency_error' } } });
  });

  test.each<[string, Record<string, string>, number, object]>([
    ['payment_intents', { ...wish, amonut: '1' }, 400, { code: 'parameter_unknown', param: 'amonut' }],
    ['payment_intents', { ...wish, amount: '84.00' }, 400, { code: 'parameter_invalid_integer', param: 'amount' }],
    ['payment_intents', { ...wish, amount: '29' }, 400, { code: 'amount_too_small' }],
    ['payment_intents', { amount: '8400' }, 400, { code: 'parameter_missing', param: 'currency' }],
    ['payment_intents/pi_none/capture', {}, 404, { code: 'resource_missing' }],
    ['refunds', { payment_intent: 'pi_none' }, 404, { code: 'resource_missing' }],
  ])('%s %j is refused', async (path, form, status, error) => {
    const stripe = await started();
    expect(await ask(stripe, path, form)).toMatchObject({ status, body: { error } });
  });

  test('captures only what was authorised, cancels only what was not captured, refunds only what was', async () => {
    const stripe = await started();
    const { body } = await ask(stripe, 'payment_intents', wish);
    const at = `payment_intents/${body.id}`;
    const unexpected = { status: 400, body: { error: { code: 'payment_intent_unexpected_state' } } };
    expect(await ask(stripe, `${at}/capture`, {})).toMatchObject(unexpected);
    await stripe.pay(body.id, '4242424242424242');
    expect(await ask(stripe, 'refunds', { payment_intent: body.id })).toMatchObject({ status: 400 });
    const tooMuch = await ask(stripe, `${at}/capture`, { amount_to_capture: '8401' });
    expect(tooMuch).toMatchObject({ status: 400, body: { error: { code: 'amount_too_large' } } });
    expect(await ask(stripe, `${at}/capture`, { amount_to_capture: '8000' })).toMatchObject({
      body: { status: 'succeeded' },
    });
    expect(await ask(stripe, `${at}/cancel`, {})).toMatchObject(unexpected);
    expect(await ask(stripe, 'refunds', { payment_intent: body.id })).toMatchObject({ body: { amount: 8000 } });
    const nothing = await ask(stripe, 'refunds', { payment_intent: body.id });
    expect(nothing).toMatchObject({ body: { error: { code: 'charge_already_refunded' } } });
  });

  test('wants its keys: the secret one for us, the publishable one with the intent’s own secret for the page', async () => {
    const stripe = await started();
    expect(await ask(stripe, 'payment_intents', wish, { authorization: 'Bearer rk_test_guess' })).toMatchObject({
      status: 401,
    });
    const { body } = await ask(stripe, 'payment_intents', wish);
    const confirm = await ask(
      stripe,
      `payment_intents/${body.id}/confirm`,
      {},
      { authorization: `Bearer ${stripe.publishableKey}` },
    );
    expect(confirm).toMatchObject({ status: 404 });
  });

  test('no card number is kept', async () => {
    const stripe = await started();
    const { body } = await ask(stripe, 'payment_intents', wish);
    await stripe.pay(body.id, '4000000000000002');
    await stripe.pay(body.id, '4242424242424242');
    expect(JSON.stringify([stripe.ledger(), stripe.messages])).not.toMatch(/4242|0000000/);
  });

  test('what it knows outlives it', async () => {
    const file = `${temporaryFolder()}/stripe.json`;
    const stripe = await started({ file });
    const { body } = await ask(stripe, 'payment_intents', wish);
    await stripe.stop();
    stops.length = 0;
    const next = await started({ file });
    expect(await ask(next, `payment_intents/${body.id}`)).toMatchObject({ status: 200, body: { id: body.id } });
  });
});

describe('a dispute', () => {
  const captured = async (stripe: FakeStripe, card: string) => {
    const { body } = await ask(stripe, 'payment_intents', wish);
    await stripe.pay(body.id, card);
    await ask(stripe, `payment_intents/${body.id}/capture`, {});
    return body.id;
  };
  const answer = (said: string) => ({ submit: 'true', 'evidence[uncategorized_text]': said });
  const kinds = (stripe: FakeStripe) =>
    stripe.messages.map(({ type }) => type).filter((type) => type.includes('dispute'));

  test('follows the capture of the card that Stripe has for it, and of no other', async () => {
    const stripe = await started();
    const good = await captured(stripe, '4242424242424242');
    expect(await ask(stripe, `disputes?payment_intent=${good}`)).toMatchObject({ body: { data: [] } });
    const bad = await captured(stripe, '4000000000000259');
    const listed = await ask(stripe, `disputes?payment_intent=${bad}`);
    expect(listed).toMatchObject({
      body: { data: [{ payment_intent: bad, status: 'needs_response', amount: 8400, metadata: {} }] },
    });
    expect(kinds(stripe)).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
  });

  test.each([
    ['winning_evidence', 'won', ['charge.dispute.closed', 'charge.dispute.funds_reinstated']],
    ['losing_evidence', 'lost', ['charge.dispute.closed']],
    ['She was there', 'under_review', ['charge.dispute.updated']],
  ])('that is answered with %s is %s', async (said, status, news) => {
    const stripe = await started();
    const dispute = stripe.dispute(await captured(stripe, '4242424242424242'));
    expect(await ask(stripe, `disputes/${dispute}`, answer(said))).toMatchObject({ body: { status } });
    expect(kinds(stripe).slice(2)).toEqual(news);
    expect(await ask(stripe, `disputes/${dispute}/close`, {})).toMatchObject({ status: 400 });
  });

  test('lets nothing be refunded until it is won', async () => {
    const stripe = await started();
    const intent = await captured(stripe, '4242424242424242');
    const dispute = stripe.dispute(intent, { amount: 100 });
    const refund = () => ask(stripe, 'refunds', { payment_intent: intent });
    expect(await refund()).toMatchObject({ status: 400, body: { error: { code: 'charge_disputed' } } });
    stripe.decide(dispute, 'won');
    expect(await refund()).toMatchObject({ status: 200 });
  });
});

test('messages are signed, come as often as wished, and again until they are taken', async () => {
  const stripe = await started({ times: 2 });
  const got: { readonly type: string; readonly genuine: boolean }[] = [];
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  const hearing = createServer(async (request, response) => {
    const body = await text(request);
    const said = readStripeMessage(body, `${request.headers['stripe-signature']}`, [stripe.webhookSecret], Date.now());
    got.push({ type: JSON.parse(body).type, genuine: said !== 'forged' });
    // The first is not taken.
    response.writeHead(got.length === 1 ? 500 : 200).end();
    if (got.length === 5) resolve();
  });
  await new Promise<void>((ready) => hearing.listen(0, '127.0.0.1', ready));
  stops.push(
    () => new Promise((closed) => hearing.close(closed)),
    async () => hearing.closeAllConnections(),
  );
  stripe.tell(`http://127.0.0.1:${(hearing.address() as AddressInfo).port}/`);
  const { body } = await ask(stripe, 'payment_intents', wish);
  await stripe.pay(body.id, '4242424242424242');
  await enough;
  expect(got.every(({ genuine }) => genuine)).toBe(true);
  const counts = Object.groupBy(got, ({ type }) => type);
  expect(counts['payment_intent.amount_capturable_updated']?.length).toBeGreaterThanOrEqual(2);
  expect(counts['payment_intent.created']?.length).toBeGreaterThanOrEqual(2);
});
