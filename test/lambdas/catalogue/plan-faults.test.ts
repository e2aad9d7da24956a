import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { type LayoutZone, type PlanLayout, planLayout } from '../../../lambdas/catalogue/plan-layout.ts';
import { readPlan } from '../../../lambdas/catalogue/read-plan.ts';
import { layoutOf, rowOf, zoneOf } from './layouts.ts';

/** Fields and messages, from the form or from the content. */
function faultsIn(layout: unknown): readonly string[] {
  const parsed = planLayout.safeParse(layout);
  if (!parsed.success)
    return parsed.error.issues.map((issue: z.core.$ZodIssue) => `${issue.path.join('.')}: ${issue.message}`);
  const read = readPlan(parsed.data);
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
      'a seat id twice',
      withSeat({ seat_guid: 'Stalls-A-1' }),
      `${seat}.seat_guid: "Stalls-A-1" is Stalls, row A, seat 1, and again Stalls, row A, seat 3`,
    ],
    [
      'a seat number twice',
      withSeat({ seat_number: '1' }),
      `${seat}.seat_number: Stalls, row A, seat 1 is there twice: see zones.0.rows.0.seats.0`,
    ],
    [
      'an unknown category',
      withSeat({ category: 'Gods' }),
      `${seat}.category: Stalls, row A, seat 3: there is no category "Gods"; known: Stalls, Circle (2)`,
    ],
    [
      'a seat outside',
      withSeat({ position: { x: 5000, y: 0 } }),
      `${seat}.position: Stalls, row A, seat 3 lies at 5100, 200, outside the drawing of 1000 by 800`,
    ],
    ['an id of another form', withSeat({ seat_guid: 'Row A / 3' }), `${seat}.seat_guid: use 1 to 64`],
    ['an empty number', withSeat({ seat_number: '' }), `${seat}.seat_number: number the seat`],
    ['a position of text', withSeat({ position: { x: '1', y: 0 } }), `${seat}.position.x: `],
    [
      'a key misspelt inside stampede',
      withSeat({ stampede: { acess: 'wheelchair' } }),
      `${seat}.stampede: Unrecognized key: "acess"`,
    ],
    ['no seat at all', layoutOf([zoneOf('Empty', { rows: [] })]), 'zones: hold no seat at all'],
    ['no zone at all', layoutOf([]), 'zones: list at least one zone'],
    [
      'a zone of 1,001',
      layoutOf([zoneOf('Field', { rows: [rowOf('F', 'A', 1001, 0, 0.5)] })]),
      'zones.0: Field has 1001 seats: at most 1000 a zone. Split it',
    ],
    [
      'two zones of one id',
      layoutOf([zoneOf('Left'), zoneOf('left!', { rows: [rowOf('x', 'A', 2, 0)] })]),
      'zones.1.zone_id: is the zone_id of zones.0 too: "left"',
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
      'a colour of words',
      { ...layoutOf(), categories: [{ name: 'Stalls', color: 'red' }] },
      'categories.0.color: use a colour',
    ],
    ['no size', { ...layoutOf(), size: undefined }, 'size: '],
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
      `${seat}.stampede.view: say what is in the way`,
    ],
    [
      'a seat with the id of a standing place',
      layoutOf([
        pen(),
        zoneOf('Stalls', {
          rows: [
            {
              row_number: 'A',
              seats: [{ seat_guid: 'pit-3', seat_number: '1', position: { x: 0, y: 0 }, category: 'Stalls' }],
            },
          ],
        }),
      ]),
      'zones.1.rows.0.seats.0.seat_guid: "pit-3" is Pit, place 3, and again Stalls, row A, seat 1',
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

  test('all of them, up to a hundred', () => {
    const row = rowOf('Stalls', 'A', 150, 0, 1);
    const seats = row.seats.map((one) => ({ ...one, category: 'Gods' }));
    expect(faultsIn(layoutOf([zoneOf('Stalls', { rows: [{ ...row, seats }] })]))).toHaveLength(100);
  });

  test.each([null, [], 'plan', 7, {}])('%j is no plan', (layout) => {
    expect(faultsIn(layout).length).toBeGreaterThan(0);
  });
});
