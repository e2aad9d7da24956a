import { describe, expect, test } from '@jest/globals';
import type { HeldRow, SeatRows } from '../../bench/seat-rows.gateway.ts';
import { type SeatShop, shop } from '../../bench/seat-rows.ts';
import { indexPlan } from '../../lambdas/seating/plan/plan-index.ts';
import { drawPlan } from '../lambdas/seating/small-stage.ts';

/* The shop that ours is compared with is no straw man. It gives seats once, all or none, the best first, until none is
   left. */

/** Rows in memory: all or none, as a transaction. */
function rowsInMemory(): SeatRows & { readonly held: HeldRow[] } {
  const held: HeldRow[] = [];
  return {
    held,
    fill: async () => undefined,
    async taken(_, section, seats) {
      const taken = new Uint8Array(seats);
      for (const row of held) if (row.section === section) for (const seat of row.seats) taken[seat] = 1;
      return taken;
    },
    async hold(row, limit) {
      if (held.some(({ hold }) => hold === row.hold)) return 'again';
      const own = held.filter(({ fan }) => fan === row.fan).flatMap(({ seats }) => seats);
      if (own.length + row.seats.length > limit) return 'over-limit';
      const gone = held.filter(({ section }) => section === row.section).flatMap(({ seats }) => seats);
      if (row.seats.some((seat) => gone.includes(seat))) return 'taken';
      held.push(row);
      return 'held';
    },
  };
}

const plan = indexPlan(
  drawPlan({
    stalls: { rows: ['oooooo', 'oooooo'], neighbours: [] },
    circle: { rows: ['oooooo'], x: 10, neighbours: [] },
  }),
);

const open = (choices: number, more: Partial<SeatShop> = {}) => {
  const rows = rowsInMemory();
  const seatShop: SeatShop = {
    rows,
    plan,
    performance: 'evening',
    onSale: 'friends',
    limit: 4,
    choices,
    random: () => 0.5,
    wait: async () => undefined,
    full: new Set(),
    ...more,
  };
  return { rows, come: (n: number, count = 3) => shop(seatShop, { hold: `h-${n}`, fan: `f-${n}`, count }, () => 0) };
};

describe.each([1, 4])('a shop with a row a seat that draws one of %d best ways', (choices) => {
  test('gives each seat once to a crowd at once, every section, until none is left', async () => {
    const { rows, come } = open(choices);
    const shopped = await Promise.all(Array.from({ length: 12 }, (_, n) => come(n)));
    const seats = rows.held.flatMap(({ section, seats: own }) => own.map((seat) => `${section} ${seat}`));
    expect(new Set(seats).size).toBe(seats.length);
    expect(shopped.filter(({ held }) => held)).toHaveLength(rows.held.length);
    // Eighteen seats: six parties of three if nobody is unlucky, and never a row with three left in it.
    expect(rows.held.length).toBeGreaterThanOrEqual(4);
    expect(await come(99)).toEqual({ held: false, tries: 0 });
  });

  test('keeps the limit of a fan', async () => {
    const { come } = open(choices);
    expect(await come(1, 5)).toMatchObject({ held: false, tries: 1 });
  });
});

test('who insists on the best gets it, and who comes at the same moment tries again', async () => {
  const { rows, come } = open(1);
  const [first, second] = await Promise.all([come(1), come(2)]);
  expect([first?.tries, second?.tries].sort()).toEqual([1, 2]);
  expect(rows.held[0]).toMatchObject({ section: 'stalls' });
});
