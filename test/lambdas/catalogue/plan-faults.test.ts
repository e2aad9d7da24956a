import { describe, expect, test } from '@jest/globals';
import type { LayoutZone, PlanLayout } from '../../../lambdas/catalogue/plan-layout.ts';
import { readPlan } from '../../../lambdas/catalogue/read-plan.ts';
import { layoutOf, rowOf, zoneOf } from './layouts.ts';

/** Fields and messages. */
function faultsIn(layout: unknown): readonly string[] {
  const read = readPlan(layout);
  return read.ok ? [] : read.errors.map(({ field, message }) => `${field}: ${message}`);
}

function withSeat(change: object): PlanLayout {
  const row = rowOf('Stalls', 'A', 4, 0);
  const seats = row.seats.map((seat, n) => (n === 2 ? { ...seat, ...change } : seat));
  return layoutOf([zoneOf('Stalls', { rows: [{ ...row, seats }] })]);
}

const seat = 'zones.0.rows.0.seats.2';
const pen = (more: Partial<LayoutZone> = {}): LayoutZone => ({
  name: 'Pit',
  zone_id: 'pit',
  position: { x: 0, y: 0 },
  rows: [],
  areas: [{ shape: 'rectangle', rectangle: { width: 100, height: 100 } }],
  stampede: { standing: { places: 10, category: 'Stalls' } },
  ...more,
});

describe('what is wrong with a plan is named by its place', () => {
  const cases: readonly [string, unknown, string][] = [
    [
      'a seat number twice',
      withSeat({ seat_number: '1' }),
      `${seat}.seat_number: Stalls, row A, seat 1: is there twice`,
    ],
    [
      'an unknown category',
      withSeat({ category: 'Gods' }),
      `${seat}.category: Stalls, row A, seat 3: there is no category "Gods"; known: Stalls, Circle (2)`,
    ],
    [
      'no category of two',
      withSeat({ category: '' }),
      `${seat}.category: Stalls, row A, seat 3: name a category: Stalls, Circle (2)`,
    ],
    [
      'an empty number',
      withSeat({ seat_number: '' }),
      `${seat}.seat_number: Stalls, row A, seat without a number: number`,
    ],
    [
      'a position of words',
      withSeat({ position: { x: 'left', y: 0 } }),
      `${seat}.position.x: Stalls, row A, seat 3: x of its position is "left": write a number`,
    ],
    ['half a position', withSeat({ position: { y: 0 } }), `${seat}.position.x: Stalls, row A, seat 3: give x`],
    ['no position', withSeat({ position: null }), `${seat}.position: Stalls, row A, seat 3: say where it is`],
    [
      'a key misspelt inside stampede',
      withSeat({ stampede: { acess: 'wheelchair' } }),
      `${seat}.stampede.acess: Stalls, row A, seat 3: leave this out`,
    ],
    [
      'a seat that is a text',
      layoutOf([zoneOf('Stalls', { rows: [{ row_number: 'A', seats: ['1'] as never }] })]),
      'zones.0.rows.0.seats.0: Stalls, row A: is no seat',
    ],
    [
      'rows that are no list',
      layoutOf([{ ...zoneOf('Stalls'), rows: 'A' as never }]),
      'zones.0.rows: Stalls: write a list',
    ],
    [
      'rows without names and with the same numbers',
      layoutOf([zoneOf('Stalls', { rows: [rowOf('s', '', 4, 0), rowOf('t', '', 4, 30)] })]),
      'zones.0: Stalls, a row without a name: 2 rows without a name have the same seat numbers, beginning at 100, 200 and at 100, 230: write their row_number',
    ],
    ['no seat at all', layoutOf([zoneOf('Empty', { rows: [] })]), 'zones: hold no seat at all'],
    ['no zone at all', layoutOf([]), 'zones: list at least one zone'],
    [
      'a row of 1,001',
      layoutOf([zoneOf('Field', { rows: [rowOf('F', 'A', 1001, 0, 0.5)] })]),
      'zones.0.rows.0: Field, row A: 1001 seats in one row: at most 1000. Split it',
    ],
    [
      'a pit of 1,001',
      layoutOf([pen({ stampede: { standing: { places: 1001, category: 'Stalls' } } })]),
      'zones.0: Pit has 1001 places: at most 1000 a zone without rows. Split it',
    ],
    ['a zone without a name', layoutOf([zoneOf('x', { name: '???', zone_id: '' })]), 'zones.0.name: name the zone'],
    [
      'a neighbour that is none',
      layoutOf([zoneOf('a', { stampede: { neighbours: ['b'] } })]),
      'zones.0.stampede.neighbours.0: there is no zone "b"',
    ],
    [
      'two categories alike',
      { ...layoutOf(), categories: [{ name: 'Stalls' }, { name: 'stalls' }] },
      'categories.1.name: is like categories.0.name',
    ],
    [
      'a category of signs',
      { ...layoutOf(), categories: [{ name: 'Stalls' }, { name: '***' }] },
      'categories.1.name: needs a letter',
    ],
    [
      'standing among seats',
      layoutOf([pen({ rows: [rowOf('pit', 'A', 2, 0)] })]),
      'zones.0.rows: has seats, but the zone is for standing',
    ],
    ['standing nowhere', layoutOf([pen({ areas: [] })]), 'zones.0.areas: needs a first area'],
    [
      'standing of no category',
      layoutOf([pen({ stampede: { standing: { places: 1, category: 'Gods' } } })]),
      'zones.0.stampede.standing.category: there is no category "Gods"',
    ],
    [
      'unreserved among seats',
      layoutOf([zoneOf('Stalls', { stampede: { unreserved: { places: 5, category: 'Stalls' } } })]),
      'zones.0.rows: has seats, but the zone is unreserved',
    ],
    [
      'unreserved of no category',
      layoutOf([pen({ stampede: { unreserved: { places: 1, category: 'Gods' } } })]),
      'zones.0.stampede.unreserved.category: there is no category "Gods"',
    ],
    [
      'standing and unreserved at once',
      layoutOf([
        pen({
          stampede: {
            standing: { places: 1, category: 'Stalls' },
            unreserved: { places: 1, category: 'Stalls' },
          },
        }),
      ]),
      'zones.0.stampede.unreserved: the zone is for standing: use a zone for each',
    ],
    [
      'a view of which nothing is said',
      withSeat({ stampede: { view: ' ' } }),
      `${seat}.stampede.view: Stalls, row A, seat 3: say what is in the way`,
    ],
  ];
  test.each(cases)('%s', (_what, layout, fault) => {
    const found = faultsIn(layout);
    expect(found.some((one) => one.startsWith(fault)) || found).toBe(true);
  });

  test('100,010 places', () => {
    const zones = Array.from({ length: 101 }, (_, n) =>
      pen({ zone_id: `pit-${n}`, stampede: { standing: { places: n === 100 ? 10 : 1000, category: 'Stalls' } } }),
    );
    expect(faultsIn(layoutOf(zones))).toEqual(['zones: hold 100010 seats: at most 100000 a plan']);
  });

  test('a fault of many seats is one, with all of them', () => {
    const row = rowOf('Stalls', 'A', 150, 0, 1);
    const seats = row.seats.map((one) => ({ ...one, category: 'Gods' }));
    expect(faultsIn(layoutOf([zoneOf('Stalls', { rows: [{ ...row, seats }] })]))).toEqual([
      'zones.0.rows.0.seats.0.category: Stalls, row A, 150 seats from 1 to 150: there is no category "Gods"; known: Stalls, Circle (2)',
    ]);
  });

  test('of many rows each is named, up to a hundred', () => {
    const rows = Array.from({ length: 150 }, (_, n) => {
      const row = rowOf('Stalls', `${n + 1}`, 2, n);
      return { ...row, seats: row.seats.map((one) => ({ ...one, category: 'Gods' })) };
    });
    const found = faultsIn(layoutOf([zoneOf('Stalls', { rows })]));
    expect(found).toHaveLength(100);
    expect(found.at(-1)).toBe('zones: and 51 more like these');
  });

  test('faults of form and of content are found in one go', () => {
    const row = rowOf('Stalls', 'A', 5, 0);
    const seats = [
      ...row.seats.map((one, n) => (n === 1 ? { ...one, position: {} } : n === 2 ? { ...one, category: 'Gods' } : one)),
      { ...row.seats[0], seat_number: '4' },
    ];
    const found = faultsIn({ ...layoutOf([zoneOf('Stalls', { rows: [{ ...row, seats }] as never })]), name: '' });
    expect(found.map((one) => one.split(':')[0])).toEqual([
      'name',
      `zones.0.rows.0.seats.1.position.x`,
      `zones.0.rows.0.seats.1.position.y`,
      `zones.0.rows.0.seats.2.category`,
      `zones.0.rows.0.seats.5.seat_number`,
    ]);
  });

  test('a seat far from all others has a slip in its position', () => {
    const row = rowOf('Stalls', 'A', 20, 0);
    const seats = row.seats.map((one, n) => (n === 7 ? { ...one, position: { x: 90_000, y: 0 } } : one));
    expect(faultsIn(layoutOf([zoneOf('Stalls', { rows: [{ ...row, seats }] })]))).toEqual([
      'zones.0.rows.0.seats.7.position: Stalls, row A, seat 8: lies far from all others, at 90100, 200: correct its position',
    ]);
  });

  test('also of six; of three nobody knows which one is meant', () => {
    const far = (count: number) => {
      const row = rowOf('Stalls', 'A', count, 0);
      const seats = row.seats.map((one, n) => (n === 1 ? { ...one, position: { x: 90_000, y: 0 } } : one));
      return faultsIn(layoutOf([zoneOf('Stalls', { rows: [{ ...row, seats }] })]));
    };
    expect(far(6)).toEqual([expect.stringMatching(/^zones.0.rows.0.seats.1.position: .* lies far from all others/)]);
    expect(far(3)).toEqual([]);
  });

  test.each([null, [], 'plan', 7, {}])('%j is no plan', (layout) => {
    expect(faultsIn(layout).length).toBeGreaterThan(0);
  });
});
