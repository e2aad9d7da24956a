import { describe, expect, test } from '@jest/globals';
import type { OrderRequest } from '../../../../contracts/order.ts';
import type { HeldSeat } from '../../../../contracts/pass.ts';
import { changeOrder } from '../../../../lambdas/ordering/book/change-order.ts';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../../lambdas/ordering/buy/settle-order.ts';
import { tendOrders } from '../../../../lambdas/ordering/buy/tend-orders.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import type { PaymentPort } from '../../../../lambdas/ordering/payment/payment.ts';
import { confirmedOrder, fakeHouse, inputOf, now, portsOf, requestOf, slipOf, staff } from '../small-stage.ts';

/* An order of nothing is never asked to be paid for, and never cancelled because nobody paid. */

const day = 86_400_000;
const seatsIn = (category: string, hold: string): readonly HeldSeat[] =>
  [1, 2].map((n) => ({ id: `${hold}-${n}`, category, label: `Stalls, row C, seat ${n}` }));

/** A provider that fails at every act: nothing may reach it. */
const unasked: PaymentPort = {
  objection: () => 'This amount is too small for a card',
  authorise: async () => Promise.reject(new Error('asked to authorise')),
  look: async () => Promise.reject(new Error('asked to look')),
  capture: async () => Promise.reject(new Error('asked to capture')),
  void: async () => {},
  refund: async () => Promise.reject(new Error('asked to refund')),
};

describe('an order of free seats', () => {
  test.each<[string, OrderRequest['payment']]>([
    ['at the box office', { method: 'box-office' }],
    ['by Stripe', { method: 'stripe' }],
  ])('%s is paid when it is placed, and is still there after any deadline', async (_, payment) => {
    const house = fakeHouse();
    const payments = new Map([...portsOf().payments, ['stripe', unasked] as const]);
    const deps = portsOf({ askHouse: house.ask, payments });
    const slip = slipOf('hold00000001', { seats: seatsIn('free', 'hold00000001') });
    const placed = await placeOrder(deps, inputOf([], { request: requestOf([slip], payment) }), now);
    if (!placed.ok) throw new Error(placed.detail);
    expect(placed.order).toMatchObject({ state: 'placed', total: 0 });
    for (const answer of house.news()) await settleOrder(deps, answer, now);
    const standing = () => deps.store.get(placed.order.order);
    expect(await standing()).toMatchObject({ state: 'confirmed', payment: { state: 'captured', paid: 0 } });
    expect((await standing())?.payment).not.toHaveProperty('deadline');
    await tendOrders(deps, () => now + 100 * day, now + 101 * day);
    const order = await standing();
    expect(order).toMatchObject({ state: 'confirmed', payment: { state: 'captured' } });
    expect(order?.tickets).toHaveLength(2);
    expect(deps.told.map(({ state }) => state)).toEqual(['confirmed']);
  });

  test('by a concession of all of it, also within the hour in which no promise is taken', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: house.ask });
    const hold = 'hold00000001';
    const concessions = [1, 2].map((n) => ({ hold, seat: `${hold}-${n}`, concession: 'carer' }));
    const request = { ...requestOf([slipOf(hold, { performance: 'tonight' })]), concessions };
    const placed = await placeOrder(deps, inputOf([], { request }), now);
    if (!placed.ok) throw new Error(placed.detail);
    for (const answer of house.news()) await settleOrder(deps, answer, now);
    expect(await deps.store.get(placed.order.order)).toMatchObject({ payment: { state: 'captured', paid: 0 } });
  });

  test('when it is cancelled owes nobody anything', async () => {
    const { deps, id, hear } = await confirmedOrder({ method: 'box-office' }, {}, free());
    const act = { act: 'cancel', reason: 'asked for at the counter' } as const;
    expect(await changeOrder(deps, staff, { id, act }, now)).toMatchObject({ ok: true });
    const order = await hear();
    expect(order).toMatchObject({ state: 'cancelled', payment: { state: 'voided' } });
    expect(order.payment).not.toHaveProperty('owed');
  });
});

const free = () => ({
  concessions: [1, 2].map((n) => ({ hold: 'hold00000001', seat: `hold00000001-${n}`, concession: 'carer' })),
});

describe('what comes down to nothing', () => {
  test('a promise whose seats with a price were lost', async () => {
    const house = fakeHouse(['hold00000002']);
    const deps = portsOf({ askHouse: house.ask });
    const slips = [
      slipOf('hold00000001', { seats: seatsIn('free', 'hold00000001') }),
      slipOf('hold00000002', { seats: seatsIn('gold', 'hold00000002') }),
    ];
    const placed = await placeOrder(deps, inputOf(slips), now);
    if (!placed.ok) throw new Error(placed.detail);
    for (const answer of house.news()) await settleOrder(deps, answer, now);
    expect(await deps.store.get(placed.order.order)).toMatchObject({
      state: 'confirmed',
      payment: { state: 'captured', paid: 0 },
    });
  });

  test('a promise of nothing that stands in the book from before is kept at its deadline, not broken', async () => {
    const { deps, id, standing } = await confirmedOrder({ method: 'box-office' }, {}, free());
    const order = await standing();
    const { paid: _, ...payment } = order.payment;
    const old: OrderRecord = {
      ...order,
      version: order.version + 1,
      payment: { ...payment, state: 'promised', deadline: now + 2 * day },
    };
    expect(await deps.store.write(old)).toMatchObject({ ok: true });
    await tendOrders(deps, () => now + 3 * day, now + 4 * day);
    const after = await deps.store.get(id);
    expect(after).toMatchObject({ state: 'confirmed', payment: { state: 'captured', paid: 0 } });
    expect(after?.history.at(-1)).toMatchObject({ act: 'payment-decided', note: 'nothing due' });
  });
});

test('a sum too small for the provider is due at the box office, and is asked for once', async () => {
  const house = fakeHouse(['hold00000002']);
  let captures = 0;
  const bank: PaymentPort = {
    ...unasked,
    objection: () => undefined,
    authorise: async () => ({ state: 'authorised', reference: 'pi_1' }),
    capture: async () => {
      captures += 1;
      return 'too-small';
    },
  };
  const deps = portsOf({ askHouse: house.ask, payments: new Map([['stripe', bank]]) });
  const slips = [slipOf('hold00000001'), slipOf('hold00000002')];
  const placed = await placeOrder(deps, inputOf([], { request: requestOf(slips, { method: 'stripe' }) }), now);
  if (!placed.ok) throw new Error(placed.detail);
  for (const answer of house.news()) await settleOrder(deps, answer, now);
  await tendOrders(deps, () => now + 10 * day, now + 11 * day);
  const order = await deps.store.get(placed.order.order);
  expect(order).toMatchObject({ state: 'confirmed', payment: { state: 'captured', paid: 0, due: 13_000 } });
  expect(captures).toBe(1);
});
