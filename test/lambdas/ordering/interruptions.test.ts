import { describe, expect, test } from '@jest/globals';
import { changeOrder } from '../../../lambdas/ordering/book/change-order.ts';
import { cancelOrder } from '../../../lambdas/ordering/change/cancel-order.ts';
import { changeAnswered } from '../../../lambdas/ordering/change/change-steps.ts';
import { dueOf } from '../../../lambdas/ordering/order/due.ts';
import { amountSold } from '../../../lambdas/ordering/order/order.ts';
import { orderTwin } from '../../../lambdas/ordering/order/order.twin.ts';
import type { OrderStore } from '../../../lambdas/ordering/order/order-store.ts';
import fc from '../../properties.ts';
import { confirmedOrder, now, staff } from './small-stage.ts';
import { acts, blind, history, type OrdersUnderFire, type Sabotage } from './under-fire.ts';

/*
 * Orders under fire: every call that leaves a use case may die before or after it took effect. Fans retry, pay late or
 * never, cancel and exchange. Staff and the clock do the same. The house's answers come twice and in any order. Two act
 * at once. When it is over and the clock has looked after what was left, every invariant holds.
 */

const plays = fc.record({
  faults: fc.array(fc.constantFrom(0, 0, 0, 0, 1, 2), { maxLength: 120 }),
  begun: fc.option(fc.subarray(['hold00000001', 'hold00000002', 'hold00000003'], { minLength: 1 }), { nil: undefined }),
  lost: fc.subarray(['hold00000001', 'hold00000002', 'hold00000003']),
  taken: fc.subarray(['F-1', 'F-3']),
  acts,
});

const play = (sabotage: Sabotage = {}, numRuns = 250) =>
  fc.assert(
    fc.asyncProperty(plays, async (given) => holds(await history(given, sabotage))),
    { numRuns, endOnFailure: Object.keys(sabotage).length > 0 },
  );

async function holds({ orders, bank, house, door, announced }: OrdersUnderFire): Promise<void> {
  const seats = orders.flatMap(({ items, outcomes }) =>
    items.filter(({ hold }) => outcomes[hold] === 'sold').flatMap((line) => line.seats.map(({ id }) => id)),
  );
  expect(new Set(seats).size).toBe(seats.length);
  expect(new Set(house.returned).size).toBe(house.returned.length);
  const marks = await door.marks('storm-1');
  for (const order of orders) {
    const { id, state, payment, tickets } = order;
    expect(['confirmed', 'refused', 'cancelled']).toContain(state);
    expect(order.changing ?? payment.owed ?? order.untold ?? payment.unvoided).toBeUndefined();
    expect(dueOf(order) ?? payment.deadline).toBe(payment.deadline);
    // O1: the money that was taken and not given back is the price of the seats; nothing is kept of those who have
    // none.
    const account = bank.accountOf(id);
    const kept = account.captured - account.refunded;
    const owing = payment.due ?? 0;
    const atCounter = payment.method === 'box-office';
    expect(kept).toBe(state === 'confirmed' && !atCounter ? amountSold(order) - owing : 0);
    if (account.state === 'authorised' || account.state === 'withdrawn')
      expect(bank.dropped.has(id) || payment.reference === undefined).toBe(true);
    // A ticket for every seat, and the door takes it; the house has the same seats for the order.
    for (const { hold, seats: own } of order.items) {
      const sold = order.outcomes[hold] === 'sold';
      const named = own.map((seat) => seat.id).sort();
      if (sold) expect([...(house.seatsOf.get(hold) ?? [])].sort()).toEqual(named);
      if (order.outcomes[hold] === 'returned') expect(house.seatsOf.get(hold)).toEqual([]);
      expect(tickets.filter(({ seat }) => named.includes(seat))).toHaveLength(sold ? named.length : 0);
    }
    expect(tickets.filter((ticket) => marks.get(ticket.id)?.state === 'void')).toEqual([]);
    // A ticket that was given out and is not the order's any more opens no door.
    const current = new Set(tickets.map((ticket) => ticket.id));
    const old = announced.filter((ticket) => ticket.order === id && !current.has(ticket.id));
    expect(old.filter((ticket) => marks.get(ticket.id)?.state !== 'void' && !ticket.usedForNew)).toEqual([]);
    if (state === 'confirmed')
      expect(announced.map((ticket) => ticket.id)).toEqual(expect.arrayContaining([...current]));
    expect(order.history[0]).toMatchObject({ by: 'fan', act: 'placed' });
  }
}

describe('orders under fire', () => {
  test('O1, O2, and every seat, ticket and penny once, however it went', () => play());

  describe('guards off: the same histories breach it', () => {
    test('a cancellation that does not ask the door', () => expect(play({ openDoor: true })).rejects.toThrow());

    test('a clock that looks after nothing', () => expect(play({ noClock: true })).rejects.toThrow());
  });

  test('guard off: a store that writes over whatever stands sells seats that it has given back', async () => {
    /** Staff read the order; then the fan cancels it and the seats go back; then what staff did is written. */
    const staffAndFan = async (store: OrderStore) => {
      const { deps, house, id, asked, hear } = await confirmedOrder({ method: 'box-office' }, { store });
      const cancelThenWrite: OrderStore['write'] = async (order) => {
        await cancelOrder(deps, asked, now);
        await hear();
        return store.write(order);
      };
      const taken = await changeOrder(
        { ...deps, store: { ...store, write: cancelThenWrite } },
        staff,
        { id, act: { act: 'take-payment' } },
        now,
      );
      return [taken.ok, (await store.get(id))?.state, house.returned.length];
    };
    expect(await staffAndFan(orderTwin())).toEqual([false, 'cancelled', 1]);
    expect(await staffAndFan(blind(orderTwin()))).toEqual([true, 'confirmed', 1]);
  });

  test('an answer to an earlier change does not end the one under way', () => {
    const step = changeAnswered('hold00000001', 1, 'changed');
    const line = { hold: 'hold00000001', performance: 'p', title: '', startsAt: 0, venue: '', seats: [] };
    const order = {
      items: [line],
      outcomes: { hold00000001: 'sold' },
      changes: { hold00000001: 2 },
      changing: { kind: 'cancel', by: 'fan', answers: {} },
    } as unknown as Parameters<typeof step>[0];
    expect(step(order)).toBeUndefined();
    expect(step({ ...order, changes: { hold00000001: 1 } })).toMatchObject({
      changing: { answers: { hold00000001: 'changed' } },
    });
  });
});
