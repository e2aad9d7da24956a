import { describe, expect, test } from '@jest/globals';
import { bestAvailable } from '../../lambdas/seating/plan/best-available.ts';
import { indexPlan } from '../../lambdas/seating/plan/plan-index.ts';
import { accessWish, companionFor } from '../../rules/access-pair.ts';
import { stalls } from '../lambdas/seating/small-stage.ts';

const plan = stalls('oowcwcoo', 'cwoooo');
const [section] = plan.sections;
if (!section) throw new Error('the plan has stalls');
const click = (seat: string, taken: readonly string[] = [], count?: 1 | 2) =>
  accessWish(section, new Set(taken.map((one) => `stalls-${one}`)), `stalls-${seat}`, count);

describe('a click on a place for wheelchairs', () => {
  test('is the place and its companion’s seat', () => {
    expect(click('A-3')?.seats).toEqual(['stalls-A-3', 'stalls-A-4']);
    expect(click('A-5')?.seats).toEqual(['stalls-A-5', 'stalls-A-6']);
    expect(click('B-2')?.seats).toEqual(['stalls-B-2', 'stalls-B-1']);
    expect(click('A-5')?.wish).toEqual({
      best: { count: 2, access: 'wheelchair', section: 'stalls', near: 'stalls-A-5', category: 'a' },
    });
  });

  test('on the companion’s seat, the same pair', () => {
    expect(click('A-4')).toEqual(click('A-3'));
    expect(click('A-6')).toEqual(click('A-5'));
    expect(click('A-4', ['A-3'])).toBeUndefined();
  });

  test('alone, for who comes alone or where no companion’s seat is left', () => {
    expect(click('A-3', [], 1)).toMatchObject({ seats: ['stalls-A-3'], wish: { best: { count: 1 } } });
    expect(click('A-3', ['A-4'])).toMatchObject({ seats: ['stalls-A-3'], wish: { best: { count: 1 } } });
  });

  test('does not take the companion’s seat of another place, unless that place is gone', () => {
    expect(click('A-5', ['A-6'])?.seats).toEqual(['stalls-A-5']);
    expect(click('A-5', ['A-6', 'A-3'])?.seats).toEqual(['stalls-A-5', 'stalls-A-4']);
  });

  test('is nothing where the place is taken, or the seat is a seat like any other', () => {
    expect(click('A-3', ['A-3'])).toBeUndefined();
    expect(click('A-1')).toBeUndefined();
    expect(click('Z-1')).toBeUndefined();
  });

  test('names the price band if both seats are of one', () => {
    const rows = section.rows.map(({ seats, ...row }) => ({
      ...row,
      seats: seats.map((seat) => (seat.id === 'stalls-A-4' ? { ...seat, category: 'b' } : seat)),
    }));
    const mixed = accessWish({ ...section, rows }, new Set(), 'stalls-A-3');
    expect(mixed?.seats).toEqual(['stalls-A-3', 'stalls-A-4']);
    expect(mixed?.wish).toEqual({ best: { count: 2, access: 'wheelchair', section: 'stalls', near: 'stalls-A-3' } });
  });

  test('pairs are matched from left to right, and of a broken one the other side’s seat may be taken', () => {
    const drawn = (row: string) =>
      [...row].map((sign) => ({
        rowAt: 0,
        ...(sign === 'w' && { access: 'wheelchair' as const }),
        ...(sign === 'c' && { access: 'companion' as const }),
      }));
    const companion = (row: string, place: number, ...gone: readonly number[]) =>
      companionFor(drawn(row), (index) => !gone.includes(index), place);
    expect([companion('cwcw', 1), companion('cwcw', 3)]).toEqual([0, 2]);
    expect([companion('cwcw', 1, 0), companion('cwcw', 1, 0, 3)]).toEqual([undefined, 2]);
    expect(companion('ocw', 2)).toBe(1);
  });

  test('only a place for wheelchairs has a companion’s seat', () => {
    const row = [{ access: 'wheelchair', rowAt: 0 }, { access: 'companion', rowAt: 0 }, { rowAt: 0 }] as const;
    const gone = new Set([0]);
    expect([0, 1, 2].map((place) => companionFor(row, (index) => !gone.has(index), place))).toEqual([
      1,
      undefined,
      undefined,
    ]);
  });

  test('asks the house for what it shows', () => {
    const index = indexPlan(plan);
    for (const seat of ['A-3', 'A-4', 'A-5', 'A-6', 'B-1', 'B-2'])
      for (const gone of [[], ['A-4'], ['A-3', 'A-6'], ['B-1']]) {
        const choice = click(seat, gone);
        if (!choice || !('best' in choice.wish)) continue;
        const taken = Uint8Array.from(index.sections.get('stalls')?.spots ?? [], ({ id }) =>
          gone.includes(id.slice('stalls-'.length)) ? 1 : 0,
        );
        const answer = bestAvailable(index, () => taken, choice.wish.best);
        const given = answer.ok
          ? [...(answer.seating.get('stalls') ?? [])].map((at) => index.sections.get('stalls')?.spots[at]?.id)
          : [];
        expect(given).toEqual([...choice.seats].sort());
      }
  });
});
