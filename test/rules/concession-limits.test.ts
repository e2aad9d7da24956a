import { describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Slip } from '../../contracts/pass.ts';
import { priceOf } from '../../lambdas/ordering/order/price.ts';
import { mostSeatsAt } from '../../rules/concession-limits.ts';

const companion = { id: 'companion', name: 'Companion', percentOff: 100, companion: true } as const;
const young = { id: 'young', name: 'Under 26', percentOff: 50 };
const guest = { id: 'guest', name: 'Guest', percentOff: 100 };
const file: PerformanceFile = {
  v: 1,
  id: 'evening',
  show: 'storm',
  title: 'The Storm',
  venue: 'Small',
  startsAt: 1,
  plan: 'plan',
  prices: { a: 1000 },
  currency: 'GBP',
  timeZone: 'Europe/London',
  onSales: [],
  concessions: [companion, young, guest],
};
const matinee = { ...file, id: 'matinee' };

/** Seats of the plan by their sign and number: `o1` a seat, `w1` a wheelchair place, `c1` the seat of its companion. */
const access = { w: { access: 'wheelchair' as const }, c: { access: 'companion' as const }, o: {} };
const seats = new Map(
  (['o', 'w', 'c'] as const).flatMap((sign) =>
    [0, 1, 2, 3].map((n) => [`${sign}${n}`, { label: sign, category: 'a', ...access[sign] }] as const),
  ),
);
const files = new Map([file, matinee].map((performance) => [performance.id, { performance, seats }]));

const slip = (hold: string, drawn: string, performance = 'evening'): Slip => ({
  hold,
  performance,
  onSale: 'friends',
  fan: 'ada',
  expiresAt: 1,
  seats: [...drawn].map((sign, at) => `${sign}${at}`),
});
const ask = (hold: string, concession: string, ...names: readonly string[]) =>
  names.map((seat) => ({ hold, seat, concession }));

describe('a reduced price has an end', () => {
  test.each([
    ['a free seat', guest, 1],
    ['a cheaper one', young, 2],
    ['as many as the season says', { ...young, mostPerFan: 4 }, 4],
  ])('%s', (_, concession, most) => {
    expect(mostSeatsAt(concession, 5)).toBe(most);
  });

  test('an order that asks for more is refused, and each seat too many is named', () => {
    expect(priceOf([slip('one', 'oooo')], files, ask('one', 'young', 'o0', 'o1'))).toMatchObject({ ok: true });
    expect(priceOf([slip('one', 'oooo')], files, ask('one', 'young', 'o0', 'o1', 'o2', 'o3'))).toMatchObject({
      ok: false,
      refusal: 'concession-over-limit',
      errors: [{ field: 'body.concessions.2.concession' }, { field: 'body.concessions.3.concession' }],
    });
  });

  test('it is one number for all holds of the order', () => {
    const both = [slip('one', 'oo'), slip('two', 'oo', 'matinee')];
    const asked = [...ask('one', 'guest', 'o0'), ...ask('two', 'guest', 'o0')];
    expect(priceOf(both, files, asked)).toMatchObject({ errors: [{ field: 'body.concessions.1.concession' }] });
  });
});

describe('a companion comes with somebody', () => {
  test('one for each wheelchair place, and none without', () => {
    expect(priceOf([slip('one', 'wc')], files, ask('one', 'companion', 'c1'))).toMatchObject({ ok: true });
    expect(priceOf([slip('one', 'wc')], files, ask('one', 'companion', 'w0', 'c1'))).toMatchObject({
      errors: [{ field: 'body.concessions.1.concession' }],
    });
    expect(priceOf([slip('one', 'oo')], files, ask('one', 'companion', 'o1'))).toMatchObject({
      errors: [{ field: 'body.concessions.0.concession', message: expect.stringContaining('wheelchair') }],
    });
  });

  test('of the same performance', () => {
    const holds = [slip('one', 'wc'), slip('two', 'oo', 'matinee')];
    expect(priceOf(holds, files, ask('two', 'companion', 'o0'))).toMatchObject({ refusal: 'concession-over-limit' });
  });
});
