import { describe, expect, test } from '@jest/globals';
import type { HouseOutcome } from '../../../../contracts/house.ts';
import type { OrderRequest } from '../../../../contracts/order.ts';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../../lambdas/ordering/buy/settle-order.ts';
import { tendOrders } from '../../../../lambdas/ordering/buy/tend-orders.ts';
import { dueOf, stuckMs } from '../../../../lambdas/ordering/order/due.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import type { Captured, PaymentPort } from '../../../../lambdas/ordering/payment/payment.ts';
import type { TicketCode } from '../../../../lambdas/ordering/ticket/ticket.ts';
import { fakeHouse, inputOf, keys, now, portsOf, requestOf, slipOf } from '../small-stage.ts';

const holds = ['hold00000001', 'hold00000002'];
const card = { method: 'sandbox-card', card: 'approved' } as const;

/** A card whose acts are counted. */
function countingCard(captured: Captured = 'captured') {
  const acts: string[] = [];
  const port: PaymentPort = {
    objection: () => undefined,
    authorise: async ({ amount }) => {
      acts.push(`authorise ${amount}`);
      return { state: 'authorised' };
    },
    capture: async ({ amount }) => {
      acts.push(`capture ${amount}`);
      return captured;
    },
    void: async () => {
      acts.push('void');
    },
    look: async () => ({ state: 'authorised' }),
    refund: async ({ name, amount }) => {
      acts.push(`refund ${name} ${amount}`);
    },
  };
  return { acts, payments: new Map([['sandbox-card', port] as const]) };
}

async function place(lost: readonly string[], payment: OrderRequest['payment'] = card, more = {}) {
  const house = fakeHouse(lost);
  const deps = portsOf({ askHouse: house.ask, ...more });
  const slips = holds.map((hold, n) => slipOf(hold, { performance: `storm-${n + 1}` }));
  const placed = await placeOrder(deps, inputOf([], { request: requestOf(slips, payment) }), now);
  if (!placed.ok) throw new Error(placed.refusal);
  return { deps, house, order: placed.order.order };
}

describe('settling', () => {
  test('all sold: captures the whole and issues one signed ticket a seat', async () => {
    const { acts, payments } = countingCard();
    const { deps, house, order } = await place([], card, { payments });
    const [first, second] = house.answers() as [HouseOutcome, HouseOutcome];
    expect((await settleOrder(deps, second, now)).state).toBe('placed');
    const settled = await settleOrder(deps, first, now);
    expect(settled).toMatchObject({
      state: 'confirmed',
      payment: { method: 'sandbox-card', state: 'captured', paid: 26000 },
    });
    expect(acts).toEqual(['authorise 26000', 'capture 26000']);
    expect(settled.tickets).toHaveLength(4);
    expect(new Set(settled.tickets.map(({ id }) => id)).size).toBe(4);
    for (const { id, performance, seat, code } of settled.tickets) {
      expect(keys.ticket.open<TicketCode>('t1', code)).toEqual({
        ...{ i: id, p: performance, s: seat, o: order },
        ...{ n: 'friends', c: 'GBP', v: 6500, l: 8 },
      });
      expect(
        keys.ticket.open(
          't1',
          code.replace(/.$/, (end) => (end === 'A' ? 'Q' : 'A')),
        ),
      ).toBeUndefined();
    }
  });

  test('some lost: captures exactly what was sold', async () => {
    const { acts, payments } = countingCard();
    const { deps, house } = await place(['hold00000001'], card, { payments });
    for (const answer of house.answers()) await settleOrder(deps, answer, now);
    const order = (await deps.store.page(1)).orders[0];
    expect(order?.state).toBe('confirmed');
    expect(acts).toEqual(['authorise 26000', 'capture 13000']);
    expect(order?.tickets.map(({ performance }) => performance)).toEqual(['storm-2', 'storm-2']);
  });

  test('none sold: voids, and says so', async () => {
    const { acts, payments } = countingCard();
    const { deps, house } = await place(holds, card, { payments });
    for (const answer of house.answers()) await settleOrder(deps, answer, now);
    const order = (await deps.store.page(1)).orders[0];
    expect(order).toMatchObject({ state: 'refused', refusal: 'seats-lost', payment: { state: 'voided' }, tickets: [] });
    expect(acts).toEqual(['authorise 26000', 'void']);
  });

  test('the bank took back its word: refused, nothing taken, and the seats that were sold go back', async () => {
    const { acts, payments } = countingCard('withdrawn');
    const { deps, house, order } = await place(['hold00000001'], card, { payments });
    for (const answer of house.news()) await settleOrder(deps, answer, now);
    const refused = { state: 'refused', refusal: 'payment-withdrawn', payment: { state: 'declined' }, tickets: [] };
    expect(await deps.store.get(order)).toMatchObject({ ...refused, changing: { kind: 'cancel', by: 'payment' } });
    expect(house.seatsOf.get('hold00000002')).toHaveLength(2);

    for (const answer of house.news()) await settleOrder(deps, answer, now);
    const over = await deps.store.get(order);
    expect(over).toMatchObject({ ...refused, outcomes: { hold00000001: 'lost', hold00000002: 'returned' } });
    expect(over?.changing ?? dueOf(over as OrderRecord)).toBeUndefined();
    expect(house.returned).toEqual(['hold00000002']);
    expect(acts).toEqual(['authorise 26000', 'capture 13000', 'void']);
    expect(deps.told.map(({ id, state }) => [id, state])).toEqual([[order, 'refused']]);
  });

  test('… also if it dies before the seats are asked back', async () => {
    const { payments } = countingCard('withdrawn');
    const { deps, house, order } = await place(['hold00000001'], card, { payments });
    const deaf = { ...deps, askHouse: () => Promise.reject(new Error('the queue is down')) };
    const answers = house.news();
    for (const answer of answers) await settleOrder(deaf, answer, now).catch(() => undefined);
    await tendOrders(deps, () => now + stuckMs, now + stuckMs + 1);
    for (const answer of house.news()) await settleOrder(deps, answer, now + stuckMs);
    expect(await deps.store.get(order)).toMatchObject({
      state: 'refused',
      outcomes: { hold00000001: 'lost', hold00000002: 'returned' },
    });
    expect(house.returned).toEqual(['hold00000002']);
  });

  test('a promise stays one, with its deadline', async () => {
    const { deps, house } = await place([], { method: 'box-office' });
    for (const answer of house.answers()) await settleOrder(deps, answer, now);
    const order = (await deps.store.page(1)).orders[0];
    expect(order?.payment).toEqual({ method: 'box-office', state: 'promised', deadline: now + 48 * 3_600_000 });
    expect(order?.tickets).toHaveLength(4);
  });

  test('a duplicate, late or contradicting answer changes nothing', async () => {
    const { acts, payments } = countingCard();
    const { deps, house } = await place([], card, { payments });
    for (const answer of house.answers()) await settleOrder(deps, answer, now);
    const before = (await deps.store.page(1)).orders[0];
    for (const answer of house.answers()) {
      await settleOrder(deps, answer, now);
      await settleOrder(deps, { ...answer, outcome: 'lost' }, now);
    }
    expect((await deps.store.page(1)).orders[0]).toEqual(before);
    expect(acts).toEqual(['authorise 26000', 'capture 26000']);
  });

  test('two orders for one hold: one has the seats, the other its money back', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: house.ask });
    for (const idempotencyKey of ['key-0001', 'key-0002'])
      await placeOrder(deps, inputOf([], { idempotencyKey, request: requestOf([slipOf('hold00000001')], card) }), now);
    for (const answer of house.answers()) await settleOrder(deps, answer, now);
    const { orders } = await deps.store.page(50);
    expect(orders.map(({ state }) => state).sort()).toEqual(['confirmed', 'refused']);
    expect(orders.flatMap(({ tickets }) => tickets)).toHaveLength(2);
    expect(orders.find(({ state }) => state === 'refused')?.payment.state).toBe('voided');
  });

  test('an answer for an order that was never placed is a fault for staff to see', async () => {
    const { deps, house } = await place([]);
    const [answer] = house.answers() as [HouseOutcome];
    await expect(settleOrder(deps, { ...answer, order: 'xxxxxxxxxxxxxxxxxxxx' }, now)).rejects.toThrow(/not known/);
  });
});
