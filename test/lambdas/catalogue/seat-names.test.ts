import { describe, expect, test } from '@jest/globals';
import type { Plan } from '../../../contracts/plan.ts';
import { readPlan } from '../../../lambdas/catalogue/read-plan.ts';
import { faultsOfSeason } from '../../../lambdas/catalogue/season-faults.ts';
import { seatNames } from '../../../lambdas/catalogue/seat-names.ts';
import { layoutOf, rowOf, zoneOf } from './layouts.ts';
import { draft } from './season.ts';

/** A zone with these rows, of one seat each. */
function planWith(...rows: readonly string[]): Plan {
  const found = readPlan(layoutOf([zoneOf('Stalls', { rows: rows.map((row, n) => rowOf(`r${n}`, row, 1, n * 30)) })]));
  if (!found.ok) throw new Error(JSON.stringify(found.errors));
  return found.plan;
}

describe('a seat by its name', () => {
  test.each([
    ['Swedish', ['A', 'O', 'Å', 'Ä', 'Ö']],
    ['Russian', ['Е', 'Ё', 'И', 'Й']],
    ['Turkish', ['I', 'İ', 'ı', 'i', 'O', 'Ö', 'C', 'Ç']],
    ['Norwegian', ['O', 'Ø', 'D', 'Đ']],
    ['doubled', ['A', 'a', 'A′', 'A’']],
    ['numbered', ['1-1', '1 1', '1–1']],
  ])('is that very seat, in rows that are %s', (_, rows) => {
    const { idOf, nameOf } = seatNames(planWith(...rows));
    const names = rows.map((row) => `Stalls, row ${row}, seat 1`);
    expect(names.map((name) => nameOf(idOf(name) ?? ''))).toEqual(names);
  });

  test('is found in small letters, with other spaces and without its accents, while one alone is meant', () => {
    const { idOf, nameOf } = seatNames(planWith('A', 'Ä', 'É'));
    for (const [written, meant] of [
      ['stalls, ROW ä, seat 1', 'Ä'],
      ['Stalls,row  a, seat 1', 'A'],
      ['stalls row e seat 1', 'É'],
    ] as const)
      expect([written, nameOf(idOf(written) ?? '')]).toEqual([written, `Stalls, row ${meant}, seat 1`]);
  });

  test('that may be several is none, and a season hears which they may be', () => {
    const plan = planWith('Å', 'Ä');
    const { idOf, meantBy } = seatNames(plan);
    expect(idOf('Stalls, row A, seat 1')).toBeUndefined();
    expect(meantBy('Stalls, row A, seat 1').toSorted()).toEqual(['Stalls, row Ä, seat 1', 'Stalls, row Å, seat 1']);
    const season = draft();
    Object.assign(season.shows[0]?.performances[0] ?? {}, {
      plan: plan.id,
      allocations: [{ partner: 'bank', seats: ['Stalls, row A, seat 1'] }],
    });
    const said = faultsOfSeason(season, new Map([[plan.id, plan]])).filter(({ field }) => /allocations/.test(field));
    expect(said).toEqual([
      {
        field: 'shows.0.performances.0.allocations.0.seats.0',
        message: expect.stringMatching(
          /^"Stalls, row A, seat 1" may be Stalls, row ., seat 1 or Stalls, row ., seat 1: write the name of one of them$/,
        ),
      },
    ]);
  });
});
