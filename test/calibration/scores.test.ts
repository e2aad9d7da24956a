import { describe, expect, test } from '@jest/globals';
import { plotOf } from '../../calibration/plot.ts';
import { scoreChances, scoreWaits } from '../../calibration/scores.ts';
import { SimpleHouse } from '../../calibration/simple-house.ts';
import { Timetable } from '../../calibration/timetable.ts';

const shown = (chance: number, ...found: readonly boolean[]) => found.map((seats) => ({ chance, seats }));

describe('the score of chances', () => {
  test('is 0 for prophecy, and the base rate’s for who says the base rate', () => {
    expect(scoreChances([...shown(1, true, true), ...shown(0, false)]).brier).toBe(0);
    const base = scoreChances(shown(0.75, true, true, true, false));
    expect([base.brier, base.baseBrier]).toEqual([0.1875, 0.1875]);
  });

  test('finds who is wrong in a tenth', () => {
    const { bins } = scoreChances([...shown(0.95, true, true), ...shown(0.95, false, false), ...shown(1, true)]);
    expect(bins.map(({ samples }) => samples)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 5]);
    expect(bins[9]).toMatchObject({ from: 0.9, said: 0.96, came: 0.6 });
    expect(plotOf(bins).match(/<circle/g)).toHaveLength(1);
  });
});

test('the score of waits is how many were called in time', () => {
  const wait = (was: number) => ({ half: 10, most: 20, was, after: 0 });
  expect(scoreWaits([5, 10, 15, 25].map(wait))).toEqual({ samples: 4, withinHalf: 0.5, withinMost: 0.75 });
});

test('a simple house gives what it has, or nothing', () => {
  const house = new SimpleHouse(5);
  expect([house.hold(3), house.hold(3), house.hold(2)]).toEqual([true, false, true]);
  house.sell(3);
  house.giveBack(2);
  expect([house.free, house.held, house.sold]).toEqual([2, 0, 3]);
});

test('a timetable keeps its order, also of what is planned for now', () => {
  const table = new Timetable();
  const seen: string[] = [];
  table.plan(1500, () => seen.push('late'));
  table.plan(900, () => {
    seen.push('first');
    table.plan(900, () => seen.push('at once'));
  });
  table.plan(1000, () => seen.push('second'));
  for (const second of [0, 1]) table.pass(second);
  expect(seen).toEqual(['first', 'second', 'at once']);
  table.plan(0, () => seen.push('overdue'));
  table.pass(2);
  expect(seen).toEqual(['first', 'second', 'at once', 'late', 'overdue']);
});
