import { describe, expect, test } from '@jest/globals';
import { guideSeats } from '../../rules/guidance.ts';
import { rowPicture, singlesLeft } from '../../rules/row-picture.ts';
import { drawPlan, stalls } from '../lambdas/seating/small-stage.ts';
import fc from '../properties.ts';

const seats = (label: string, ...numbers: readonly number[]) => numbers.map((number) => `stalls-${label}-${number}`);

function guide(rows: readonly string[], picks: readonly string[], taken: readonly string[] = []) {
  const [section] = stalls(...rows).sections;
  if (!section) throw new Error('the plan has stalls');
  return guideSeats(section, new Set(taken), picks);
}

describe('advice to who picks seats', () => {
  test('says nothing of picks that leave no single', () => {
    expect(guide(['oooooo'], seats('A', 1, 2))).toEqual({ singles: [], instead: [] });
    expect(guide(['oooooo'], [])).toEqual({ singles: [], instead: [] });
  });

  test('names the single, and as many seats in the same row, nearest first', () => {
    expect(guide(['ooooooo'], seats('A', 2, 3))).toEqual({
      singles: seats('A', 1),
      instead: [seats('A', 1, 2), seats('A', 3, 4), seats('A', 4, 5)],
    });
  });

  test('leads to another row of the band where this one has no better', () => {
    const { singles, instead } = guide(['ooo', 'bbbb', 'oooo'], seats('A', 1, 2));
    expect(singles).toEqual(seats('A', 3));
    expect(instead[0]).toEqual(seats('C', 1, 2));
  });

  test('leads one who sits alone to the same row first, however near another is', () => {
    const rows = ['ooooooooo', 'ooooooooo'];
    expect(guide(rows, seats('A', 2), seats('A', 3, 4, 5, 6)).instead).toEqual([
      seats('A', 7),
      seats('A', 9),
      seats('B', 1),
    ]);
  });

  test('leads to the nearer of two other rows', () => {
    const { instead } = guide(['oo', 'bb', 'bb', 'ooo', 'bb', 'oo'], seats('D', 1, 2));
    expect(instead).toEqual([seats('F', 1, 2), seats('A', 1, 2)]);
  });

  test('is never a dead end: where any choice leaves a single, nothing is said', () => {
    expect(guide(['ooo'], seats('A', 1, 2))).toEqual({ singles: [], instead: [] });
    expect(guide(['ooo', 'bbbb'], seats('A', 1, 2))).toEqual({ singles: [], instead: [] });
  });

  test('closes a gap, or moves the one who sits apart', () => {
    const { singles, instead } = guide(['oooooo'], seats('A', 1, 3));
    expect(singles).toEqual(seats('A', 2));
    expect(instead).toContainEqual(seats('A', 1, 2));
  });

  test('moves every group that leaves a single, and leaves the others be', () => {
    const { singles, instead } = guide(['oooooo', 'oooooo'], [...seats('A', 2, 3), ...seats('B', 4, 5)]);
    expect(singles).toEqual([...seats('A', 1), ...seats('B', 6)]);
    expect(instead[0]).toEqual([...seats('A', 1, 2), ...seats('B', 3, 4)]);
    // Every way has another place for the first group, and the nearest for the other.
    expect(instead.map((way) => way.slice(0, 2))).toEqual([seats('A', 1, 2), seats('A', 3, 4), seats('A', 5, 6)]);
    const one = guide(['oooooo', 'oooooo'], [...seats('A', 2, 3), ...seats('B', 1, 2)]);
    expect(one.instead[0]).toEqual([...seats('A', 1, 2), ...seats('B', 1, 2)]);
  });

  test('never leads behind a pillar, nor to a place for wheelchairs', () => {
    expect(guide(['ooo', 'vvvv', 'wcwc'], seats('A', 1, 2))).toEqual({ singles: [], instead: [] });
  });

  test('says nothing where places are counted', () => {
    const [bench] = drawPlan({ bench: { rows: ['ooo'], kind: 'unreserved' } }).sections;
    expect(bench && guideSeats(bench, new Set(), ['bench-A-2'])).toEqual({ singles: [], instead: [] });
  });
});

test('in any row: offers are free, as many, of the same bands, and leave no single', () => {
  const rows = fc.array(
    fc.string({ unit: fc.constantFrom('o', 'o', 'o', 'o', 'b', 'v', 'w', 'c', '|'), minLength: 1, maxLength: 10 }),
    { minLength: 1, maxLength: 3 },
  );
  const cases = fc.record({ rows, sway: fc.infiniteStream(fc.integer({ min: 0, max: 5 })) });
  let advised = 0;
  fc.assert(
    fc.property(cases, ({ rows: drawn, sway }) => {
      const [section] = stalls(...drawn).sections;
      if (!section) return;
      const row = rowPicture(section);
      const says = row.map(() => sway.next().value);
      const taken = new Set(row.flatMap(({ id }, at) => (says[at] === 0 ? [id] : [])));
      const picks = row.flatMap(({ id, access }, at) => (says[at] === 1 && !access ? [id] : []));
      const { singles, instead } = guideSeats(section, taken, picks);
      const free = (index: number) =>
        row[index] !== undefined && !row[index]?.access && !taken.has(row[index]?.id ?? '');
      const indexes = (ids: readonly string[]) => new Set(ids.map((id) => row.findIndex((seat) => seat.id === id)));
      const bands = (ids: readonly string[]) => [...indexes(ids)].map((index) => row[index]?.category).sort();
      expect(singles.length > 0).toBe(instead.length > 0);
      if (singles.length === 0) return;
      advised++;
      expect(singlesLeft(row, free, indexes(picks)).map((index) => row[index]?.id)).toEqual(singles);
      for (const way of instead) {
        expect(indexes(way).size).toBe(picks.length);
        expect([...indexes(way)].every(free)).toBe(true);
        expect(bands(way)).toEqual(bands(picks));
        expect(singlesLeft(row, free, indexes(way))).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
  expect(advised).toBeGreaterThan(20);
});

test('one group is advised exactly when another way in the section leaves no single', () => {
  const drawn = fc.string({ unit: fc.constantFrom('o', 'o', 'o', '|', 'b'), minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(drawn, fc.nat(8), fc.integer({ min: 1, max: 4 }), (text, first, count) => {
      const [section] = stalls(text).sections;
      if (!section) return;
      const row = rowPicture(section);
      const group = (from: number) => Array.from({ length: count }, (_, n) => from + n);
      const sits = (from: number) => group(from).every((at, n) => row[at] && (n === 0 || row[at]?.joined));
      if (!sits(first)) return;
      const bands = (from: number) =>
        group(from)
          .map((at) => row[at]?.category)
          .sort()
          .join();
      const single = (from: number) => singlesLeft(row, (at) => row[at] !== undefined, new Set(group(from))).length > 0;
      const better = row.some((_, from) => sits(from) && bands(from) === bands(first) && !single(from));
      const { singles } = guideSeats(
        section,
        new Set(),
        group(first).map((at) => row[at]?.id ?? ''),
      );
      expect(singles.length > 0).toBe(single(first) && better);
    }),
    { numRuns: 600 },
  );
});
