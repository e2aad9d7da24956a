import { describe, expect, test } from '@jest/globals';
import { houseGroup } from '../../../../lambdas/foundation/house-group.ts';
import { shareOf, sharesOf } from '../../../../lambdas/seating/house/share.ts';

const house = (...seats: readonly number[]) => ({
  sections: Object.fromEntries(seats.map((count, section) => [`section-${section}`, count])),
});

describe('the shares of a house', () => {
  test('are one up to 5,000 seats, one more for each 5,000, and eight at most', () => {
    expect(
      [house(1000, 300), house(4000, 1000), house(5001), house(...Array(20).fill(1000)), house(90_000)].map(sharesOf),
    ).toEqual([1, 1, 2, 4, 8]);
  });

  test('each fan goes in one of them, always the same, and they are about even', () => {
    const arena = house(...Array(20).fill(1000));
    const shares = Array.from({ length: 4000 }, (_, fan) => shareOf(arena, `fan-${fan}`).share ?? 0);
    expect(Array.from({ length: 4000 }, (_, fan) => shareOf(arena, `fan-${fan}`).share ?? 0)).toEqual(shares);
    for (const share of [0, 1, 2, 3]) expect(shares.filter((one) => one === share).length).toBeGreaterThan(900);
  });

  test('are groups of the queue; a house with one share is the group of its performance', () => {
    expect(shareOf(house(1300), 'ada')).toEqual({});
    expect(houseGroup({ performance: 'hamlet-0501' })).toBe('hamlet-0501');
    expect(houseGroup({ performance: 'hamlet-0501', share: 3 })).toBe('hamlet-0501.3');
  });
});
