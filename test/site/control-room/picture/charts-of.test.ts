import { describe, expect, test } from '@jest/globals';
import type { ReadingsHistory } from '../../../../contracts/readings.ts';
import { chartsOf } from '../../../../site/control-room/picture/charts-of.ts';

const nine = Date.UTC(2027, 2, 6, 9);
const minutes = (n: number) => Array.from({ length: n }, (_, at) => nine + at * 60_000);
const clock = (at: number) => new Date(at).toISOString().slice(11, 16);

/** So many minutes of each. */
function historyOf(line: number, orders: number): ReadingsHistory {
  const rows = (n: number, one: (at: number) => number) => minutes(n).map((_, at) => one(at));
  return {
    onSale: 'friends',
    line: { at: minutes(line), waiting: rows(line, (at) => 100 - at), shopping: rows(line, (at) => at) },
    orders: { at: minutes(orders), tickets: rows(orders, (at) => 2 * at) },
  } as unknown as ReadingsHistory;
}

describe('charts', () => {
  test.each([
    [0, 0, []],
    [1, 1, []],
    [2, 1, ['Waiting and shopping']],
    [1, 2, ['Tickets a minute']],
    [5, 4, ['Waiting and shopping', 'Tickets a minute']],
  ])('after %i minutes of the line and %i of orders', (line, orders, titles) => {
    expect(chartsOf(historyOf(line, orders), clock).map(({ title }) => title)).toEqual(titles);
  });

  test('say in a sentence when most waited, and how many wait now', () => {
    expect(chartsOf(historyOf(5, 0), clock)[0]?.summary).toBe('Most waited at 09:00: 100. Now 96 wait.');
  });

  test('of two lines differ in colour and in dash', () => {
    const [{ lines } = { lines: [] }] = chartsOf(historyOf(2, 2), clock);
    expect(lines).toHaveLength(2);
    expect(new Set(lines.map(({ colour }) => colour)).size).toBe(2);
    expect(new Set(lines.map(({ dash }) => dash.join())).size).toBe(2);
  });

  test('spread an older point over the minutes that it is the sum of', () => {
    const history = { orders: { at: [nine, nine + 300_000, nine + 360_000], tickets: [50, 4, 6] } };
    expect(chartsOf(history as unknown as ReadingsHistory, clock)[0]?.lines[0]?.values).toEqual([10, 4, 6]);
  });
});
