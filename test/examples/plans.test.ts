import { describe, expect, test } from '@jest/globals';
import type { Plan, PlanSeat } from '../../contracts/plan.ts';
import { type GeneratorName, generators } from '../../examples/plans/generate.ts';
import { readPlan } from '../../lambdas/catalogue/read-plan.ts';

function planOf(name: GeneratorName, seed: number): Plan {
  const read = readPlan(JSON.parse(JSON.stringify(generators[name](seed))));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.plan;
}

/** Size, and whether anyone stands. */
const expected = {
  thrust: [1250, 1350],
  studio: [280, 330],
  arena: [19_000, 20_500],
  stadium: [100_000, 100_000],
} as const;

describe.each(Object.keys(generators) as GeneratorName[])('the generated plan %s', (name) => {
  const plan = planOf(name, 7);
  const seated = plan.sections.filter(({ kind }) => kind === 'seated');
  const rows = seated.flatMap((section) => section.rows.map(({ seats }) => seats));
  const apart = (a: PlanSeat, b: PlanSeat) => Math.hypot(a.x - b.x, a.y - b.y);

  test('is as large as it should be, in sections the house can hold', () => {
    const [least, most] = expected[name];
    expect(plan.seats).toBeGreaterThanOrEqual(least);
    expect(plan.seats).toBeLessThanOrEqual(most);
    for (const section of plan.sections)
      expect(section.rows.reduce((sum, { seats }) => sum + seats.length, 0)).toBeLessThanOrEqual(1000);
  });

  test('has a stage, price bands that are all used, and somewhere to look', () => {
    expect(plan.scenery.filter(({ kind }) => kind === 'stage')).toHaveLength(1);
    const used = new Set(
      plan.sections.flatMap((section) => section.rows.flatMap(({ seats }) => seats.map((seat) => seat.category))),
    );
    expect([...used].sort()).toEqual(plan.categories.map(({ id }) => id).sort());
    expect(plan.categories.length).toBeGreaterThanOrEqual(3);
  });

  test('seats lie 50 to 56 cm apart unless an aisle or a wheelchair is between them', () => {
    const odd = rows.flatMap((row) =>
      row.slice(1).filter((seat, n) => {
        const before = row[n] ?? seat;
        const gap = apart(before, seat);
        if (seat.aisle) return gap <= 38;
        return before.access || seat.access ? gap >= 37 : Math.abs(gap - 21) >= 1.6;
      }),
    );
    expect(odd).toEqual([]);
  });

  test('nobody sits on anybody', () => {
    const squares = new Map<string, PlanSeat[]>();
    const crowded: string[] = [];
    for (const seat of rows.flat()) {
      const [column, line] = [Math.floor(seat.x / 20), Math.floor(seat.y / 20)];
      for (const dx of [-1, 0, 1])
        for (const dy of [-1, 0, 1])
          for (const other of squares.get(`${column + dx},${line + dy}`) ?? [])
            if (apart(seat, other) < 18) crowded.push(`${seat.id} on ${other.id}`);
      const square = squares.get(`${column},${line}`);
      if (square) square.push(seat);
      else squares.set(`${column},${line}`, [seat]);
    }
    expect(crowded).toEqual([]);
  });

  test('a wheelchair place has its companion beside it', () => {
    const places = rows.flatMap((row) =>
      row.flatMap((seat, n) => (seat.access === 'wheelchair' ? [[seat, row[n - 1], row[n + 1]]] : [])),
    );
    expect(places.length).toBeGreaterThanOrEqual(2);
    for (const [, before, after] of places) expect([before?.access, after?.access]).toContain('companion');
    const companions = rows.flat().filter(({ access }) => access === 'companion');
    expect(companions).toHaveLength(places.length);
  });

  test('neighbours are mutual and of the same kind', () => {
    for (const { id, kind, neighbours } of plan.sections)
      for (const other of neighbours) {
        const found = plan.sections.find((section) => section.id === other);
        expect([found?.kind, found?.neighbours.includes(id)]).toEqual([kind, true]);
      }
  });

  test('is the same for the same seed, and another for another', () => {
    expect(planOf(name, 7).id).toBe(plan.id);
    const others = (name === 'stadium' ? [8] : [8, 9, 10, 11]).map((seed) => JSON.stringify(generators[name](seed)));
    expect(others.some((other) => other !== JSON.stringify(generators[name](7)))).toBe(true);
  });

  test('fits into one invocation, but for a stadium', () => {
    const size = JSON.stringify(generators[name](7)).length;
    expect(size < 6_000_000).toBe(name !== 'stadium');
  });
});

test('any seed gives a plan without fault', () => {
  for (let seed = 0; seed < 12; seed++)
    for (const name of ['thrust', 'studio'] as const) expect(planOf(name, seed).seats).toBeGreaterThan(250);
});

test('the arena has pens to stand in', () => {
  const pens = planOf('arena', 7).sections.filter(({ kind }) => kind === 'standing');
  expect(pens.map(({ rows }) => rows[0]?.seats.length)).toEqual([950, 950, 950, 950, 950, 950]);
});
