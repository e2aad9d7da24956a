import { describe, expect, test } from '@jest/globals';
import type { Availability } from '../../../contracts/house.ts';
import type { Plan, PlanSeat } from '../../../contracts/plan.ts';
import { chanceOf } from '../../../rehearsal/fans/chance.ts';
import { chooseSeats } from '../../../rehearsal/fans/seats.ts';
import fc from '../../properties.ts';

const width = 12;

/** Two rows of twelve: an aisle before the seventh, a wheelchair place at the end of the second. */
const plan = {
  sections: [
    {
      id: 'stalls',
      kind: 'seated',
      rows: ['A', 'B'].map((label) => ({
        label,
        seats: Array.from(
          { length: width },
          (_, x): PlanSeat => ({
            id: `${label}-${x}`,
            number: `${x}`,
            x,
            y: 0,
            category: 'a',
            ...(x === 6 && { aisle: true }),
            ...(label === 'B' && x === width - 1 && { access: 'wheelchair' }),
          }),
        ),
      })),
    },
  ],
} as unknown as Plan;

function availability(taken: readonly boolean[]): Availability {
  const bits = Buffer.alloc(3);
  for (const [seat, isTaken] of taken.entries()) {
    if (isTaken) bits.writeUInt8(bits.readUInt8(seat >> 3) | (0x80 >> (seat & 7)), seat >> 3);
  }
  const free = taken.filter((isTaken) => !isTaken).length;
  return {
    v: 1,
    performance: 'x',
    plan: 'x',
    readAt: 0,
    sections: { stalls: { free, taken: bits.toString('base64') } },
  };
}

describe('a fan’s own choice', () => {
  test('is of free seats next to one another, never over an aisle, never a wheelchair place', () => {
    const anyTaken = fc.array(fc.boolean(), { minLength: 2 * width, maxLength: 2 * width });
    fc.assert(
      fc.property(anyTaken, fc.integer({ min: 1, max: 6 }), fc.nat(), (taken, party, seed) => {
        const seats = chooseSeats(plan, availability(taken), party, chanceOf(seed));
        if (!seats) return;
        const places = seats.map((id) => ({ row: id[0], x: Number(id.slice(2)) }));
        expect(places).toHaveLength(party);
        for (const [index, { row, x }] of places.entries()) {
          expect(taken[(row === 'A' ? 0 : width) + x]).toBe(false);
          expect(row === 'B' && x === width - 1).toBe(false);
          const before = places[index - 1];
          if (before) expect([row, x, x === 6]).toEqual([before.row, before.x + 1, false]);
        }
      }),
    );
  });

  test('is found whenever a whole half row is free, and not when nothing is', () => {
    const free = new Array<boolean>(2 * width).fill(false);
    expect(chooseSeats(plan, availability(free), 6, chanceOf(1))).toHaveLength(6);
    expect(chooseSeats(plan, availability(free), 7, chanceOf(1))).toBeUndefined();
    expect(chooseSeats(plan, availability(free.fill(true)), 1, chanceOf(1))).toBeUndefined();
  });

  test('differs from fan to fan', () => {
    const free = availability(new Array<boolean>(2 * width).fill(false));
    const choices = new Set(Array.from({ length: 40 }, (_, fan) => `${chooseSeats(plan, free, 2, chanceOf(1, fan))}`));
    expect(choices.size).toBeGreaterThan(5);
  });
});
