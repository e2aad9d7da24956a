import { describe, expect, test } from '@jest/globals';
import type { DatesLeft } from '../../contracts/dates-left.ts';
import { leftOf, seatsLeft } from '../../rules/seats-left.ts';

describe('how full a performance is', () => {
  const of = (free: number, held = 0, seats = 1000) => seatsLeft({ seats, free, held });

  test('plenty is half of it, few a tenth, and none says whether seats may come back', () => {
    expect([1000, 500, 499, 101, 100, 1].map((free) => of(free))).toEqual([
      'plenty',
      'plenty',
      'some',
      'some',
      'few',
      'few',
    ]);
    expect([of(0), of(0, 4)]).toEqual(['none', 'baskets']);
  });

  test('ten seats are few, however small the room is', () => {
    expect([of(10, 0, 12), of(11, 0, 12)]).toEqual(['few', 'plenty']);
  });
});

describe('what is known of a date', () => {
  const now = 10_000_000;
  const counted = (ago: number, dates: DatesLeft['dates'], onSale = 'friends'): DatesLeft => ({
    v: 1,
    onSale,
    countedAt: now - ago,
    dates,
  });

  test('is the newest count that has it', () => {
    const counts = [counted(30_000, { a: { left: 'plenty' } }), counted(5000, { a: { left: 'few' } }, 'public')];
    expect(leftOf('a', counts, now)).toEqual({ left: 'few', countedAt: now - 5000 });
    expect(leftOf('a', [...counts, counted(0, { b: { left: 'none' } })], now)?.left).toBe('few');
  });

  test('is nothing once the count is two minutes old, and of a date that nobody counts', () => {
    expect(leftOf('a', [counted(119_999, { a: { left: 'none' } })], now)?.left).toBe('none');
    expect(leftOf('a', [counted(120_000, { a: { left: 'none' } })], now)).toBeUndefined();
    expect(leftOf('constructor', [counted(0, { a: { left: 'none' } })], now)).toBeUndefined();
  });
});
