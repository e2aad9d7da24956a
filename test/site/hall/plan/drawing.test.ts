import { describe, expect, test } from '@jest/globals';
import { availabilityCacheControl } from '../../../../lambdas/seating/ask/show-availability.ts';
import { untilNextLook } from '../../../../site/hall/freshness.ts';
import { detailAt, manySeats, serves } from '../../../../site/hall/plan/detail.ts';
import { distance } from '../../../../site/hall/plan/geometry.ts';
import { between } from '../../../../site/hall/plan/plan-glide.ts';
import { modelOf } from '../../../../site/hall/plan/plan-model.ts';
import { look, statesOf } from '../../../../site/hall/plan/seat-states.ts';
import fc from '../../../properties.ts';
import { arenaPlan, theatrePlan } from '../../theatre/plans.ts';

const theatre = modelOf(theatrePlan());
const arena = modelOf(arenaPlan());

describe('how much is drawn', () => {
  test('more the nearer one looks, never less', () => {
    const order = ['blocks', 'dots', 'seats', 'numbers'];
    for (const seats of [500, 20_000]) {
      const seen = Array.from({ length: 400 }, (_, n) => order.indexOf(detailAt(n / 10, seats)));
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    }
  });

  test('the seats of a small house are the picture, however far one is', () => {
    expect(detailAt(0.5, manySeats)).toBe('dots');
    expect(detailAt(0.5, manySeats + 1)).toBe('blocks');
  });

  test('a picture serves its own scale and what is near it', () => {
    expect([0.2, 0.5, 1, 1.5, 2].map((scale) => serves(1, scale))).toEqual([false, true, true, true, false]);
  });
});

describe('the seat under a finger', () => {
  const seats = theatre.sections.flatMap(({ seats: all }) => all);
  const point = fc.record({ x: fc.integer({ min: -20, max: 680 }), y: fc.integer({ min: -20, max: 420 }) });

  test('is the nearest of all, or none within reach', () => {
    fc.assert(
      fc.property(point, fc.integer({ min: 1, max: 20 }), (at, within) => {
        const found = theatre.find(at, within);
        const nearest = Math.min(...seats.map((seat) => distance(seat, at)));
        if (!found) expect(nearest).toBeGreaterThan(within);
        else {
          const seat = theatre.sections[found.section]?.seats[found.index];
          expect(distance(seat as { x: number; y: number }, at)).toBe(nearest);
        }
      }),
    );
  });

  test('is found however far a finger reaches over a house that is seen whole', () => {
    const all = arena.sections.flatMap((section) => section.seats);
    const anywhere = fc.record({ x: fc.integer({ min: -50, max: 1_850 }), y: fc.integer({ min: -50, max: 1_450 }) });
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 1, max: 200 }), (at, within) => {
        const found = arena.find(at, within);
        const seat = found && arena.sections[found.section]?.seats[found.index];
        const nearest = Math.min(...all.map((one) => distance(one, at)));
        expect(seat && distance(seat, at)).toBe(nearest <= within ? nearest : undefined);
      }),
    );
  });

  test('is found in an arena, too', () => {
    for (const section of arena.sections) {
      const seat = section.seats[section.seats.length >> 1];
      const found = arena.find(seat as { x: number; y: number }, 1);
      expect(arena.sections[found?.section ?? -1]).toBe(section);
      expect(arena.placeOf(seat?.id ?? '')?.section).toBe(section);
    }
    expect(arena.placeOf('nowhere')).toBeUndefined();
  });
});

describe('what a section looks like', () => {
  const [section] = theatre.sections;
  if (!section) throw new Error('the theatre has sections');
  const [first, second] = section.seats;

  test('has another version when a seat looks different, and only then', () => {
    const empty = statesOf(section, new Set(), undefined);
    expect(statesOf(section, new Set(['elsewhere']), undefined, empty)).toBe(empty);
    const one = statesOf(section, new Set([first?.id ?? '']), undefined, empty);
    expect(one.version).toBeGreaterThan(empty.version);
    expect(one.free).toBe(empty.free - 1);
    expect(statesOf(section, new Set([second?.id ?? '']), undefined, one).version).toBeGreaterThan(one.version);
  });

  test('a price band that stands out leaves the others dim, and what is taken taken', () => {
    const { looks } = statesOf(section, new Set([first?.id ?? '']), 'b');
    expect(looks[0]).toBe(look.taken);
    section.seats.slice(1).forEach((seat, index) => {
      expect(looks[index + 1]).toBe(seat.category === 'b' ? look.free : look.dim);
    });
  });
});

describe('going from one view to another', () => {
  const from = { x: 0, y: 0, width: 400, height: 200 };
  const to = { x: 100, y: 60, width: 100, height: 50 };

  test('begins where one is, ends where one wants to be, and never leaves the way between', () => {
    expect(between(from, to, 1)).toBe(to);
    expect(between(from, to, 0)).toEqual(from);
    for (let share = 0; share <= 1; share += 0.05) {
      const view = between(from, to, share);
      expect(view.width / view.height).toBeCloseTo(2);
      expect(view.x).toBeGreaterThanOrEqual(0);
      expect(view.x + view.width).toBeLessThanOrEqual(400.001);
    }
    expect(between(from, { ...from, x: 80 }, 0.5).x).toBe(40);
  });
});

describe('how old what is seen can be', () => {
  const kept = 1_000 * Number(/^public, max-age=(\d+)$/.exec(availabilityCacheControl)?.[1]);

  test('under two seconds, with an answer that takes a tenth of one', () => {
    expect(kept).toBe(1_000);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: kept }), fc.double({ min: 0, max: 0.999, noNaN: true }), (age, chance) => {
        expect(age + untilNextLook(age, chance) + 100).toBeLessThan(2_000);
      }),
    );
  });

  test('however wrong the clocks, looks come neither faster nor much slower than one a second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (age, chance) => {
          expect(untilNextLook(age, chance)).toBeGreaterThanOrEqual(600);
          expect(untilNextLook(age, chance)).toBeLessThanOrEqual(1_250);
        },
      ),
    );
  });
});
