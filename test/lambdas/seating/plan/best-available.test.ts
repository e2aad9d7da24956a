import { describe, expect, test } from '@jest/globals';
import type { Plan, PlanSection } from '../../../../contracts/plan.ts';
import { type BestWish, bestAvailable } from '../../../../lambdas/seating/plan/best-available.ts';
import { indexPlan } from '../../../../lambdas/seating/plan/plan-index.ts';
import { wouldLeaveSingle } from '../../../../rules/row-picture.ts';
import fc from '../../../properties.ts';
import { best, drawPlan, stalls } from '../small-stage.ts';

/* Long because each rule of best available has its small house drawn beside it. */

/** The seats for the wish, as ids; `taken` names seats by id. */
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

  test('looks only in the sections that are named', () => {
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

describe('price bands in an order', () => {
  test('a later one only where an earlier has nothing', () => {
    const plan = stalls('bbbbbb', 'aaaaaa');
    expect(choose(plan, best(2, { bands: ['a', 'b'] }).best)).toEqual(row('B', 3, 4));
    expect(choose(plan, best(2, { bands: ['b', 'a'] }).best)).toEqual(row('A', 3, 4));
    expect(choose(plan, best(2, { bands: ['a', 'b'] }).best, row('B', 1, 2, 4, 5))).toEqual(row('A', 3, 4));
    expect(choose(plan, best(2, { bands: ['a'] }).best, row('B', 1, 2, 4, 5))).toBe('not-enough-seats');
    expect(choose(plan, best(2, { bands: ['a', 'z'] }).best)).toBe('seat-unknown');
  });

  test('all rungs of the first before the next: parted in the wanted band rather than together in another', () => {
    const plan = stalls('aa|aa', 'bbbb');
    expect(choose(plan, best(4, { bands: ['a', 'b'] }).best)).toEqual(row('A', 1, 2, 3, 4));
    expect(choose(plan, best(4, { bands: ['a', 'b'], together: true }).best)).toEqual(row('B', 1, 2, 3, 4));
  });

  test('hold for wheelchair places too', () => {
    const plan = drawPlan({ stalls: { rows: ['wc'] } });
    const [section] = plan.sections;
    const dear = { ...plan, sections: section ? [recoloured(section, 'b')] : [] };
    expect(choose(dear, best(2, { access: 'wheelchair', bands: ['a', 'b'] }).best)).toEqual(row('A', 1, 2));
    expect(choose(dear, best(2, { access: 'wheelchair', bands: ['a'] }).best)).toBe('not-enough-seats');
  });
});

function recoloured(section: PlanSection, category: string): PlanSection {
  const rows = section.rows.map((one) => ({ ...one, seats: one.seats.map((seat) => ({ ...seat, category })) }));
  return { ...section, rows };
}

describe('a party that is to stay together', () => {
  test('is never split, neither over rows nor over an aisle', () => {
    const plan = stalls('oo|oo', 'oo|oo');
    expect(choose(plan, best(4).best)).toHaveLength(4);
    expect(choose(plan, best(4, { together: true }).best)).toBe('not-enough-seats');
    expect(choose(plan, best(2, { together: true }).best)).toEqual(row('A', 1, 2));
  });

  test('is given the only seats side by side, though they leave a single', () => {
    expect(choose(stalls('ooo'), best(2, { together: true }).best)).toEqual(row('A', 1, 2));
  });
});

describe('seats whose view is not whole', () => {
  test('come last on their rung: a whole view farther back is better', () => {
    expect(choose(stalls('oovvoo', 'oooooo'), best(2).best)).toEqual(row('A', 1, 2));
    expect(choose(stalls('ovvvvo', 'oooooo'), best(2).best)).toEqual(row('B', 3, 4));
    expect(choose(stalls('vvvv', 'oooo'), best(1).best)).toEqual(row('B', 1));
  });

  test('a single left is better than a pillar; a pillar is better than being parted', () => {
    expect(choose(stalls('vvvv', 'ooo'), best(2).best)).toEqual(row('B', 1, 2));
    expect(choose(stalls('ovvo', 'oo|oo'), best(4).best)).toEqual(row('A', 1, 2, 3, 4));
  });

  test('are given where nothing else is', () => {
    expect(choose(stalls('vvvvvv'), best(2).best)).toEqual(row('A', 3, 4));
    expect(choose(stalls('oo|vv'), best(4).best)).toEqual(row('A', 1, 2, 3, 4));
    expect(choose(stalls('vv', 'vv'), best(4).best)).toHaveLength(4);
  });

  test('of a party that is parted too: whole views first', () => {
    // Two and two, touching: rows B and C have whole views, A and B lie nearer.
    expect(choose(stalls('vv', 'oo', 'oo'), best(4).best)).toEqual([...row('B', 1, 2), ...row('C', 1, 2)]);
  });
});

describe('a wheelchair place that was chosen', () => {
  const plan = stalls('wcoooowc', 'wcoooowc');
  const near = (seat: string, taken: readonly string[] = [], count = 2) =>
    choose(plan, best(count, { access: 'wheelchair', near: seat }).best, taken);

  test('is given with its companion’s seat, or alone', () => {
    expect(near('stalls-B-7')).toEqual(row('B', 7, 8));
    expect(near('stalls-B-7', [], 1)).toEqual(row('B', 7));
  });

  test('or the one nearest to it, if somebody was quicker', () => {
    expect(near('stalls-B-7', row('B', 7))).toEqual(row('A', 7, 8));
    expect(near('stalls-B-9')).toBe('seat-unknown');
  });

  test('never breaks up another pair', () => {
    // Nearest the focal point is the second place; the companion’s seat to its left belongs to the first.
    const shared = stalls('wcwc');
    expect(choose(shared, best(2, { access: 'wheelchair', near: 'stalls-A-3' }).best)).toEqual(row('A', 3, 4));
    // Unless nobody can use that pair any more.
    const wish = best(2, { access: 'wheelchair' }).best;
    expect(choose(shared, wish, row('A', 1, 4))).toEqual(row('A', 2, 3));
  });
});

describe('unreserved', () => {
  const hall = drawPlan({ bench: { rows: ['oooooo'], kind: 'unreserved' }, circle: { rows: ['oooooo'], x: 40 } });

  test('gives the first free places, gaps or not', () => {
    expect(choose(hall, best(3).best, ['bench-A-1', 'bench-A-3'])).toEqual(['bench-A-2', 'bench-A-4', 'bench-A-5']);
    expect(choose(hall, best(3, { together: true }).best, ['bench-A-2'])).toEqual([
      'bench-A-1',
      'bench-A-3',
      'bench-A-4',
    ]);
  });
});

describe('standing', () => {
  const field = drawPlan({ pit: { rows: ['ooooo', 'ooooo'], kind: 'standing' }, circle: { rows: ['oooooo'], x: 40 } });

  test('gives the first free places', () => {
    expect(choose(field, best(3).best)).toEqual(['pit-A-1', 'pit-A-2', 'pit-A-3']);
    expect(choose(field, best(3).best, ['pit-A-2'])).toEqual(['pit-A-1', 'pit-A-3', 'pit-A-4']);
  });

  test('keeps its places for wheelchairs, as seats do', () => {
    const marked = drawPlan({ pit: { rows: ['owcoo'], kind: 'standing' } });
    expect(choose(marked, best(3).best)).toEqual(['pit-A-1', 'pit-A-4', 'pit-A-5']);
  });

  test('leads on to seats when the places are gone', () => {
    const full = [...upTo(5).map((n) => `pit-A-${n}`), ...upTo(4).map((n) => `pit-B-${n}`)];
    expect(choose(field, best(2).best, full)).toEqual(['circle-A-3', 'circle-A-4']);
  });
});

describe('any house, any wish', () => {
  const signs = fc.constantFrom('o', 'o', 'o', 'o', 'o', 'b', 'v', 'w', 'c', '|');
  const rows = fc.array(fc.string({ unit: signs, minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 });
  const cases = fc.record({
    rows,
    count: fc.integer({ min: 1, max: 6 }),
    together: fc.boolean(),
    bands: fc.constantFrom<string[] | undefined>(undefined, ['a'], ['b'], ['a', 'b'], ['b', 'a']),
    chance: fc.infiniteStream(fc.boolean()),
  });

  test('gives what the ladder says: side by side, whole views, no single, nearest; and refuses none that can sit so', () => {
    fc.assert(
      fc.property(cases, ({ rows: drawn, count, together, bands, chance }) => {
        const index = indexPlan(stalls(...drawn));
        const spots = index.sections.get('stalls')?.spots ?? [];
        const taken = Uint8Array.from(spots, () => (chance.next().value ? 1 : 0));
        const wish = best(count, { ...(together && { together: true as const }), ...(bands && { bands }) });
        const answer = bestAvailable(index, () => taken, wish.best);
        // Judged by hand, without the order the index keeps.
        const ways = index
          .sideBySide(count)
          .filter(({ first, category }) => {
            const free = taken.subarray(first, first + count).every((seat) => seat === 0);
            return free && (bands === undefined || bands.includes(category));
          })
          .map((way) => ({ ...way, single: wouldLeaveSingle(spots, taken, way.first, count) }));
        const wanted = bands?.find((band) => ways.some(({ category }) => category === band));
        if (!answer.ok) {
          expect(ways).toEqual([]);
          return;
        }
        const seats = answer.seating.get('stalls') ?? [];
        expect(new Set(seats).size).toBe(count);
        expect(seats.every((seat) => taken[seat] === 0 && !spots[seat]?.access)).toBe(true);
        const given = new Set(seats.map((seat) => spots[seat]?.category));
        expect(given.size).toBe(1);
        const isTogether = ways.find(({ first }) => seats.every((seat, at) => seat === first + at));
        if (together) expect(isTogether).toBeDefined();
        if (!isTogether) {
          // Parted only where its band has no way to sit side by side.
          expect(ways.filter(({ category }) => given.has(category))).toEqual([]);
          return;
        }
        const [wanting] = ways
          .filter(({ category }) => bands === undefined || category === isTogether.category)
          .sort(
            (x, y) => Number(y.whole) - Number(x.whole) || Number(x.single) - Number(y.single) || x.quality - y.quality,
          );
        const rank = (way: typeof wanting) => way && [way.whole, way.single, way.quality];
        expect(rank(isTogether)).toEqual(rank(wanting));
        // In the first band that has a way, unless an earlier one seats the party apart.
        if (together && wanted !== undefined) expect(isTogether.category).toBe(wanted);
      }),
      { numRuns: 500 },
    );
  });

  test('a party is parted over rows only if it can be no other way, with nobody alone', () => {
    fc.assert(
      fc.property(cases, ({ rows: drawn, count, chance }) => {
        const index = indexPlan(stalls(...drawn));
        const section = index.sections.get('stalls');
        const taken = Uint8Array.from(section?.spots ?? [], () => (chance.next().value ? 1 : 0));
        const answer = bestAvailable(index, () => taken, best(count).best);
        const seats = answer.ok ? (answer.seating.get('stalls') ?? []) : [];
        if (count < 2 || seats.length === 0) return;
        const touching = section?.touching() ?? [];
        expect(seats.every((seat) => seats.some((other) => touching[seat]?.includes(other)))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
