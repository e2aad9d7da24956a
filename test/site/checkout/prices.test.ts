import { describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { Held } from '../../../contracts/house.ts';
import {
  type Chosen,
  concessionsOf,
  hadBefore,
  pricesOf,
  proofsOf,
  seatKey,
  toPay,
  usedUp,
} from '../../../site/checkout/prices.ts';
import fc from '../../properties.ts';

const file: PerformanceFile = {
  v: 1,
  id: 'lear-1',
  show: 'lear',
  title: 'King Lear',
  venue: 'Northgate',
  startsAt: 0,
  plan: 'plan',
  prices: { a: 6500, b: 4805 },
  currency: 'GBP',
  timeZone: 'Europe/London',
  onSales: [],
  concessions: [
    { id: 'under-26', name: 'Under 26', percentOff: 50, note: 'bring a card' },
    { id: 'local', name: 'Lives here', percentOff: 10 },
  ],
};
const files = new Map([[file.id, file]]);
const held = (hold: string, categories: readonly string[]): Held => ({
  state: 'held',
  hold,
  performance: file.id,
  seats: categories.map((category, n) => ({ id: `s-${n}`, category, label: `Stalls, row A, seat ${n}` })),
  expiresAt: 1,
  slip: 's',
});

describe('prices at the checkout', () => {
  test('a reduced price is the seat’s own, and half a penny rounds up, as the platform rounds', () => {
    const [first, second] = pricesOf(held('h1', ['b', 'b']), file, { [seatKey('h1', 's-1')]: 'under-26' });
    expect(first).toMatchObject({ full: 4805, price: 4805 });
    expect(second).toMatchObject({ full: 4805, price: 2403, concession: { name: 'Under 26' } });
  });

  test('the same seat in another hold keeps its own price', () => {
    const chosen = { [seatKey('h1', 's-0')]: 'under-26' };
    expect(toPay([held('h1', ['a']), held('h2', ['a'])], files, chosen)).toBe(3250 + 6500);
    expect(concessionsOf([held('h1', ['a']), held('h2', ['a'])], files, chosen)).toEqual([
      { hold: 'h1', seat: 's-0', concession: 'under-26' },
    ]);
  });

  test('a price that is no longer offered is full, and is not asked for', () => {
    const chosen = { [seatKey('h1', 's-0')]: 'pensioner' };
    expect(toPay([held('h1', ['a'])], files, chosen)).toBe(6500);
    expect(concessionsOf([held('h1', ['a'])], files, chosen)).toEqual([]);
    expect(proofsOf([held('h1', ['a'])], files, chosen)).toEqual([]);
  });

  test('what to bring is said once, whoever it is for', () => {
    const chosen = { [seatKey('h1', 's-0')]: 'under-26', [seatKey('h1', 's-1')]: 'under-26' };
    expect(proofsOf([held('h1', ['a', 'b', 'a'])], files, chosen).map(({ name }) => name)).toEqual(['Under 26']);
  });

  test('other orders of the fan count by the name of the price, as the platform counts', () => {
    const holds = [held('h1', ['a', 'a'])];
    const chosen = { [seatKey('h1', 's-0')]: 'under-26' };
    const left = (had: Readonly<Record<string, number>>) => usedUp(file.id, holds, files, chosen, had);
    expect(left({})).toEqual([]);
    expect(left({ 'Under 26': 1 })).toEqual(['under-26']);
    expect(left({ 'Lives here': 2, 'under-26': 9 })).toEqual(['local']);
    const guide = { id: 'guide', name: 'Guide', percentOff: 100, companion: true as const };
    const withGuide = new Map([[file.id, { ...file, concessions: [...(file.concessions ?? []), guide] }]]);
    // Each companion comes with a place: that is counted in the order alone.
    expect(hadBefore(holds, withGuide, { 'Under 26': 1, Guide: 3, Gone: 1 })).toEqual([
      { name: 'Under 26', had: 1, most: 2 },
    ]);
  });

  test('nothing is said of the total while a price is unknown', () => {
    expect(toPay([held('h1', ['a'])], new Map(), {})).toBeUndefined();
  });

  test('what the page shows is what the order asks for, whatever was chosen', () => {
    const choice = fc.constantFrom('under-26', 'local', 'gone', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), choice), { minLength: 1, maxLength: 8 }), (seats) => {
        const hold = held(
          'h1',
          seats.map(([category]) => category),
        );
        const chosen: Chosen = Object.fromEntries(seats.map(([, one], n) => [seatKey('h1', `s-${n}`), one]));
        const asked = concessionsOf([hold], files, chosen);
        const shown = pricesOf(hold, file, chosen).flatMap(({ concession }, n) =>
          concession ? [{ hold: 'h1', seat: `s-${n}`, concession: concession.id }] : [],
        );
        expect(asked).toEqual(shown);
      }),
    );
  });
});
