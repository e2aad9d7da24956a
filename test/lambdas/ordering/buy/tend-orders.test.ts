import { describe, expect, test } from '@jest/globals';
import { auditOrder } from '../../../../lambdas/ordering/book/audit-order.ts';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../../lambdas/ordering/buy/settle-order.ts';
import { tendOrders } from '../../../../lambdas/ordering/buy/tend-orders.ts';
import { withAct } from '../../../../lambdas/ordering/order/amend.ts';
import { givenUpAt, stuckMs } from '../../../../lambdas/ordering/order/due.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import type { PaymentPort } from '../../../../lambdas/ordering/payment/payment.ts';
import {
  buyer,
  confirmedOrder,
  fakeHouse,
  inputOf,
  nobody,
  now,
  portsOf,
  requestOf,
  type SmallStage,
  slipOf,
  staff,
} from '../small-stage.ts';

const card = { method: 'sandbox-card', card: 'approved' } as const;
type Payment = Parameters<typeof requestOf>[1];
const minute = 60_000;
const tend = (deps: SmallStage, at: number) => tendOrders(deps, () => at, at + minute);

async function place(deps: SmallStage, idempotencyKey = 'key-0001', payment: Payment = card) {
  const request = requestOf([slipOf('hold00000001')], payment);
  const placed = await placeOrder(deps, inputOf([], { idempotencyKey, request }), now);
  if (!placed.ok) throw new Error(placed.refusal);
  return placed.order.order;
}

/** A cancellation that waits for the house. */
const changing: NonNullable<OrderRecord['changing']> = { kind: 'cancel', by: 'fan', answers: {} };

describe('looking after orders', () => {
  test('an ask that never reached the house is made again', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: house.ask });
    const lost = { ...deps, askHouse: async () => Promise.reject(new Error('the queue is down')) };
    await expect(place(lost)).rejects.toThrow();
    expect(await tend(deps, now + stuckMs - 1)).toEqual({ tended: 0, failed: [] });
    expect(await tend(deps, now + stuckMs)).toEqual({ tended: 1, failed: [] });
    for (const answer of house.news()) await settleOrder(deps, answer, now + stuckMs);
    expect((await deps.store.page(1)).orders[0]?.state).toBe('confirmed');
    expect(await tend(deps, now + 10 * stuckMs)).toEqual({ tended: 0, failed: [] });
  });

  test('a pretend card that is said twice is heard twice at once, and sells once', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: house.ask });
    await place(deps, 'key-0001', { method: 'sandbox-card', card: 'twice' });
    let looks = 0;
    const port = deps.payments.get('sandbox-card') as PaymentPort;
    const counted: PaymentPort = {
      ...port,
      look: async (...of) => {
        looks += 1;
        return port.look(...of);
      },
    };
    const hearing = { ...deps, payments: new Map([['sandbox-card', counted] as const]) };
    expect(await tend(hearing, now + stuckMs)).toEqual({ tended: 1, failed: [] });
    expect(looks).toBe(2);
    const news = house.news();
    expect(news.length).toBeGreaterThan(0);
    for (const answer of news) await settleOrder(deps, answer, now + stuckMs);
    const order = (await deps.store.page(1)).orders[0];
    expect(order).toMatchObject({ state: 'confirmed', payment: { state: 'captured' }, tickets: [{}, {}] });
    expect(order?.history.filter(({ act }) => act === 'payment-decided')).toHaveLength(1);
  });

  test('a paid order whose last answer died in the dead letters gets its tickets, and they are announced', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: house.ask });
    const id = await place(deps);
    const port = deps.payments.get('sandbox-card') as PaymentPort;
    const down = { ...port, capture: async () => Promise.reject(new Error('the provider is down')) };
    const failing = { ...deps, payments: new Map([['sandbox-card', down] as const]) };
    const [answer] = house.news();
    if (!answer) throw new Error('the house was not asked');
    for (let tries = 0; tries < 5; tries++) await expect(settleOrder(failing, answer, now)).rejects.toThrow();
    expect(await tend(failing, now + stuckMs)).toMatchObject({ failed: [{ order: id }] });
    // Not again in the same run, and not before it is due again: others have their turn.
    expect(await tend(failing, now + stuckMs + 1)).toEqual({ tended: 0, failed: [] });
    expect(await tend(deps, now + 2 * stuckMs)).toEqual({ tended: 1, failed: [] });
    const order = await deps.store.get(id);
    expect(order).toMatchObject({ state: 'confirmed', payment: { state: 'captured' } });
    expect(deps.told.map(({ tickets }) => tickets)).toEqual([order?.tickets]);
  });

  test('tickets that were never announced are', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: house.ask });
    const id = await place(deps);
    const mute = { ...deps, announce: async () => Promise.reject(new Error('the queue is down')) };
    const [answer] = house.news();
    if (!answer) throw new Error('the house was not asked');
    await expect(settleOrder(mute, answer, now)).rejects.toThrow();
    expect(await deps.store.get(id)).toMatchObject({ state: 'confirmed', untold: true });
    await tend(deps, now + stuckMs);
    expect(deps.told).toHaveLength(1);
    expect(await deps.store.get(id)).not.toHaveProperty('untold');
  });

  test('what became of an order while its tickets were announced is announced as well', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: house.ask });
    const id = await place(deps);
    const told: string[] = [];
    const slow: SmallStage = {
      ...deps,
      announce: async (order) => {
        told.push(order.state);
        if (order.state !== 'confirmed') return;
        const standing = (await deps.store.get(id)) as OrderRecord;
        await deps.store.write({ ...standing, version: standing.version + 1, state: 'cancelled', tickets: [] });
      },
    };
    for (const answer of house.news()) await settleOrder(slow, answer, now);
    expect(told).toEqual(['confirmed', 'cancelled']);
    expect(await deps.store.get(id)).not.toHaveProperty('untold');
  });

  test('a change that begins and ends while its tickets are announced does not swallow the letter', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: house.ask });
    const id = await place(deps);
    const write = async (more: Partial<OrderRecord>) => {
      const { changing: _, ...standing } = (await deps.store.get(id)) as OrderRecord;
      await deps.store.write({ ...standing, ...more, version: standing.version + 1 });
    };
    const letters: string[] = [];
    let looks = 0;
    const slow: SmallStage = {
      ...deps,
      // The letter is written from the order as it stands: none is while it is being changed.
      announce: async () => {
        looks += 1;
        if (looks === 1) await write({ changing });
        const standing = (await deps.store.get(id)) as OrderRecord;
        if (!standing.changing) letters.push(standing.state);
        if (looks === 1) await write({});
      },
    };
    for (const answer of house.news()) await settleOrder(slow, answer, now);
    expect([looks, letters]).toEqual([2, ['confirmed']]);
    expect(await deps.store.get(id)).not.toHaveProperty('untold');
  });

  test('nothing is announced of an order that is being changed: it is when the change has ended', async () => {
    const { deps, id, standing } = await confirmedOrder(card);
    const { told } = deps;
    const before = told.length;
    const order = await standing();
    await deps.store.write({ ...order, untold: true, changing, version: order.version + 1 });
    await tend(deps, now + stuckMs);
    expect(told).toHaveLength(before);
    expect(await standing()).toMatchObject({ untold: true });
    const { changing: _, ...ended } = await standing();
    await deps.store.write({ ...ended, version: ended.version + 1 });
    await tend(deps, now + 2 * stuckMs);
    expect(told).toHaveLength(before + 1);
    expect(await deps.store.get(id)).not.toHaveProperty('untold');
  });

  test('two at once, over many orders: each is looked after once', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: async () => Promise.reject(new Error('the queue is down')) });
    for (let n = 0; n < 30; n++) await expect(place(deps, `key-${1000 + n}`)).rejects.toThrow();
    const working = { ...deps, askHouse: house.ask };
    const [one, other] = await Promise.all([tend(working, now + stuckMs), tend(working, now + stuckMs)]);
    expect((one?.tended ?? 0) + (other?.tended ?? 0)).toBe(30);
    expect(house.asked).toHaveLength(30);
  });

  test('no longer than it may: the rest is found by the next', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: async () => Promise.reject(new Error('the queue is down')) });
    for (let n = 0; n < 30; n++) await expect(place(deps, `key-${1000 + n}`)).rejects.toThrow();
    let clock = now + stuckMs;
    const slow = {
      ...deps,
      askHouse: async (ask: Parameters<SmallStage['askHouse']>[0]) => {
        clock += 10;
        await house.ask(ask);
      },
    };
    const { tended } = await tendOrders(slow, () => clock, clock + 50);
    expect(tended).toBeGreaterThanOrEqual(5);
    expect(tended).toBeLessThan(20);
    expect((await tendOrders(slow, () => clock, clock + minute)).tended).toBe(30 - tended);
  });

  test('an order whose payment was never begun has until its seats have lapsed for ten minutes, half an hour at the most', () => {
    const unpaid = { state: 'unpaid', placedAt: now } as const;
    expect(givenUpAt({ ...unpaid, heldUntil: now + 5 * minute })).toBe(now + 15 * minute);
    expect(givenUpAt({ ...unpaid, heldUntil: now + 60 * minute })).toBe(now + 30 * minute);
  });

  test('a payment that was begun ends with the hold of its seats, or with the time of a bank that asks', () => {
    const paying = { state: 'paying', placedAt: now, heldUntil: now + 40 * minute } as const;
    expect(givenUpAt(paying)).toBe(now + 40 * minute);
    expect(givenUpAt({ ...paying, bankAskedAt: now + 39 * minute })).toBe(now + 54 * minute);
  });
});

describe('the audit of an order', () => {
  test('says who did what and when, and names the buyer to staff alone', async () => {
    const { deps, id } = await confirmedOrder(card);
    const audited = await auditOrder(deps, staff, { id }, now);
    expect(audited).toMatchObject({
      order: {
        order: id,
        buyer,
        tickets: 2,
        history: [
          { happenedAt: now, by: 'fan', act: 'placed' },
          { happenedAt: now, by: 'payment', act: 'payment-decided', note: 'authorised' },
          {
            happenedAt: now,
            by: 'house',
            act: 'seats-answered',
            note: 'sold: Stalls, row C, seat 1; Stalls, row C, seat 2',
          },
          { happenedAt: now, by: 'house', act: 'confirmed', note: 'captured' },
        ],
      },
    });
    expect(JSON.stringify(audited)).not.toMatch(/"key"|t1\.|clientSecret/);
    expect(await auditOrder(deps, nobody, { id }, now)).toMatchObject({ refusal: 'not-allowed' });
    expect(await auditOrder(deps, staff, { id: 'xxxxxxxxxxxxxxxxxxxx' }, now)).toMatchObject({
      refusal: 'order-unknown',
    });
  });

  test('keeps how it began and the latest sixty acts in all, whatever is done to it', () => {
    const act = (n: number) => ({ happenedAt: n, by: 'staff', act: 'exchanged' }) as const;
    const history = Array.from({ length: 200 }, (_, n) => act(n)).reduce(
      (so, next) => withAct(so, next),
      [] as ReturnType<typeof withAct>,
    );
    expect(history.map(({ happenedAt }) => happenedAt)).toEqual([
      ...Array.from({ length: 10 }, (_, n) => n),
      ...Array.from({ length: 50 }, (_, n) => 150 + n),
    ]);
  });
});
