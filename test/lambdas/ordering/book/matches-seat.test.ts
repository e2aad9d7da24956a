import { describe, expect, test } from '@jest/globals';
import { matchesSeat } from '../../../../lambdas/ordering/book/matches-seat.ts';

/** Saturday 12 June 2027, half past seven in London. */
const startsAt = Date.UTC(2027, 5, 12, 18, 30);

const orderOf = (...labels: readonly string[]) => ({
  timeZone: 'Europe/London',
  items: [
    {
      hold: 'hold-1',
      performance: 'lear-3',
      title: 'King Lear',
      startsAt,
      venue: 'Northgate',
      seats: labels.map((label, n) => ({ id: `s-${n}`, label, category: 'a', price: 100 })),
    },
  ],
});
const order = orderOf('Stalls, row C, seat 12', 'Stalls, row C, seat 13');

describe('a seat on the telephone', () => {
  test.each([
    'Stalls C 12, Saturday',
    'stalls c12 sat',
    'row C seat 12',
    'C 12 King Lear',
    'C 13 12 June',
    'c 12 on saturday 12th june',
    'STALLS, row C, seat 12',
  ])('%s is one of its seats', (typed) => {
    expect(matchesSeat(order, typed)).toBe(true);
  });

  test.each(['C 14', 'D 12', 'Circle C 12', 'C 12 Sunday', 'C 12 13 June', 'C 12 July', '', 'saturday', 'C 12 C 99'])(
    '%s is none',
    (typed) => {
      expect(matchesSeat(order, typed)).toBe(false);
    },
  );

  test('a number is never the day by accident, and words are of one seat', () => {
    expect(matchesSeat(orderOf('Stalls, row C, seat 5'), 'C 12')).toBe(false);
    expect(matchesSeat(orderOf('Stalls, row C, seat 5', 'Circle, row A, seat 12'), 'Stalls 12')).toBe(false);
  });

  test('the day is the venue’s', () => {
    const late = orderOf('Stalls, row C, seat 5');
    const [item] = late.items;
    const inTokyo = { ...late, timeZone: 'Asia/Tokyo', items: [item as NonNullable<typeof item>] };
    expect(matchesSeat(inTokyo, 'C 5 Sunday')).toBe(true);
    expect(matchesSeat(inTokyo, 'C 5 Saturday')).toBe(false);
  });
});
