import { describe, expect, test } from '@jest/globals';
import { equalSeats } from '../../rules/equal-seats.ts';
import { groupsOf, rowPicture, singlesLeft } from '../../rules/row-picture.ts';
import { drawPlan, stalls } from '../lambdas/seating/small-stage.ts';
import fc from '../properties.ts';

const seats = (label: string, ...numbers: readonly number[]) => numbers.map((number) => `stalls-${label}-${number}`);
const offer = (rows: readonly string[], wished: readonly string[], taken: readonly string[]) =>
  equalSeats(stalls(...rows), new Set(taken), wished);

describe('somebody was quicker', () => {
  test('take these two: the nearest side by side', () => {
    expect(offer(['oooooooo'], seats('A', 4, 5), seats('A', 4, 3))).toEqual(seats('A', 5, 6));
    expect(offer(['oooooooo', 'oooooooo'], seats('A', 3, 4), seats('A', 3, 4, 6, 7))).toEqual(seats('A', 1, 2));
  });

  test('in the nearer of two rows, whichever way it lies', () => {
    expect(offer(['oo', 'bb', 'oo', 'oo'], seats('C', 1, 2), seats('C', 1, 2))).toEqual(seats('D', 1, 2));
    expect(offer(['oo', 'oo', 'bb', 'oo'], seats('B', 1, 2), seats('B', 1, 2))).toEqual(seats('A', 1, 2));
  });

  test('rather than leave a single, a little farther', () => {
    // 2 and 3 are nearer, and would leave 1 alone.
    expect(offer(['oooooooo'], seats('A', 3, 4), seats('A', 4))).toEqual(seats('A', 5, 6));
    // There is only that.
    expect(offer(['oooo'], seats('A', 1, 2), seats('A', 1))).toEqual(seats('A', 2, 3));
  });

  test('of the same price bands, in whatever section', () => {
    const plan = drawPlan({ stalls: { rows: ['oobbbb'] }, circle: { rows: ['oooo'], x: 40 } });
    expect(equalSeats(plan, new Set(['stalls-A-2']), ['stalls-A-1', 'stalls-A-2'])).toEqual([
      'circle-A-1',
      'circle-A-2',
    ]);
    expect(equalSeats(plan, new Set(['stalls-A-2']), ['stalls-A-2', 'stalls-A-3'])).toBeUndefined();
  });

  test('never behind a pillar, unless that was wished for', () => {
    expect(offer(['oovv'], seats('A', 1, 2), seats('A', 1))).toBeUndefined();
    expect(offer(['vv|oo'], seats('A', 1, 2), seats('A', 1))).toEqual(seats('A', 3, 4));
  });

  test('a party in two groups stays in two groups', () => {
    const found = offer(['oooo', 'oooo', 'oooo'], [...seats('A', 1, 2), ...seats('B', 1, 2)], seats('A', 1, 2));
    expect(found?.toSorted()).toEqual([...seats('A', 3, 4), ...seats('B', 1, 2)].toSorted());
  });

  test('the larger group chooses first: there is less for it', () => {
    const lost = [...seats('A', 1), ...seats('C', 1, 2, 3)];
    // The only three that are left are nearer to the one who sat alone, and the other two would not be single.
    const found = offer(['o', 'ooo', 'ooo', 'b', 'o'], lost, lost);
    expect(found?.toSorted()).toEqual([...seats('B', 1, 2, 3), ...seats('E', 1)]);
  });

  test('two groups are not offered the same seats', () => {
    const lost = [...seats('A', 1, 2), ...seats('C', 1, 2)];
    const found = offer(['oo', 'oo', 'oo', 'oo'], lost, lost);
    expect(found?.toSorted()).toEqual([...seats('B', 1, 2), ...seats('D', 1, 2)]);
  });

  test('nothing for places for wheelchairs, seats of no plan, or where nothing is left', () => {
    expect(offer(['wcwcoo'], seats('A', 1, 2), seats('A', 1))).toBeUndefined();
    expect(offer(['wooo', 'oooo'], seats('A', 1, 2), seats('A', 1))).toBeUndefined();
    expect(offer(['wooo', 'oooo'], [...seats('A', 1), ...seats('B', 1)], seats('A', 1))).toBeUndefined();
    expect(offer(['oooo'], ['circle-A-1'], [])).toBeUndefined();
    expect(offer(['oooo'], seats('A', 1, 2), seats('A', 1, 3))).toBeUndefined();
  });

  test('where places are counted, any others', () => {
    const plan = drawPlan({ pit: { rows: ['ooooo'], kind: 'standing' } });
    expect(equalSeats(plan, new Set(['pit-A-1', 'pit-A-3']), ['pit-A-1', 'pit-A-2'])).toEqual(['pit-A-2', 'pit-A-4']);
    expect(equalSeats(plan, new Set(['pit-A-1', 'pit-A-2', 'pit-A-3', 'pit-A-4']), ['pit-A-1', 'pit-A-2'])).toBe(
      undefined,
    );
  });

  test('and a place that is counted for no seat of a row', () => {
    const plan = drawPlan({ stalls: { rows: ['oo'] }, pit: { rows: ['oo'], kind: 'standing' } });
    expect(equalSeats(plan, new Set(seats('A', 1)), seats('A', 1, 2))).toBeUndefined();
  });
});

test('in any house: free, as many, of the same bands, no places for wheelchairs, and no single that could be helped', () => {
  const rows = fc.array(
    fc.string({ unit: fc.constantFrom('o', 'o', 'o', 'o', 'b', 'v', 'w', 'c', '|'), minLength: 1, maxLength: 10 }),
    { minLength: 1, maxLength: 4 },
  );
  const cases = fc.record({
    rows,
    first: fc.nat(20),
    count: fc.integer({ min: 1, max: 4 }),
    chance: fc.infiniteStream(fc.integer({ min: 0, max: 2 })),
  });
  let offered = 0;
  fc.assert(
    fc.property(cases, ({ rows: drawn, first, count, chance }) => {
      const plan = stalls(...drawn);
      const row = rowPicture(plan.sections[0] ?? { rows: [] });
      const wished = row.slice(first, first + count);
      const indexes = wished.map((_, n) => first + n);
      if (wished.length === 0 || wished.some(({ access }) => access) || groupsOf(row, indexes).length > 1) return;
      const taken = new Set(row.flatMap(({ id }) => (chance.next().value === 0 ? [id] : [])));
      const free = (index: number) =>
        row[index] !== undefined && !row[index]?.access && !taken.has(row[index]?.id ?? '');
      const like = (group: readonly number[]) =>
        group
          .map((index) => row[index]?.category)
          .sort()
          .join();
      const pillars = (group: readonly number[]) => group.filter((index) => row[index]?.view).length;
      const ways = row.flatMap((_, from) => {
        const group = wished.map((_, n) => from + n);
        const sits = group.every((index, n) => free(index) && (n === 0 || row[index]?.joined));
        return sits && like(group) === like(indexes) && pillars(group) <= pillars(indexes) ? [group] : [];
      });
      const found = equalSeats(
        plan,
        taken,
        wished.map(({ id }) => id),
      );
      if (!found) {
        expect(ways).toEqual([]);
        return;
      }
      offered++;
      const given = found.map((id) => row.findIndex((seat) => seat.id === id));
      expect(ways).toContainEqual(given);
      const single = (group: readonly number[]) => singlesLeft(row, free, new Set(group)).length > 0;
      if (single(given)) expect(ways.every(single)).toBe(true);
    }),
    { numRuns: 600 },
  );
  expect(offered).toBeGreaterThan(50);
});
