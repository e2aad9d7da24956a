import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DisputeState } from '../../../../contracts/order.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import { listOrders } from '../../../../lambdas/ordering/book/list-orders.ts';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../../lambdas/ordering/buy/settle-order.ts';
import { tendOrders } from '../../../../lambdas/ordering/buy/tend-orders.ts';
import { cancelOrder } from '../../../../lambdas/ordering/change/cancel-order.ts';
import { dueOf, stuckMs } from '../../../../lambdas/ordering/order/due.ts';
import type { OrderRecord, PaymentRecord } from '../../../../lambdas/ordering/order/order.ts';
import { auditOf } from '../../../../lambdas/ordering/order/order-view.ts';
import { disputesSaid, heldByBank } from '../../../../lambdas/ordering/payment/dispute-steps.ts';
import { hearDispute } from '../../../../lambdas/ordering/payment/hear-dispute.ts';
import { hearPayment } from '../../../../lambdas/ordering/payment/hear-payment.ts';
import { openStripe } from '../../../../lambdas/ordering/payment/stripe.gateway.ts';
import { stripePayment } from '../../../../lambdas/ordering/payment/stripe.ts';
import { type FakeStripe, startFakeStripe } from '../../../../stand-ins/stripe/fake-stripe.ts';
import { fakeHouse, inputOf, now, portsOf, requestOf, slipOf, staff } from '../small-stage.ts';

/*
 * With Stripe's own SDK against the pretend Stripe: what its messages say is never read here, only that one came.
 */

let stripe: FakeStripe;
beforeEach(async () => {
  stripe = await startFakeStripe();
});
afterEach(() => stripe.stop());

/** An order that was paid by card. */
async function paid() {
  const secret = JSON.stringify({ key: stripe.secretKey, webhooks: [stripe.webhookSecret] });
  const { api } = openStripe({ secret: 'arn', api: stripe.url }, async () => secret, 0);
  const house = fakeHouse();
  const payments = new Map([['stripe', stripePayment(api)] as const]);
  const deps = portsOf({ askHouse: house.ask, payments });
  const request = requestOf([slipOf('hold00000001')], { method: 'stripe' });
  const placed = await placeOrder(deps, inputOf([], { request }), now);
  if (!placed.ok) throw new Error(placed.detail);
  const { order: id, key } = placed.order;
  const standing = async () => (await deps.store.get(id)) as OrderRecord;
  const reference = (await standing()).payment.reference ?? '';
  const settle = async () => {
    for (const answer of house.news()) await settleOrder(deps, answer, now);
  };
  const cancelled = async () => {
    await cancelOrder(deps, { id, key }, now);
    await settle();
  };
  await stripe.pay(reference, '4242 4242 4242 4242');
  await hearPayment(deps, id, now);
  await settle();
  const hear = (at = now) => hearDispute({ store: deps.store, stripe: api }, reference, at);
  const tend = (at: number) => tendOrders(deps, () => at, at + 60_000);
  return { deps, api, id, reference, standing, hear, cancelled, tend };
}

describe('a dispute', () => {
  test('stands on its order as Stripe has it, with the last moment for an answer, and in its history', async () => {
    const { id, reference, hear, standing } = await paid();
    const dispute = stripe.dispute(reference, { reason: 'product_not_received' });
    const { due_by: dueBy } = stripe.ledger().disputes[dispute]?.evidence_details ?? {};
    expect(await hear(now + 5)).toMatchObject({ order: { id }, wantsAnswer: true });
    const audit = auditOf(await standing());
    expect(audit.disputes).toEqual([
      {
        id: dispute,
        state: 'needs-response',
        amount: 13_000,
        currency: 'GBP',
        reason: 'product_not_received',
        answerBy: (dueBy ?? 0) * 1000,
        heardAt: now + 5,
      },
    ]);
    expect(audit.history.at(-1)).toEqual({
      happenedAt: now + 5,
      by: 'payment',
      act: 'disputed',
      note: `${dispute}: needs-response`,
    });
    expect(audit.state).toBe('confirmed');
  });

  test('is noted once, however often it is told, and asks for an answer once', async () => {
    const { reference, hear, standing } = await paid();
    stripe.dispute(reference);
    const heard = await Promise.all([1, 2, 3].map((late) => hear(now + late)));
    expect(heard.filter((one) => one?.wantsAnswer)).toHaveLength(1);
    const once = await standing();
    expect(await hear(now + 9)).toEqual({ order: once, wantsAnswer: false });
    expect(once.history.filter(({ act }) => act === 'disputed')).toHaveLength(1);
  });

  test('whose messages come late and in any order ends as Stripe has it', async () => {
    const { reference, hear, standing } = await paid();
    const dispute = stripe.dispute(reference);
    stripe.decide(dispute, 'under_review');
    stripe.decide(dispute, 'won');
    // `closed`, then what came before it.
    for (const late of [1, 2, 3]) await hear(now + late);
    const { payment, history } = await standing();
    expect(payment.disputes).toMatchObject([{ id: dispute, state: 'won', heardAt: now + 1 }]);
    expect(history.filter(({ act }) => act === 'disputed').map(({ note }) => note)).toEqual([`${dispute}: won`]);
  });

  test('an older look never follows a newer one: who is overtaken looks again', async () => {
    const { deps, api, reference, hear, standing } = await paid();
    const dispute = stripe.dispute(reference);
    let overtaken = false;
    const slow = {
      ...api,
      disputes: async (intent: string) => {
        const seen = await api.disputes(intent);
        if (!overtaken) {
          overtaken = true;
          stripe.decide(dispute, 'lost');
          await hear(now + 1);
        }
        return seen;
      },
    };
    await hearDispute({ store: deps.store, stripe: slow }, reference, now);
    expect((await standing()).payment.disputes).toMatchObject([{ state: 'lost' }]);
  });

  test('another one of the same payment stands beside it', async () => {
    const { reference, hear, standing } = await paid();
    const first = stripe.dispute(reference, { amount: 6500 });
    await hear(now + 1);
    stripe.decide(first, 'won');
    const second = stripe.dispute(reference, { amount: 6500 });
    expect(await hear(now + 2)).toMatchObject({ wantsAnswer: true });
    expect((await standing()).payment.disputes).toMatchObject([
      { id: first, state: 'won' },
      { id: second, state: 'needs-response' },
    ]);
  });

  test('of a payment of another till is nothing of ours', async () => {
    const { deps, api, reference } = await paid();
    const other = await api.make({ order: 'of-another-till', amount: 500, currency: 'GBP', key: 'k' });
    if (typeof other === 'string') throw new Error(other);
    const ports = { store: deps.store, stripe: api };
    expect(await hearDispute(ports, other.id, now)).toBeUndefined();
    expect(await deps.store.disputed()).toEqual([]);
    const claims = { ...api, find: async () => ({ ...other, order: (await api.find(reference)).order }) };
    await expect(hearDispute({ ...ports, stripe: claims }, other.id, now)).rejects.toThrow('is not paid by');
  });
});

describe('the money of a disputed order', () => {
  test('goes back once: a refund waits for the bank, and is made when the venue has won', async () => {
    const { reference, hear, cancelled, standing, tend } = await paid();
    const dispute = stripe.dispute(reference);
    await hear();
    await cancelled();
    expect(await standing()).toMatchObject({
      state: 'cancelled',
      payment: { state: 'refunding', owed: { amount: 13_000, disputed: true } },
    });
    // Nobody asks every two minutes for weeks.
    expect(dueOf(await standing())).toBeUndefined();
    stripe.decide(dispute, 'won');
    await hear(now + 1);
    await tend(now + 2 * stuckMs);
    expect(await standing()).toMatchObject({ payment: { state: 'refunded', refunded: 13_000 } });
    expect(Object.values(stripe.ledger().refunds).map(({ amount }) => amount)).toEqual([13_000]);
  });

  test('is not given back by us as well when the venue has lost', async () => {
    const { reference, hear, cancelled, standing, tend } = await paid();
    const dispute = stripe.dispute(reference);
    await hear();
    await cancelled();
    stripe.decide(dispute, 'lost');
    await hear(now + 1);
    await tend(now + 2 * stuckMs);
    const { payment } = await standing();
    expect(payment).toMatchObject({ state: 'refunded', disputes: [{ state: 'lost' }] });
    expect(payment).not.toHaveProperty('owed');
    expect(payment).not.toHaveProperty('refunded');
    expect(stripe.ledger().refunds).toEqual({});
  });

  test('of one that was lost before it is cancelled, nothing is owed', async () => {
    const { reference, hear, cancelled, standing } = await paid();
    stripe.decide(stripe.dispute(reference), 'lost');
    await hear();
    await cancelled();
    expect(await standing()).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } });
    expect((await standing()).payment).not.toHaveProperty('owed');
  });

  test('waits also if Stripe said no before it told of the dispute', async () => {
    const { reference, hear, cancelled, standing } = await paid();
    const dispute = stripe.dispute(reference);
    await cancelled();
    expect((await standing()).payment.owed).toMatchObject({ disputed: true });
    await hear(now + 1);
    expect((await standing()).payment).toMatchObject({
      disputes: [{ id: dispute }],
      owed: { amount: 13_000, disputed: true },
    });
  });

  test('of which a bank took a part for good is left to people, since Stripe refunds nothing more of it', () => {
    const payment: PaymentRecord = {
      method: 'stripe',
      state: 'refunding',
      paid: 13_000,
      owed: { name: 'cancel', amount: 13_000 },
      disputes: [{ id: 'dp_1', state: 'lost', amount: 6500, currency: 'GBP', reason: 'general', heardAt: now }],
    };
    const order = { state: 'cancelled', payment, history: [] } as unknown as OrderRecord;
    expect(heldByBank('cancel')(order)?.payment).toMatchObject({
      state: 'refunded',
      failedRefunds: [{ id: 'dp_1', name: 'cancel' }],
    });
  });

  test('a step that was taken is not taken again', () => {
    const said = [{ id: 'dp_1', state: 'won' as DisputeState, amount: 1, currency: 'GBP', reason: 'general' }];
    const order = {
      state: 'confirmed',
      payment: { method: 'stripe', state: 'captured' },
      history: [],
    } as unknown as OrderRecord;
    const once = { ...order, ...disputesSaid(said, now)(order) };
    expect(once.payment.disputes).toHaveLength(1);
    expect(disputesSaid(said, now + 1)(once)).toBeUndefined();
    expect(heldByBank('cancel')(order)).toBeUndefined();
  });
});

describe('the list of disputed orders', () => {
  test('has first those whose bank waits for an answer, the soonest deadline first, and no others', async () => {
    const { deps: ports, standing } = await paid();
    const audit = auditTwin();
    const deps = { ...ports, audit };
    const base = await standing();
    const put = async (id: string, disputes: PaymentRecord['disputes'] | undefined) => {
      const order = {
        ...base,
        id: id.padEnd(20, '-'),
        version: 1,
        payment: { ...base.payment, ...(disputes && { disputes }) },
      };
      await deps.store.put(order);
      await deps.store.listDisputed(order.id);
    };
    const dispute = { id: 'dp', amount: 1, currency: 'GBP', reason: 'general', heardAt: now };
    await put('won', [{ ...dispute, state: 'won', answerBy: now + 1 }]);
    await put('later', [{ ...dispute, state: 'needs-response', answerBy: now + 9 }]);
    await put('sooner', [{ ...dispute, state: 'warning-needs-response', answerBy: now + 5 }]);
    await put('not-yet', undefined);
    const book = await listOrders(deps, staff, { from: undefined, only: 'disputed' }, now);
    if (!book.ok) throw new Error(book.detail);
    expect(book.page.orders.map(({ order }) => order.replace(/-+$/, ''))).toEqual(['sooner', 'later', 'won']);
    expect(book.page).not.toHaveProperty('next');
    expect(audit.entries.map(({ act, on }) => [act, on])).toContainEqual(['read-orders', 'disputed orders']);
  });
});
