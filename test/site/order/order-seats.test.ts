import { expect, test } from '@jest/globals';
import type { Basket } from '../../../contracts/house.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { byPerformance, heldUntil } from '../../../site/order/order-seats.ts';

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
  holds: [{ state: 'held', hold, performance: 'lear-3', seats: [], expiresAt: lapsesAt, slip: '' }],
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

test('holds of one performance stand together', () => {
  const items = ['lear-3', 'gull-1', 'lear-3'].map((performance, at) => ({ performance, at }));
  expect(byPerformance(items).map((lines) => lines.map(({ at }) => at))).toEqual([[0, 2], [1]]);
});
