import { expect, test } from '@jest/globals';
import type { HoldRequest } from '../../../../contracts/house.ts';
import { wrongWish } from '../../../../lambdas/seating/ask/wrong-wish.ts';
import { indexPlan } from '../../../../lambdas/seating/plan/plan-index.ts';
import { best, drawPlan } from '../small-stage.ts';

const plan = indexPlan(drawPlan({ stalls: { rows: ['oowcoo'] }, circle: { rows: ['bbbb'], x: 10 } }));

const wrong: readonly [string, HoldRequest, string, string][] = [
  [
    'too many named',
    { seats: ['stalls-A-1', 'stalls-A-2', 'stalls-A-5', 'stalls-A-6', 'circle-A-1'] },
    'seats',
    'at most 4 seats',
  ],
  ['a seat of no plan', { seats: ['stalls-A-1', 'attic-A-1'] }, 'seats.1', 'no such seat'],
  ['too many', best(5), 'best.count', 'at most 4 seats'],
  ['three with a wheelchair', best(3, { access: 'wheelchair' }), 'best.count', 'one wheelchair place, or two'],
  ['a price band of no plan', best(2, { category: 'z' }), 'best.category', 'no price band z'],
  ['one among several', best(2, { bands: ['a', 'z'] }), 'best.bands.1', 'no price band z'],
  ['category and bands', best(2, { category: 'a', bands: ['b'] }), 'best.bands', 'either category or bands'],
  ['a section of no plan', best(2, { section: 'attic' }), 'best.section', 'no section attic'],
  ['a place without asking for one', best(2, { near: 'stalls-A-3' }), 'best.near', 'only together with access'],
  ['a place of no plan', best(2, { access: 'wheelchair', near: 'attic-A-1' }), 'best.near', 'no such wheelchair place'],
  [
    'a seat that is no place',
    best(2, { access: 'wheelchair', near: 'stalls-A-4' }),
    'best.near',
    'no such wheelchair place',
  ],
  [
    'a place of another section',
    best(2, { access: 'wheelchair', near: 'stalls-A-3', section: 'circle' }),
    'best.near',
    'in another section',
  ],
];

test.each(wrong)('%s: named by its field', (_what, wish, field, message) => {
  const refusal = wrongWish(wish, { seatsPerFan: 4 }, plan);
  expect(refusal).toMatchObject({ refusal: 'bad-request', errors: [{ field: `body.${field}` }] });
  expect(refusal?.errors?.[0]?.message).toContain(message);
});

test.each<HoldRequest>([
  { seats: ['stalls-A-1'] },
  best(4, { bands: ['b', 'a'], together: true }),
  best(2, { access: 'wheelchair', near: 'stalls-A-3', section: 'stalls', category: 'a' }),
])('nothing is wrong with %j', (wish) => {
  expect(wrongWish(wish, { seatsPerFan: 4 }, plan)).toBeUndefined();
});
