import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  clocks,
  joinsServed,
  neededConcurrency,
  type Reserved,
  reservedFor,
  unreserved,
} from '../../lib/concurrency.ts';
import { openingSecond, requestsWanted, warmLines } from '../../lib/sizing.ts';
import fc from '../properties.ts';

const sum = (reserved: Reserved) => Object.values(reserved).reduce((all, one) => all + one, 0);
const doors = [
  'waiting-room/entry/join-line',
  'waiting-room/entry/give-challenge',
  'waiting-room/plain/act-plain-line',
] as const;

describe('instances set aside', () => {
  test('serve 10,000 joins a second where the account has enough, ten calls each', () => {
    const second = openingSecond(40_000, 25_000);
    const needed = neededConcurrency(40_000, second);
    const reserved = reservedFor(40_000, second, needed);
    expect(reserved).toMatchObject({
      'waiting-room/entry/join-line': 1_000,
      'waiting-room/entry/give-challenge': 1_000,
      'waiting-room/turn/claim-pass': 40,
      'seating/ask/hold-seats': 10,
      'ordering/buy/place-order': 20,
      'ordering/buy/settle-order': 10,
    });
    expect(joinsServed(second, reserved)).toBe(10_000);
    expect(needed).toBe(sum(reserved) + unreserved + clocks);
  });

  test('of an ordinary account let joins wait, and nobody who holds, orders or pays', () => {
    const second = openingSecond(40_000, 25_000);
    const [few, enough] = [1_000, 5_000].map((account) => reservedFor(40_000, second, account));
    for (const [name, n] of Object.entries(enough ?? {}))
      if (!doors.includes(name as (typeof doors)[number]))
        expect({ name, n: few?.[name as keyof Reserved] }).toEqual({ name, n });
    expect(joinsServed(second, few ?? {})).toBeGreaterThan(3_500);
  });

  test('leave AWS what it wants unreserved, and the clocks theirs, in any account', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.constantFrom(2_500, 10_000, 100_000),
        fc.integer({ min: 200, max: 20_000 }),
        (audience, api, account) => {
          const reserved = reservedFor(audience, openingSecond(audience, api), account);
          expect(sum(reserved) + clocks + unreserved).toBeLessThanOrEqual(account);
          // Two is the least that an event source may be held to.
          expect(Math.min(...Object.values(reserved))).toBeGreaterThanOrEqual(2);
        },
      ),
    );
  });
});

describe('the table of the opening second in the docs', () => {
  const docs = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'deploy.md'), 'utf8');
  const asked = (n: number) => n.toLocaleString('en');

  /** What every account has: 10,000 requests a second, and 1,000 instances. */
  function inAnOrdinaryAccount(audience: number): string {
    const second = openingSecond(audience, 10_000);
    const served = joinsServed(second, reservedFor(audience, second, 1_000));
    if (served === Math.ceil(audience / 4)) return 'as needed';
    return `${asked(served)} joins a second: all within ${asked(Math.ceil(audience / served))} s`;
  }

  test.each([
    [10_000, requestsWanted(10_000)],
    [40_000, requestsWanted(40_000)],
    [1_000_000, 25_000],
  ])('says what the code says: %i fans, %i requests a second', (audience, api) => {
    const second = openingSecond(audience, api);
    const { writeUnitsPerSecond, readUnitsPerSecond } = warmLines(second);
    const row = [
      asked(audience),
      asked(api),
      asked(second.joins),
      asked(neededConcurrency(audience, second)),
      `${asked(writeUnitsPerSecond)} and ${asked(readUnitsPerSecond)}`,
      inAnOrdinaryAccount(audience),
    ];
    expect(docs).toContain(`\n| ${row.join(' | ')} |\n`);
  });
});
