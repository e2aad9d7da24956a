import { expect, test } from '@jest/globals';
import type { Basket } from '../../../contracts/house.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { byPerformance, heldUntil, laterSlips } from '../../../site/order/order-seats.ts';

const now = 1_000_000;
const item = {
  hold: 'a',
  performance: 'lear-3',
  title: '',
  startsAt: 0,
  venue: '',
  seats: [],
  outcome: 'asked',
} as const;
const payment: OrderView['payment'] = { method: 'stripe', state: 'pending', seatsUntil: now + 60_000 };
const basketOf = (hold: string, lapsesAt: number): Basket => ({
  holds: [{ state: 'held', hold, performance: 'lear-3', seats: [], expiresAt: lapsesAt, slip: `s1.${hold}` }],
  seatsLeft: 0,
  timer: { lapsesAt, extendable: true },
});

test('the seats of an order last as the order says, or longer if the fan was given more time since', () => {
  expect(heldUntil({ items: [item], payment }, undefined, now)).toBe(now + 60_000);
  expect(heldUntil({ items: [item], payment }, basketOf('a', now + 500_000), now)).toBe(now + 500_000);
  // A clock of other seats says nothing of these.
  expect(heldUntil({ items: [item], payment }, basketOf('b', now + 500_000), now)).toBe(now + 60_000);
  expect(
    heldUntil({ items: [item], payment: { method: 'stripe', state: 'captured' } }, undefined, now),
  ).toBeUndefined();
});

test('newer slips of all its seats are shown to the order, once the houses have written them, until it knows', () => {
  const order = { items: [item], payment };
  const later = basketOf('a', now + 500_000);
  expect(laterSlips(order, undefined, now)).toEqual([]);
  expect(laterSlips(order, basketOf('b', now + 500_000), now)).toEqual([]);
  expect(laterSlips(order, later, now)).toEqual(['s1.a']);
  expect(laterSlips({ ...order, items: [item, { ...item, hold: 'b' }] }, later, now)).toEqual([]);
  expect(laterSlips({ ...order, payment: { ...payment, seatsUntil: now + 500_000 } }, later, now)).toEqual([]);
  // The clock was put off, and the hold is not written yet.
  const asked = { ...basketOf('a', now + 60_000), timer: { lapsesAt: now + 500_000, extendable: false } };
  expect(laterSlips(order, asked, now)).toEqual([]);
});

test('holds of one performance stand together', () => {
  const items = ['lear-3', 'gull-1', 'lear-3'].map((performance, at) => ({ performance, at }));
  expect(byPerformance(items).map((lines) => lines.map(({ at }) => at))).toEqual([[0, 2], [1]]);
});
