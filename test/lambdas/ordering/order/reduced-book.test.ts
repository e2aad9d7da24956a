import { describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../../../contracts/catalogue.ts';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../../lambdas/ordering/buy/settle-order.ts';
import { cancelOrder } from '../../../../lambdas/ordering/change/cancel-order.ts';
import { orderTwin } from '../../../../lambdas/ordering/order/order.twin.ts';
import type { OrderStore } from '../../../../lambdas/ordering/order/order-store.ts';
import { reducedOver, writtenByMs } from '../../../../lambdas/ordering/order/reduced-book.ts';
import { fakeHouse, inputOf, now, passOf, performances, portsOf, requestOf, slipOf } from '../small-stage.ts';

const concessions = [
  { id: 'young', name: 'Under 26', percentOff: 50 },
  { id: 'student', name: 'Student', percentOff: 20, mostPerFan: 4 },
  { id: 'guest', name: 'Guest', percentOff: 100 },
];
const files = new Map(
  performances.map((file): readonly [string, PerformanceFile] => [file.id, { ...file, concessions }]),
);

/** A fan who orders hold after hold, with reduced prices for so many of the two seats of each. */
function aStage(store: OrderStore = orderTwin()) {
  const house = fakeHouse();
  const deps = portsOf({ store, askHouse: house.ask, findPerformance: async (id) => files.get(id) });
  const order = async (
    hold: number,
    reduced: Readonly<Record<string, number>>,
    { fan = 'ada', onSale = 'friends', at = now, performance = 'storm-1' } = {},
  ) => {
    const id = `hold${`${hold}`.padStart(8, '0')}`;
    const wanted = Object.entries(reduced).flatMap(([name, seats]) => Array.from({ length: seats }, () => name));
    const request = {
      ...requestOf([slipOf(id, { fan, onSale, performance })]),
      concessions: wanted.map((concession, seat) => ({ hold: id, seat: `${id}-${seat + 1}`, concession })),
    };
    return placeOrder(deps, inputOf([], { request, pass: passOf(fan, { onSale }), idempotencyKey: `key-${id}` }), at);
  };
  const settle = async () => {
    for (const answer of house.news()) await settleOrder(deps, answer, now);
  };
  return { deps, house, order, settle };
}
const over = { ok: false, refusal: 'concession-over-limit' };

describe('the limit of reduced prices', () => {
  test('holds over all orders of a fan in an on-sale, and in each performance', async () => {
    const { order } = aStage();
    expect(await order(1, { young: 1 })).toMatchObject({ ok: true });
    expect(await order(2, { young: 2 })).toMatchObject({
      ...over,
      errors: [{ field: 'body.concessions.1.concession' }],
    });
    expect(await order(3, { young: 1 }, { performance: 'storm-2' })).toMatchObject({ ok: true });
    expect(await order(4, { young: 1 })).toMatchObject(over);
    // Each reduced price, each fan and each on-sale by itself.
    expect(await order(4, { student: 2 })).toMatchObject({ ok: true });
    expect(await order(5, { student: 2 })).toMatchObject({ ok: true });
    expect(await order(6, { student: 1 })).toMatchObject(over);
    expect(await order(7, { guest: 1 })).toMatchObject({ ok: true });
    expect(await order(8, { guest: 1 })).toMatchObject(over);
    expect(await order(9, {})).toMatchObject({ ok: true });
    expect(await order(10, { young: 2 }, { fan: 'bob' })).toMatchObject({ ok: true });
    expect(await order(11, { young: 2 }, { onSale: 'public' })).toMatchObject({ ok: true });
  });

  test('counts what the page is told: all that the orders have, or may still get', async () => {
    const { order, deps, settle } = aStage();
    const first = await order(1, { young: 1 });
    if (!first.ok) throw new Error(first.refusal);
    await order(2, { young: 1, student: 1 });
    await order(3, {});
    const told = async () => {
      const ids = await deps.store.ofFan('ada', 50);
      return reducedOver((await Promise.all(ids.map((id) => deps.store.get(id)))).flatMap((one) => one ?? []));
    };
    expect(await told()).toEqual({ 'Under 26': 2, Student: 1 });
    await settle();
    await cancelOrder(deps, { id: first.order.order, key: first.order.key }, now);
    await settle();
    expect(await told()).toEqual({ 'Under 26': 1, Student: 1 });
  });

  test('of twenty orders at once as many are taken as the limit allows', async () => {
    const { order } = aStage();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, hold) => order(hold, { student: 1 })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(4);
    for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject(over);
  });

  test('the harm without a version: as many as come at once', async () => {
    const careless = orderTwin();
    const { order } = aStage({ ...careless, writeReducedBook: async () => ({ ok: true }) });
    const answers = await Promise.all(Array.from({ length: 6 }, (_, hold) => order(hold, { student: 1 })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(6);
  });

  test('counts a repeated order once, and answers it as at first when others have the limit by now', async () => {
    const { order, deps, settle, house } = aStage();
    const first = await order(1, { young: 2 });
    if (!first.ok) throw new Error(first.refusal);
    expect(await order(1, { young: 2 })).toMatchObject({ ok: true, first: false });
    expect(await order(2, { young: 1 })).toMatchObject(over);
    await settle();
    await cancelOrder(deps, { id: first.order.order, key: first.order.key }, now);
    await settle();
    expect(house.returned).toHaveLength(1);
    // What was given back counts no more.
    expect(await order(3, { young: 2 })).toMatchObject({ ok: true });
    expect(await order(1, { young: 2 })).toMatchObject({ ok: true, first: false, order: { state: 'cancelled' } });
    expect(await order(4, { young: 1 })).toMatchObject(over);
  });

  test('an order that was cut short before it was written counts until nobody can write it any more', async () => {
    let breaks = true;
    const twin = orderTwin();
    const put: OrderStore['put'] = async (record) => {
      if (breaks) throw new Error('cut short');
      return twin.put(record);
    };
    const { order } = aStage({ ...twin, put });
    await expect(order(1, { young: 2 })).rejects.toThrow();
    breaks = false;
    expect(await order(2, { young: 1 }, { at: now + writtenByMs - 1 })).toMatchObject(over);
    // Its own repeat goes on, also with other wishes.
    expect(await order(1, { young: 1 })).toMatchObject({ ok: true });
    expect(await order(2, { young: 1 })).toMatchObject({ ok: true });
    expect(await order(3, { young: 1 }, { at: now + writtenByMs })).toMatchObject(over);
  });

  test('one that was never written is forgotten', async () => {
    const twin = orderTwin();
    const never = aStage({ ...twin, put: () => Promise.reject(new Error('cut short')) });
    await expect(never.order(1, { young: 2 })).rejects.toThrow();
    const { order } = aStage(twin);
    expect(await order(2, { young: 2 }, { at: now + writtenByMs })).toMatchObject({ ok: true });
  });
});
