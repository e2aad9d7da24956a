import { expect, test } from '@jest/globals';
import { indexPlan } from '../../../../lambdas/seating/plan/plan-index.ts';
import { seatApart, shareOut } from '../../../../lambdas/seating/plan/seat-apart.ts';
import fc from '../../../properties.ts';
import { stalls } from '../small-stage.ts';

/** Whether so many can sit in clusters of these sizes, at least two in each: tried in every way. */
function canSit(sizes: readonly number[], count: number): boolean {
  if (count === 0) return true;
  const [size, ...rest] = sizes;
  if (size === undefined) return false;
  return [0, ...Array.from({ length: size }, (_, n) => n + 1).slice(1)].some(
    (share) => share <= count && canSit(rest, count - share),
  );
}

test('shares a party out exactly when it can be done', () => {
  const sizes = fc.array(fc.integer({ min: 2, max: 6 }), { maxLength: 6 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 2, max: 14 }), (clusters, count) => {
      const shares = shareOut(clusters, count);
      expect(shares !== undefined).toBe(canSit(clusters, count));
      if (!shares) return;
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(count);
      expect(shares.every((share, at) => share !== 1 && share <= (clusters[at] ?? 0))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('nobody of a split party sits alone', () => {
  const rows = fc.array(fc.string({ unit: fc.constantFrom('o', 'o', 'o', '|', 'b'), minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 4,
  });
  const cases = fc.record({ rows, count: fc.integer({ min: 2, max: 8 }), chance: fc.infiniteStream(fc.boolean()) });
  fc.assert(
    fc.property(cases, ({ rows: drawn, count, chance }) => {
      const section = indexPlan(stalls(...drawn)).sections.get('stalls');
      if (!section) throw new Error('the plan has stalls');
      const taken = Uint8Array.from(section.spots, () => (chance.next().value ? 1 : 0));
      const seats = seatApart([section], () => taken, count)?.get('stalls');
      if (!seats) return;
      expect(new Set(seats).size).toBe(count);
      expect(seats.every((seat) => taken[seat] === 0)).toBe(true);
      const touching = section.touching();
      expect(seats.every((seat) => seats.some((other) => touching[seat]?.includes(other)))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('the seat behind touches, the one two to the side of it does not', () => {
  const section = indexPlan(stalls('ooooo', 'ooooo')).sections.get('stalls');
  // Seat 2 has beside it, and B-3 with its neighbours behind it.
  expect([...(section?.touching()[2] ?? [])].sort((a, b) => a - b)).toEqual([1, 3, 6, 7, 8]);
});
