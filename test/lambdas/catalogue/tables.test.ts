import { expect, test } from '@jest/globals';
import type { PlanRow } from '../../../contracts/plan.ts';
import type { LayoutSeat } from '../../../lambdas/catalogue/plan-layout.ts';
import { readPlan } from '../../../lambdas/catalogue/read-plan.ts';
import { layoutOf, zoneOf } from './layouts.ts';

function rowsOf(seats: readonly LayoutSeat[]): readonly PlanRow[] {
  const read = readPlan(layoutOf([zoneOf('Tables', { rows: [{ row_number: '1', seats }] })]));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.plan.sections[0]?.rows ?? [];
}

// Tables of pretix's editor and of scripts: seats on both sides, numbered across the table.
test('a table is walked around: its sides are two runs, and nobody is beside one across', () => {
  const seats = Array.from({ length: 8 }, (_, n) => ({
    seat_guid: `t-${n + 1}`,
    seat_number: `${n + 1}`,
    position: { x: (n % 2) * 60, y: (n >> 1) * 25 },
    category: 'Stalls',
  }));
  const [row] = rowsOf(seats);
  const runs = (row?.seats ?? []).map(({ number, aisle }) => (aisle ? `| ${number}` : number)).join(' ');
  expect(['1 3 5 7 | 8 6 4 2', '7 5 3 1 | 2 4 6 8']).toContain(runs);
});

test.each([[[1, 5, 2, 8, 4, 7, 3, 6]], [[8, 1, 4, 6, 2, 3, 5, 7]]])(
  'a round table is walked around, in whatever order the file has it: %j',
  (order) => {
    const seats = order.map((n) => ({
      seat_guid: `r-${n}`,
      seat_number: `${n}`,
      position: { x: 30 * Math.cos((n * Math.PI) / 4), y: 30 * Math.sin((n * Math.PI) / 4) },
      category: 'Stalls',
    }));
    const [row] = rowsOf(seats);
    const numbers = (row?.seats ?? []).map(({ number }) => Number(number));
    const steps = numbers.slice(1).map((number, at) => (number - (numbers[at] ?? 0) + 8) % 8);
    expect(new Set(steps).size).toBe(1);
    expect([1, 7]).toContain(steps[0]);
    expect(row?.seats.some(({ aisle }) => aisle)).toBe(false);
  },
);
