import { describe, expect, test } from '@jest/globals';
import { nextLook } from '../../../site/show/next-look.ts';

describe('when the seats of a show are looked at again', () => {
  const now = 1_000_000_000;
  const look = (...opensIn: readonly number[]) =>
    nextLook(
      opensIn.map((one) => ({ opensAt: now + one })),
      now,
    );

  test('is twice a minute while a door is open, soon after the doors before, and never when nothing is sold', () => {
    expect([look(-1), look(-1, 5_000_000), look(60_000), look()]).toEqual([30_000, 30_000, 75_000, undefined]);
  });

  test('a timer is never of days', () => {
    expect(look(30 * 86_400_000)).toBe(600_000);
  });
});
