import { describe, expect, test } from '@jest/globals';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { hearStripe } from '../../../../lambdas/ordering/payment/hear-stripe.ts';
import { readStripeMessage } from '../../../../lambdas/ordering/payment/stripe-webhook.ts';
import { signatureOf } from '../../../../stand-ins/stripe/messages.ts';

/*
 * The messages are written by hand after the public documentation of Stripe's objects (docs.stripe.com, events,
 * /payment_intents/object, /charges/object, /refunds/object, /disputes/object, API 2026-10-28.endive); none was recorded from an account.
 */

const now = 1_800_000_000_000;
const seconds = now / 1000;
const secret = 'whsec_theatre';
const event = (type: string, object: object) =>
  JSON.stringify(
    {
      id: 'evt_3QxJ2kLkdIwHu7ix0a1b2c3d',
      object: 'event',
      api_version: '2026-10-28.endive',
      created: seconds - 2,
      data: { object },
      livemode: true,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
    },
    undefined,
    2,
  );
const intent = {
  id: 'pi_3QxJ2kLkdIwHu7ix1abcdefg',
  object: 'payment_intent',
  amount: 8400,
  amount_capturable: 8400,
  amount_received: 0,
  automatic_payment_methods: { allow_redirects: 'always', enabled: true },
  canceled_at: null,
  cancellation_reason: null,
  capture_method: 'manual',
  confirmation_method: 'automatic',
  currency: 'gbp',
  customer: null,
  description: null,
  last_payment_error: null,
  latest_charge: 'ch_3QxJ2kLkdIwHu7ix1hijklmn',
  livemode: true,
  metadata: { order: 'order-1' },
  payment_method: 'pm_1QxJ2kLkdIwHu7ixopqrstuv',
  payment_method_types: ['card', 'link'],
  receipt_email: null,
  status: 'requires_capture',
};
const charge = {
  id: 'ch_3QxJ2kLkdIwHu7ix1hijklmn',
  object: 'charge',
  amount: 8400,
  amount_captured: 8400,
  amount_refunded: 8400,
  captured: true,
  currency: 'gbp',
  metadata: { order: 'order-1' },
  payment_intent: intent.id,
  refunded: true,
  status: 'succeeded',
};
const refund = {
  id: 're_3QxJ2kLkdIwHu7ix1wxyzabc',
  object: 'refund',
  amount: 8400,
  charge: charge.id,
  currency: 'gbp',
  failure_reason: 'lost_or_stolen_card',
  metadata: { order: 'order-1', name: 'cancel' },
  payment_intent: intent.id,
  status: 'failed',
};

const dispute = {
  id: 'dp_3QxJ2kLkdIwHu7ix1stuvwxy',
  object: 'dispute',
  amount: 8400,
  balance_transactions: [],
  charge: charge.id,
  created: seconds - 3,
  currency: 'gbp',
  evidence: {},
  evidence_details: { due_by: seconds + 1_209_600, has_evidence: false, past_due: false, submission_count: 0 },
  is_charge_refundable: false,
  livemode: true,
  metadata: {},
  payment_intent: intent.id,
  reason: 'fraudulent',
  status: 'needs_response',
};

const heard: string[] = [];
const hear = async (order: string) => {
  heard.push(order);
  return order === 'order-1' ? ({ id: order, state: 'placed' } as OrderRecord) : undefined;
};
const failures: unknown[] = [];
const refundFailed = async (order: string, failed: object) => {
  failures.push([order, failed]);
  return { id: order, state: 'cancelled' } as OrderRecord;
};
const disputes: string[] = [];
const disputed = async (reference: string) => {
  disputes.push(reference);
  return reference === intent.id
    ? { order: { id: 'order-1', state: 'confirmed' } as OrderRecord, wantsAnswer: true }
    : undefined;
};
const say = async (text: string, signature: string | undefined, at = now, secrets: readonly string[] = [secret]) => {
  heard.length = 0;
  failures.length = 0;
  const answer = await hearStripe({ secrets, hear, refundFailed, disputed }, text, signature, at);
  return { answer, heard: [...heard] };
};
const signed = (text: string, at = seconds, by = secret) => signatureOf(text, by, at);

describe('a genuine message', () => {
  test.each([
    ['payment_intent.amount_capturable_updated', intent],
    ['payment_intent.requires_action', { ...intent, status: 'requires_action' }],
    ['payment_intent.processing', { ...intent, status: 'processing' }],
    ['payment_intent.payment_failed', { ...intent, status: 'requires_payment_method' }],
    ['payment_intent.canceled', { ...intent, status: 'canceled' }],
    ['payment_intent.succeeded', { ...intent, status: 'succeeded' }],
    ['charge.refunded', charge],
    ['charge.refunded', { ...charge, payment_intent: intent }],
  ])('%s: the payment of its order is looked at', async (kind, object) => {
    const text = event(kind, object);
    const { answer, heard } = await say(text, signed(text));
    expect(answer).toMatchObject({ ok: true, kind, order: { id: 'order-1' } });
    expect(heard).toEqual(['order-1']);
  });

  test.each([
    ['of a kind we do not know', event('customer.created', { id: 'cus_1', metadata: { order: 'order-1' } })],
    ['about a payment that is not ours', event('payment_intent.succeeded', { ...intent, metadata: {} })],
    ['about nothing', event('balance.available', { object: 'balance' })],
  ])('%s is taken, and nothing is looked at', async (_, text) => {
    const { answer, heard } = await say(text, signed(text));
    expect(answer).toMatchObject({ ok: true });
    expect(heard).toEqual([]);
  });

  test('about an order that we do not know is taken', async () => {
    const text = event('payment_intent.succeeded', { ...intent, metadata: { order: 'another-till' } });
    expect((await say(text, signed(text))).answer).toEqual({ ok: true, kind: 'payment_intent.succeeded' });
  });

  test.each(['refund.failed', 'refund.updated'])(
    '%s: staff must give the money back another way, and the order says so',
    async (kind) => {
      const text = event(kind, refund);
      const { answer } = await say(text, signed(text));
      expect(answer).toMatchObject({ ok: true, kind, failedRefundOf: 'order-1', order: { id: 'order-1' } });
      expect(failures).toEqual([['order-1', { id: refund.id, name: 'cancel' }]]);
    },
  );

  test.each(['created', 'updated', 'closed', 'funds_withdrawn', 'funds_reinstated'])(
    'charge.dispute.%s: the disputes of its payment are looked at, whatever it says itself',
    async (kind) => {
      const text = event(`charge.dispute.${kind}`, dispute);
      disputes.length = 0;
      const { answer, heard } = await say(text, signed(text));
      expect(answer).toEqual({
        ok: true,
        kind: `charge.dispute.${kind}`,
        order: { id: 'order-1', state: 'confirmed' },
        answerWantedOf: 'order-1',
      });
      expect([disputes, heard]).toEqual([[intent.id], []]);
    },
  );

  test.each([
    ['of a payment that is not ours', { ...dispute, payment_intent: 'pi_of_another_till' }],
    ['of a charge without a PaymentIntent', { ...dispute, payment_intent: null }],
  ])('a dispute %s is taken', async (_, object) => {
    const text = event('charge.dispute.created', object);
    expect((await say(text, signed(text))).answer).toEqual({ ok: true, kind: 'charge.dispute.created' });
  });

  test('may be signed with any of our secrets, while one replaces another', async () => {
    const text = event('payment_intent.succeeded', intent);
    const { answer } = await say(text, signed(text, seconds, 'whsec_old'), now, ['whsec_new', 'whsec_old']);
    expect(answer.ok).toBe(true);
  });

  test('may come twice, late, and after the one that followed it: each is a look, and no more is believed', async () => {
    const authorised = event('payment_intent.amount_capturable_updated', intent);
    const failed = event('payment_intent.payment_failed', { ...intent, status: 'requires_payment_method' });
    for (const text of [authorised, authorised, failed]) {
      expect((await say(text, signed(text, seconds - 290))).heard).toEqual(['order-1']);
    }
  });

  test('whose order cannot be looked at now is a fault, so that Stripe sends it again', async () => {
    const text = event('payment_intent.succeeded', intent);
    const broken = async () => {
      throw new Error('no database');
    };
    await expect(
      hearStripe({ secrets: [secret], hear: broken, refundFailed: broken, disputed: broken }, text, signed(text), now),
    ).rejects.toThrow('no database');
  });
});

describe('a forged message', () => {
  const text = event('payment_intent.succeeded', intent);

  test.each<[string, string, string | undefined]>([
    ['without a signature', text, undefined],
    ['with an empty one', text, ''],
    ['with one that is none', text, 'v1=00'],
    ['signed by somebody else', text, signed(text, seconds, 'whsec_mallory')],
    ['whose order was exchanged', text.replace('order-1', 'order-2'), signed(text)],
    ['with a space more', `${text} `, signed(text)],
    ['whose time was exchanged', text, signed(text).replace(`t=${seconds}`, `t=${seconds - 1}`)],
    ['that is older than five minutes', text, signed(text, seconds - 301)],
    ['signed in another scheme alone', text, signed(text).replace('v1=', 'v0=')],
  ])('%s is refused and looks at nothing', async (_, body, signature) => {
    const { answer, heard } = await say(body, signature);
    expect(answer).toMatchObject({
      ok: false,
      refusal: 'webhook-forged',
      errors: [{ field: 'header.stripe-signature' }],
    });
    expect(heard).toEqual([]);
  });

  test('if signatures were not checked, anybody could have any order looked at', () => {
    expect(readStripeMessage(text.replace('order-1', 'order-2'), signed(text), [secret], now)).toBe('forged');
    const resigned = text.replace('order-1', 'order-2');
    expect(readStripeMessage(resigned, signed(resigned), [secret], now)).toMatchObject({ order: 'order-2' });
  });
});
