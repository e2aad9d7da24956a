import { describe, expect, test } from '@jest/globals';
import type { OrderBookEntry } from '../../../contracts/order.ts';
import { type BookFilter, isFiltered, noFilter, passes } from '../../../site/order-book/filter.ts';

const now = Date.UTC(2027, 5, 4, 22, 30);
const entry = (more: Partial<OrderBookEntry> = {}): OrderBookEntry => ({
  order: 'o1',
  reference: 'K7M-4QX',
  state: 'confirmed',
  items: [{ hold: 'h', performance: 'lear-1', title: 'King Lear', startsAt: 0, venue: '', seats: [], outcome: 'sold' }],
  currency: 'GBP',
  timeZone: 'Europe/London',
  total: 6500,
  payment: { method: 'box-office', state: 'promised', deadline: now + 3_600_000 },
  placedAt: 0,
  buyer: { name: 'Ada', email: 'ada@example.org' },
  tickets: 1,
  ...more,
});
const shows = (filter: Partial<BookFilter>, order = entry()) => passes({ ...noFilter, ...filter }, now)(order);

describe('a filter of the book', () => {
  test('shows what is not paid: promises, and what an exchange made dearer; nothing of what is over or free', () => {
    expect(shows({ money: 'unpaid' })).toBe(true);
    const paid = { method: 'stripe', state: 'captured' } as const;
    expect(shows({ money: 'unpaid' }, entry({ payment: paid }))).toBe(false);
    expect(shows({ money: 'unpaid' }, entry({ payment: { ...paid, due: 500 } }))).toBe(true);
    expect(shows({ money: 'unpaid' }, entry({ state: 'cancelled' }))).toBe(false);
    expect(shows({ money: 'unpaid' }, entry({ total: 0 }))).toBe(false);
  });

  test('knows today by the venue’s clock', () => {
    // Half past eleven in the evening in London; an hour later it is tomorrow there.
    expect(shows({ money: 'due-today' })).toBe(false);
    expect(shows({ money: 'due-today' }, entry({ timeZone: 'UTC' }))).toBe(true);
    const soon = { method: 'box-office', state: 'promised', deadline: now + 60_000 } as const;
    expect(shows({ money: 'due-today' }, entry({ payment: soon }))).toBe(true);
    expect(shows({ money: 'due-today' }, entry({ payment: { method: 'box-office', state: 'promised' } }))).toBe(false);
  });

  test('shows who is in and has not paid, and a performance', () => {
    expect(shows({ money: 'in-unpaid' })).toBe(false);
    expect(shows({ money: 'in-unpaid' }, entry({ admittedUnpaid: true }))).toBe(true);
    const dispute = {
      id: 'dp_1',
      state: 'won',
      amount: 6500,
      currency: 'GBP',
      reason: 'general',
      heardAt: now,
    } as const;
    expect(shows({ money: 'disputed' })).toBe(false);
    expect(shows({ money: 'disputed' }, entry({ disputes: [dispute] }))).toBe(true);
    expect(shows({ performance: 'lear-1' })).toBe(true);
    expect(shows({ performance: 'lear-2' })).toBe(false);
    expect([isFiltered(noFilter), isFiltered({ ...noFilter, performance: 'x' })]).toEqual([false, true]);
  });
});
