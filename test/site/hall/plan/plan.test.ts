import { describe, expect, test } from '@jest/globals';
import { seatsInOrder } from '../../../../contracts/plan.ts';
import { boxAround, hull, outlineOf, seatsOf, shapeOf, spacingOf } from '../../../../site/hall/plan/geometry.ts';
import { frame, type Limits, pan, reveal, scaleOf, seenIn, zoom } from '../../../../site/hall/plan/lens.ts';
import { walk, walkOf } from '../../../../site/hall/plan/seat-walk.ts';
import { freeByCategory, takenSeats } from '../../../../site/hall/plan/taken.ts';
import fc from '../../../properties.ts';
import { arenaPlan, theatrePlan } from '../../theatre/plans.ts';

const theatre = theatrePlan();
const arena = arenaPlan();

describe('geometry', () => {
  test('a seat’s spacing is that of neighbours in a row', () => {
    expect(spacingOf(theatre)).toBeGreaterThan(9);
    expect(spacingOf(theatre)).toBeLessThan(11);
  });

  test('the ground of every section lies within its seats', () => {
    for (const section of [...theatre.sections, ...arena.sections]) {
      const outline = outlineOf(section);
      expect(outline.length).toBeGreaterThan(2);
      expect(boxAround(outline, 0)).toEqual(boxAround(seatsOf(section), 0));
    }
    expect(outlineOf({ kind: 'seated', rows: [] })).toEqual([]);
  });

  test('the shape of a block has plain edges: rows of a seat more or less do not make it ragged', () => {
    for (const section of arenaPlan().sections) {
      const shape = shapeOf(section, 10);
      const [drawn, ground] = [boxAround(shape, 0), boxAround(outlineOf(section), 0)];
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(Math.abs(drawn[side] - ground[side])).toBeLessThan(10);
      const longest = section.kind === 'standing' ? 4 : Math.max(...section.rows.map(({ seats }) => seats.length)) * 2;
      // The first and the last row are followed as they are; the ends of the rows between them make few corners.
      expect(shape.length).toBeLessThanOrEqual(longest + 4);
    }
  });

  test('the shape of a crowd is its ground, though its last line is not full', () => {
    const seats = Array.from({ length: 95 }, (_, n) => ({
      id: `p-${n}`,
      number: `${n}`,
      x: (n % 10) * 10,
      y: Math.floor(n / 10) * 10,
      category: 'a',
    }));
    expect(shapeOf({ kind: 'standing', rows: [{ label: '', seats }] }, 10)).toEqual([
      { x: 0, y: 0 },
      { x: 90, y: 0 },
      { x: 90, y: 90 },
      { x: 0, y: 90 },
    ]);
  });

  test('a block that steps keeps its steps', () => {
    const seats = (from: number, to: number, y: number) =>
      Array.from({ length: to - from }, (_, n) => ({
        id: `${y}-${n}`,
        number: `${n}`,
        x: (from + n) * 10,
        y,
        category: 'a',
      }));
    const rows = [0, 1, 2, 3, 4, 5].map((row) => ({ label: `${row}`, seats: seats(0, row < 3 ? 5 : 12, row * 12) }));
    const shape = shapeOf({ kind: 'seated', rows }, 10);
    expect(shape).toContainEqual(expect.objectContaining({ x: 40, y: 24 }));
    expect(shape).toContainEqual(expect.objectContaining({ x: 110, y: 36 }));
  });

  test('every point is inside the hull of all', () => {
    const point = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
        const around = hull(points);
        if (around.length < 3) return;
        for (const { x, y } of points) {
          around.forEach((a, index) => {
            const b = around[(index + 1) % around.length] as typeof a;
            expect((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)).toBeGreaterThanOrEqual(0);
          });
        }
      }),
    );
  });
});

describe('the lens', () => {
  const limits: Limits = { whole: boxAround(theatre.sections.flatMap(seatsOf), 10), least: 80 };
  const act = fc.oneof(
    fc.record({
      zoom: fc.double({ min: 0.2, max: 5, noNaN: true }),
      x: fc.integer({ min: 0, max: 660 }),
      y: fc.integer({ min: 0, max: 400 }),
    }),
    fc.record({ dx: fc.integer({ min: -900, max: 900 }), dy: fc.integer({ min: -900, max: 900 }) }),
  );

  test('never leaves the plan and never shrinks to nothing, whatever fingers do', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let view = limits.whole;
        for (const one of acts) {
          view = 'zoom' in one ? zoom(view, one.zoom, one, limits) : pan(view, { x: one.dx, y: one.dy }, limits);
          expect(view.width).toBeGreaterThanOrEqual(79.999);
          expect(view.width).toBeLessThanOrEqual(limits.whole.width + 0.001);
          expect(view.x).toBeGreaterThanOrEqual(limits.whole.x - 0.001);
          expect(view.x + view.width).toBeLessThanOrEqual(limits.whole.x + limits.whole.width + 0.001);
          expect(view.height / view.width).toBeCloseTo(limits.whole.height / limits.whole.width);
        }
      }),
    );
  });

  test('what was under the finger stays under it', () => {
    const at = { x: 300, y: 200 };
    const near = zoom(limits.whole, 3, at, limits);
    const share = (view: typeof near) => (at.x - view.x) / view.width;
    expect(share(near)).toBeCloseTo(share(limits.whole));
  });

  test('a seat that the keyboard goes to comes into view', () => {
    const near = frame({ x: 0, y: 0, width: 100, height: 60 }, limits);
    for (const { x, y } of theatre.sections.flatMap(seatsOf)) {
      const view = reveal(near, { x, y }, limits);
      expect(x).toBeGreaterThanOrEqual(view.x);
      expect(x).toBeLessThanOrEqual(view.x + view.width);
      expect(y).toBeGreaterThanOrEqual(view.y);
      expect(y).toBeLessThanOrEqual(view.y + view.height);
    }
  });

  test('a drawing of another shape shows what lies beside the view', () => {
    const view = { x: 0, y: 0, width: 200, height: 100 };
    const pixels = { width: 400, height: 400 };
    expect(scaleOf(view, pixels)).toBe(2);
    expect(seenIn(view, pixels)).toEqual({ x: 0, y: -50, width: 200, height: 200 });
  });
});

describe('walking by arrow keys', () => {
  const steps = walkOf(theatre);

  test('left and right follow the row, back and forth', () => {
    expect(walk(theatre, steps, 'stalls-centre-C-4', 'right')).toBe('stalls-centre-C-5');
    expect(walk(theatre, steps, 'stalls-centre-C-5', 'left')).toBe('stalls-centre-C-4');
  });

  test('down goes away from the stage, and past the last row into the circle', () => {
    expect(walk(theatre, steps, 'stalls-centre-C-4', 'down')).toMatch(/^stalls-centre-D-/);
    expect(walk(theatre, steps, 'stalls-centre-M-10', 'down')).toMatch(/^circle-A-/);
    expect(walk(theatre, steps, 'circle-A-30', 'up')).not.toBe('circle-A-30');
  });

  test('past the end of a row lies the next section', () => {
    const row = theatre.sections[1]?.rows[2]?.seats ?? [];
    expect(walk(theatre, steps, row[0]?.id ?? '', 'left')).toMatch(/^stalls-left-/);
  });

  test('every seat can be reached from every other', () => {
    const reached = new Set<string>();
    const open = ['circle-D-1'];
    while (open.length > 0) {
      const at = open.pop() as string;
      if (reached.has(at)) continue;
      reached.add(at);
      for (const direction of ['left', 'right', 'up', 'down'] as const) open.push(walk(theatre, steps, at, direction));
    }
    expect(reached.size).toBe(theatre.seats);
  });

  test('nobody walks into a standing crowd', () => {
    expect([...walkOf(arena).keys()].some((id) => id.startsWith('field'))).toBe(false);
  });
});

describe('taken seats', () => {
  test('come out of the bits as they went in', () => {
    const all = theatre.sections.flatMap((section) => seatsInOrder(section).map(({ id }) => id));
    fc.assert(
      fc.property(fc.subarray(all), (chosen) => {
        const gone = new Set(chosen);
        const sections = Object.fromEntries(
          theatre.sections.map((section) => {
            const seats = seatsInOrder(section);
            const bits = Buffer.alloc(Math.ceil(seats.length / 8));
            seats.forEach((seat, index) => {
              if (gone.has(seat.id)) bits.writeUInt8((bits[index >> 3] ?? 0) | (128 >> (index & 7)), index >> 3);
            });
            return [section.id, { free: 0, taken: bits.toString('base64') }];
          }),
        );
        expect(takenSeats(theatre, { sections })).toEqual(gone);
      }),
      { numRuns: 30 },
    );
  });

  test('wheelchair places do not count as free for everyone', () => {
    const all = freeByCategory(theatre, new Set());
    const access = theatre.sections.flatMap(seatsOf).filter((seat) => seat.access).length;
    expect([...all.values()].reduce((sum, n) => sum + n, 0)).toBe(theatre.seats - access);
  });
});
