import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Plan } from '../../../contracts/plan.ts';
import { type BestWish, bestAvailable, wouldLeaveSingle } from '../../../lambdas/seating/best-available.ts';
import { indexPlan } from '../../../lambdas/seating/plan-index.ts';
import { best, drawPlan, stalls } from './world.ts';

/** What the wish gets, as ids; `taken` names seats by id. */
function choose(plan: Plan, wish: BestWish, taken: readonly string[] = []) {
  const index = indexPlan(plan);
  const bytes = new Map([...index.sections].map(([id, { spots }]) => [id, new Uint8Array(spots.length)]));
  for (const id of taken) {
    const place = index.places.get(id);
    const section = place && bytes.get(place.section);
    if (!place || !section) throw new Error(`no seat ${id}`);
    section[place.index] = 1;
  }
  const answer = bestAvailable(index, (section) => bytes.get(section) ?? new Uint8Array(), wish);
  if (!answer.ok) return answer.refusal;
  return [...answer.seating].flatMap(([section, seats]) =>
    seats.map((seat) => index.sections.get(section)?.spots[seat]?.id ?? '?'),
  );
}
const row = (label: string, ...numbers: readonly number[]) => numbers.map((number) => `stalls-${label}-${number}`);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

describe('side by side', () => {
  test('takes the middle of the front row', () => {
    expect(choose(stalls('oooooooooo', 'oooooooooo'), best(2).best)).toEqual(row('A', 5, 6));
    expect(choose(stalls('oooooooooo', 'oooooooooo'), best(4).best)).toEqual(row('A', 4, 5, 6, 7));
  });

  test('measures the middle on the whole row, not on what is free of it', () => {
    // Free are 1 to 10: the middle of the free part is 5 and 6, of the row 10 and 11.
    expect(choose(stalls('o'.repeat(20)), best(2).best, row('A', ...upTo(20).slice(10)))).toEqual(row('A', 9, 10));
  });

  test('measures it on the whole row also where an aisle cuts it', () => {
    expect(choose(stalls('oooooooooo|oooo'), best(2).best)).toEqual(row('A', 7, 8));
  });

  test('never seats a party across an aisle while it can sit on one side', () => {
    expect(choose(stalls('oo|oooo'), best(3).best)).not.toContain('stalls-A-2');
    expect(choose(stalls('oo|oo'), best(3).best)).toBe('not-enough-seats');
  });

  test('leaves no single if it can, and moves aside for that', () => {
    // Free are 3 to 7. The middle, 5 and 6, would leave 7 alone; 4 and 5 would leave 3.
    expect(choose(stalls('oooooooooo'), best(2).best, row('A', 1, 2, 8, 9, 10))).toEqual(row('A', 6, 7));
  });

  test('goes to another row rather than leave a single', () => {
    expect(choose(stalls('ooo', 'oooo'), best(2).best)).toEqual(row('B', 1, 2));
  });

  test('still serves the party when every choice leaves one', () => {
    expect(choose(stalls('ooo'), best(2).best)).toEqual(row('A', 1, 2));
    expect(choose(stalls('ooo', 'ooo'), best(2).best)).toEqual(row('A', 1, 2));
  });

  test('a free seat of another band is a neighbour like any other, and is not given', () => {
    // 3 and 4 are of band b. Taking 1 and 2 leaves nobody alone; there are no three of band a.
    expect(choose(stalls('oobb'), best(2, { category: 'a' }).best)).toEqual(row('A', 1, 2));
    expect(choose(stalls('ooobo'), best(3, { category: 'a' }).best)).toEqual(row('A', 1, 2, 3));
    expect(choose(stalls('oobb'), best(3).best)).toBe('not-enough-seats');
  });

  test('one person is seated wherever a seat is left', () => {
    expect(choose(stalls('ooo'), best(1).best, row('A', 1, 3))).toEqual(row('A', 2));
  });

  test('looks only where it is told', () => {
    const plan = drawPlan({ stalls: { rows: ['oooo'] }, circle: { rows: ['oooooo'], x: 30 } });
    expect(choose(plan, best(2, { section: 'circle' }).best)).toEqual(['circle-A-3', 'circle-A-4']);
    expect(choose(plan, best(2, { section: 'gods' }).best)).toBe('seat-unknown');
    expect(choose(plan, best(2, { category: 'z' }).best)).toBe('seat-unknown');
  });
});

describe('a party that no row can take', () => {
  test('sits in front of each other rather than anybody alone', () => {
    const seats = choose(stalls('ooo', 'ooo'), best(4).best);
    expect(seats).toHaveLength(4);
    expect(seats).not.toBe('not-enough-seats');
  });

  test('is split in twos, near each other', () => {
    const taken = [...row('A', 3, 4, 7), ...row('B', ...upTo(9))];
    expect(choose(stalls('ooooooooo', 'ooooooooo'), best(4).best, taken)).toEqual(row('A', 5, 6, 8, 9));
  });

  test('is refused rather than leave one of it alone', () => {
    expect(choose(stalls('oo|o'), best(3).best)).toBe('not-enough-seats');
    expect(choose(stalls('o|o'), best(2).best)).toBe('not-enough-seats');
  });

  test('is spread over neighbouring sections of one band, and over no others', () => {
    const two = (neighbours: readonly string[]) =>
      drawPlan({ left: { rows: ['oo'], neighbours, x: 0 }, right: { rows: ['oo'], x: 3 } });
    expect(choose(two(['right']), best(4).best)).toEqual(['left-A-1', 'left-A-2', 'right-A-1', 'right-A-2']);
    expect(choose(two([]), best(4).best)).toBe('not-enough-seats');
    const bands = drawPlan({ left: { rows: ['oo'], neighbours: ['right'], x: 0 }, right: { rows: ['bb'], x: 3 } });
    expect(choose(bands, best(4).best)).toBe('not-enough-seats');
  });
});

describe('places for wheelchairs', () => {
  test('are never given to a general party, even when nothing else is left', () => {
    expect(choose(stalls('wcwc'), best(1).best)).toBe('not-enough-seats');
    expect(choose(stalls('wcwc'), best(2).best)).toBe('not-enough-seats');
    expect(choose(stalls('oowcoo', 'wc'), best(4).best)).not.toEqual(expect.arrayContaining(['stalls-A-3']));
  });

  test('come with their companion’s seat for two, alone for one', () => {
    expect(choose(stalls('oowcoo'), best(2, { access: 'wheelchair' }).best)).toEqual(row('A', 3, 4));
    expect(choose(stalls('oocwoo'), best(2, { access: 'wheelchair' }).best)).toEqual(row('A', 3, 4));
    expect(choose(stalls('oowcoo'), best(1, { access: 'wheelchair' }).best)).toEqual(row('A', 3));
    expect(choose(stalls('oowcoo'), best(2, { access: 'wheelchair' }).best, row('A', 4))).toBe('not-enough-seats');
    expect(choose(stalls('oooo'), best(1, { access: 'wheelchair' }).best)).toBe('not-enough-seats');
    expect(choose(stalls('wcwc'), best(3, { access: 'wheelchair' }).best)).toBe('access-only');
  });

  test('count as a wall: a seat between one and the end of the row is single', () => {
    expect(choose(stalls('ooowc', 'oooo'), best(2).best)).toEqual(row('B', 1, 2));
  });
});

describe('standing', () => {
  const field = drawPlan({ pit: { rows: ['ooooo', 'ooooo'], kind: 'standing' }, circle: { rows: ['oooooo'], x: 40 } });

  test('gives the first free places', () => {
    expect(choose(field, best(3).best)).toEqual(['pit-A-1', 'pit-A-2', 'pit-A-3']);
    expect(choose(field, best(3).best, ['pit-A-2'])).toEqual(['pit-A-1', 'pit-A-3', 'pit-A-4']);
  });

  test('leads on to seats when the places are gone', () => {
    const full = [...upTo(5).map((n) => `pit-A-${n}`), ...upTo(4).map((n) => `pit-B-${n}`)];
    expect(choose(field, best(2).best, full)).toEqual(['circle-A-3', 'circle-A-4']);
  });
});

describe('any house, any wish', () => {
  const signs = fc.constantFrom('o', 'o', 'o', 'o', 'o', 'b', 'w', 'c', '|');
  const rows = fc.array(fc.string({ unit: signs, minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 });
  const cases = fc.record({ rows, count: fc.integer({ min: 1, max: 6 }), chance: fc.infiniteStream(fc.boolean()) });

  test('gives exactly so many free general seats of one band, and refuses none that could sit side by side', () => {
    fc.assert(
      fc.property(cases, ({ rows: drawn, count, chance }) => {
        const plan = stalls(...drawn);
        const index = indexPlan(plan);
        const spots = index.sections.get('stalls')?.spots ?? [];
        const taken = Uint8Array.from(spots, () => (chance.next().value ? 1 : 0));
        const answer = bestAvailable(index, () => taken, best(count).best);
        const windows = index
          .sideBySide(count)
          .filter(({ first }) => taken.subarray(first, first + count).every((seat) => seat === 0));
        if (!answer.ok) {
          expect(windows).toEqual([]);
          return;
        }
        const seats = answer.seating.get('stalls') ?? [];
        expect(new Set(seats).size).toBe(count);
        expect(seats.every((seat) => taken[seat] === 0 && !spots[seat]?.access)).toBe(true);
        expect(new Set(seats.map((seat) => spots[seat]?.category)).size).toBe(1);
        if (windows.length === 0) return;
        // Side by side, and leaving a single only if every way to sit side by side does.
        expect(windows.map(({ first }) => first)).toContain(seats[0]);
        expect((seats.at(-1) ?? 0) - (seats[0] ?? 0)).toBe(count - 1);
        const single = (first: number) => wouldLeaveSingle(spots, taken, first, count);
        if (single(seats[0] ?? 0)) expect(windows.every(({ first }) => single(first))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
