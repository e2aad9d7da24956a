import { describe, expect, test } from '@jest/globals';
import type { OrderRequest } from '../../../../contracts/order.ts';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../../lambdas/ordering/buy/settle-order.ts';
import { tendOrders } from '../../../../lambdas/ordering/buy/tend-orders.ts';
import { givenUpAt } from '../../../../lambdas/ordering/order/due.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { viewOf } from '../../../../lambdas/ordering/order/order-view.ts';
import { hearPayment } from '../../../../lambdas/ordering/payment/hear-payment.ts';
import type { Authorisation, PaymentPort } from '../../../../lambdas/ordering/payment/payment.ts';
import { fakeHouse, inputOf, now, portsOf, requestOf, type SmallStage, slipOf } from '../small-stage.ts';

const minute = 60_000;

/** A provider that takes its time: it says of every charge what `says` says now. */
function slowProvider() {
  const provider = {
    says: { state: 'pending' } as Authorisation,
    acts: [] as string[],
    beforeLook: async () => {},
  };
  const port: PaymentPort = {
    objection: () => undefined,
    authorise: async ({ order }) => ({
      state: 'pending',
      reference: `pi-${order}`,
      clientSecret: 'for the page alone',
    }),
    look: async ({ reference }) => {
      const said = { ...provider.says, ...(reference !== undefined && { reference }) };
      await provider.beforeLook();
      return said;
    },
    capture: async ({ amount, reference }) => {
      provider.acts.push(`capture ${amount} ${reference}`);
      return 'captured';
    },
    void: async (_order, reference) => {
      provider.acts.push(`void ${reference}`);
    },
    refund: async () => {},
  };
  return { provider, payments: new Map([['stripe', port] as const]) };
}

async function paying(payment: OrderRequest['payment'] = { method: 'stripe' }, more: Partial<SmallStage> = {}) {
  const { provider, payments } = slowProvider();
  const house = fakeHouse();
  const deps = portsOf({ askHouse: house.ask, ...(payment.method === 'stripe' && { payments }), ...more });
  const input = inputOf([], { request: requestOf([slipOf('hold00000001')], payment) });
  const placed = await placeOrder(deps, input, now);
  if (!placed.ok) throw new Error(placed.refusal);
  const standing = async () => (await deps.store.get(placed.order.order)) as OrderRecord;
  const settle = async (at: number) => {
    for (const answer of house.news()) await settleOrder(deps, answer, at);
    return standing();
  };
  return { deps, house, provider, input, order: placed.order, id: placed.order.order, standing, settle };
}

describe('while the provider has not decided', () => {
  test('the order is paying, no seat is asked for, and a repeat answers the same', async () => {
    const { deps, house, input, order } = await paying();
    expect(order).toMatchObject({
      state: 'paying',
      payment: { method: 'stripe', state: 'pending', clientSecret: 'for the page alone' },
      may: { cancel: false, exchange: false },
    });
    expect(await placeOrder(deps, input, now + 1000)).toEqual({ ok: true, first: false, order });
    expect(house.asked).toEqual([]);
  });

  test('what the page needs is shown to nobody else, and to nobody afterwards', async () => {
    const { deps, provider, id, standing } = await paying();
    expect(JSON.stringify(await deps.store.page(5))).toContain('for the page alone');
    provider.says = { state: 'authorised' };
    await hearPayment(deps, id, now);
    expect(viewOf(await standing()).payment).toEqual({ method: 'stripe', state: 'authorised' });
    expect(JSON.stringify(await standing())).not.toContain('for the page alone');
  });

  test('a repeat after the fan has paid goes on at once', async () => {
    const { deps, provider, input, settle } = await paying();
    provider.says = { state: 'authorised' };
    expect(await placeOrder(deps, input, now + 1000)).toMatchObject({ order: { state: 'placed' } });
    expect(await settle(now + 2000)).toMatchObject({ state: 'confirmed', payment: { paid: 13000 } });
    expect(provider.acts).toEqual([expect.stringMatching(/^capture 13000 pi-/)]);
  });
});

describe('news of a payment', () => {
  test('twice at once, and again after all is done: one sale, one capture', async () => {
    const { deps, provider, house, id, settle } = await paying();
    provider.says = { state: 'authorised' };
    await Promise.all([hearPayment(deps, id, now), hearPayment(deps, id, now)]);
    expect(new Set(house.asked.map((ask) => ask.id)).size).toBe(1);
    const done = await settle(now);
    expect(await hearPayment(deps, id, now)).toEqual(done);
    expect(provider.acts).toHaveLength(1);
  });

  test('a card that was declined for good ends the order', async () => {
    const { deps, provider, house, id } = await paying();
    provider.says = { state: 'declined' };
    expect(await hearPayment(deps, id, now)).toMatchObject({ state: 'refused', refusal: 'card-declined' });
    expect(house.asked).toEqual([]);
  });

  test('of an order that nobody knows is nothing', async () => {
    expect(await hearPayment(portsOf(), 'xxxxxxxxxxxxxxxxxxxx', now)).toBeUndefined();
  });

  test('case 20: authorised after the hold lapsed: the seats are retaken if free', async () => {
    const { deps, id, settle } = await paying({ method: 'sandbox-card', card: 'late' });
    expect(await hearPayment(deps, id, now + 599_999)).toMatchObject({ state: 'paying' });
    expect(await hearPayment(deps, id, now + 600_001)).toMatchObject({ state: 'placed' });
    expect(await settle(now + 600_002)).toMatchObject({ state: 'confirmed', payment: { state: 'captured' } });
  });

  test('case 20: if somebody else has them by then, the money is let go of and the fan hears of it', async () => {
    const house = fakeHouse(['hold00000001']);
    const { deps, id, provider, input } = await paying({ method: 'stripe' }, { askHouse: house.ask });
    provider.says = { state: 'authorised' };
    await hearPayment(deps, id, now + 700_000);
    for (const answer of house.news()) await settleOrder(deps, answer, now + 700_001);
    expect(provider.acts).toEqual([`void pi-${id}`]);
    const told = await placeOrder(deps, input, now + 700_002);
    expect(told).toMatchObject({ order: { state: 'refused', refusal: 'seats-lost', payment: { state: 'voided' } } });
    // The fan paid after the hold had lapsed.
    expect(told).not.toHaveProperty('order.voucher');
  });
});

describe('a bank that asks the buyer', () => {
  const at = now + 9 * minute;

  test('is written down once, and the house keeps the seats for its answer', async () => {
    const { deps, provider, house, id } = await paying();
    provider.says = { state: 'pending', bankAsks: true };
    const heard = await hearPayment(deps, id, at);
    expect(heard).toMatchObject({ state: 'paying', bankAskedAt: at });
    expect(viewOf(heard as OrderRecord).payment).toMatchObject({ bankAsks: true, seatsUntil: at + 15 * minute });
    expect(await hearPayment(deps, id, at + minute)).toEqual(heard);
    const [first, ...repeats] = house.asked;
    expect(first).toMatchObject({ ask: 'await-bank', hold: 'hold00000001', order: id, askedAt: at });
    expect(repeats).toEqual([first]);
  });

  test('and approves after the time of the seats: they are sold, and the money is taken', async () => {
    const { deps, provider, id, settle } = await paying();
    provider.says = { state: 'pending', bankAsks: true };
    await hearPayment(deps, id, at);
    const late = at + 14 * minute;
    await tendOrders(deps, () => late, late + minute);
    provider.says = { state: 'authorised' };
    await hearPayment(deps, id, late);
    expect(await settle(late)).toMatchObject({ state: 'confirmed', payment: { state: 'captured' } });
  });

  test('and never hears: the order is over with its seats, not before, and the provider lets go', async () => {
    const { deps, provider, id, standing } = await paying();
    provider.says = { state: 'pending', bankAsks: true };
    await hearPayment(deps, id, at);
    const end = givenUpAt(await standing());
    expect(end).toBe(at + 15 * minute);
    await tendOrders(deps, () => end - 1, end + minute);
    expect((await standing()).state).toBe('paying');
    await tendOrders(deps, () => end, end + minute);
    expect(await standing()).toMatchObject({ state: 'refused', refusal: 'not-paid', payment: { state: 'voided' } });
    expect(provider.acts).toEqual([`void pi-${id}`]);
  });
});

describe('an order that nobody pays', () => {
  const end = (order: OrderRecord) => givenUpAt(order);

  test('cannot be paid any more from the moment its seats lapse, whoever asks first, and says so', async () => {
    const { deps, provider, id, input, standing } = await paying();
    const at = end(await standing());
    expect(viewOf(await standing(), { now: at - 1 }).payment).not.toHaveProperty('lapsed');
    expect(viewOf(await standing(), { now: at })).toMatchObject({ state: 'paying', payment: { lapsed: true } });
    const tried = await placeOrder(deps, input, at);
    expect(tried).toMatchObject({ order: { state: 'refused', refusal: 'not-paid' } });
    expect(provider.acts).toEqual([`void pi-${id}`]);
    expect(await standing()).toMatchObject({ state: 'refused', payment: { state: 'voided' } });
  });

  test('but was paid in the last moment is sold, though its provider told us late', async () => {
    const { deps, provider, id, settle, standing } = await paying();
    const at = end(await standing());
    provider.says = { state: 'authorised' };
    expect(await hearPayment(deps, id, at + 1000)).toMatchObject({ state: 'placed' });
    expect(await settle(at + 2000)).toMatchObject({ state: 'confirmed' });
  });

  test('is given up with its seats, and the provider hears of it', async () => {
    const { deps, provider, house, standing } = await paying();
    const at = end(await standing());
    expect(at).toBe(now + 10 * minute);
    await tendOrders(deps, () => at - 1, at + minute);
    expect((await standing()).state).toBe('paying');
    expect(provider.acts).toEqual([]);
    await tendOrders(deps, () => at, at + minute);
    expect(await standing()).toMatchObject({
      state: 'refused',
      refusal: 'not-paid',
      payment: { method: 'stripe', state: 'voided' },
    });
    expect((await standing()).payment).not.toHaveProperty('unvoided');
    expect(provider.acts).toHaveLength(1);
    expect(house.asked).toEqual([]);
  });

  test('and is paid all the same after that: let go of again, however often it is heard', async () => {
    const { deps, provider, id, standing } = await paying();
    const at = end(await standing());
    await tendOrders(deps, () => at, at + minute);
    provider.says = { state: 'authorised' };
    await hearPayment(deps, id, at + 1);
    await hearPayment(deps, id, at + 2);
    expect(provider.acts).toEqual([`void pi-${id}`, `void pi-${id}`, `void pi-${id}`]);
    expect(await standing()).toMatchObject({ state: 'refused', refusal: 'not-paid' });
  });

  test('and is given up while its payment is looked at: the payment is let go of, and no seat asked for', async () => {
    const { deps, provider, house, id, standing } = await paying();
    const at = end(await standing());
    provider.says = { state: 'pending' };
    const given: Promise<unknown>[] = [];
    provider.beforeLook = async () => {
      provider.beforeLook = async () => {};
      given.push(tendOrders(deps, () => at, at + minute));
      await given[0];
    };
    provider.says = { state: 'authorised' };
    // Seen as authorised, while the clock saw it pending and gave it up.
    const seen = hearPayment(deps, id, at);
    provider.says = { state: 'pending' };
    expect(await seen).toMatchObject({ state: 'refused', refusal: 'not-paid' });
    expect(provider.acts).toEqual([`void pi-${id}`, `void pi-${id}`]);
    expect(house.asked).toEqual([]);
  });

  test('and is given up while its payment is begun: what was begun is let go of, and no seat asked for', async () => {
    const { provider, payments } = slowProvider();
    const port = payments.get('stripe') as PaymentPort;
    const house = fakeHouse();
    const slow = portsOf({ askHouse: house.ask, payments: new Map() });
    const end = now + 20 * minute;
    const authorise: PaymentPort['authorise'] = async ({ order }) => {
      // The clock knows of no reference yet.
      await tendOrders({ ...slow, payments }, () => end, end + minute);
      return { state: 'authorised', reference: `pi-${order}` };
    };
    const deps = { ...slow, payments: new Map([['stripe', { ...port, authorise }] as const]) };
    const input = inputOf([], { request: requestOf([slipOf('hold00000001')], { method: 'stripe' }) });
    const placed = await placeOrder(deps, input, now);
    expect(placed).toMatchObject({ ok: true, order: { state: 'refused', refusal: 'not-paid' } });
    expect(provider.acts.at(-1)).toBe(`void pi-${placed.ok && placed.order.order}`);
    expect(house.asked).toEqual([]);
  });

  test('a void that failed is tried again by the clock', async () => {
    const { deps, provider, standing } = await paying();
    const at = end(await standing());
    const port = deps.payments.get('stripe') as PaymentPort;
    const failing = new Map([['stripe', { ...port, void: async () => Promise.reject(new Error('down')) }] as const]);
    const { failed } = await tendOrders({ ...deps, payments: failing }, () => at, at + minute);
    expect(failed).toHaveLength(1);
    expect(await standing()).toMatchObject({ state: 'refused', payment: { unvoided: true } });
    await tendOrders(deps, () => at + 2 * minute, at + 3 * minute);
    expect((await standing()).payment).not.toHaveProperty('unvoided');
    expect(provider.acts).toHaveLength(1);
  });

  test('an order whose fan went away before payment was asked for is over at the same time', async () => {
    const { payments } = slowProvider();
    const port = payments.get('stripe') as PaymentPort;
    const dead = new Map([['stripe', { ...port, authorise: async () => Promise.reject(new Error('down')) }] as const]);
    const deps = portsOf({ payments: dead });
    const input = inputOf([], { request: requestOf([slipOf('hold00000001')], { method: 'stripe' }) });
    await expect(placeOrder(deps, input, now)).rejects.toThrow();
    const alive = { ...deps, payments };
    await tendOrders(alive, () => now + 20 * minute - 1, now + 21 * minute);
    expect((await deps.store.page(5)).orders).toEqual([]);
    await tendOrders(alive, () => now + 20 * minute, now + 21 * minute);
    expect((await deps.store.page(5)).orders).toMatchObject([{ state: 'refused', refusal: 'not-paid' }]);
    expect(await placeOrder(alive, input, now + 21 * minute)).toMatchObject({ order: { refusal: 'not-paid' } });
  });
});
