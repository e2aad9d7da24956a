import { describe, expect, test } from '@jest/globals';
import { isSoon, nextLook } from '../../site/next-look.ts';

describe('when doors and seats are looked at again', () => {
  const now = 1_000_000_000;
  const minute = 60_000;
  const look = (countsSeats: boolean, ...opensIn: readonly number[]) =>
    nextLook(
      opensIn.map((one) => ({ opensAt: now + one })),
      now,
      { countsSeats },
    );

  test('is twice a minute from twenty minutes before the doors on, and never when nothing is sold', () => {
    for (const countsSeats of [false, true])
      expect([20 * minute, 21 * minute, 25 * minute, 1].map((opensIn) => look(countsSeats, opensIn))).toEqual([
        ...[30_000, minute, 5 * minute, 30_000],
      ]);
    expect(look(true)).toBeUndefined();
  });

  test('is twice a minute while a door is open for who counts seats, and seldom for who does not', () => {
    expect([look(true, -1), look(true, -1, 500 * minute), look(true, 0)]).toEqual([30_000, 30_000, 30_000]);
    expect([look(false, -1), look(false, -1, 500 * minute), look(false, -1, minute)]).toEqual([
      ...[600_000, 600_000, 30_000],
    ]);
  });

  test('doors open soon from twenty minutes before on, until they are open', () => {
    const soon = [20 * minute + 1, 20 * minute, 1, 0, -1].map((ms) => isSoon({ opensAt: now + ms }, now));
    expect(soon).toEqual([false, true, true, false, false]);
  });

  test('a timer is never of days', () => {
    expect(look(true, 30 * 24 * 60 * minute)).toBe(600_000);
  });
});
