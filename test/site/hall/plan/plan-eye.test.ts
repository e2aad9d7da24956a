import { describe, expect, test } from '@jest/globals';
import { comfortable, detailAt, hit } from '../../../../site/hall/plan/detail.ts';
import { type Motion, PlanEye } from '../../../../site/hall/plan/plan-eye.ts';
import { keyAct } from '../../../../site/hall/plan/plan-keys.ts';
import { modelOf } from '../../../../site/hall/plan/plan-model.ts';
import fc from '../../../properties.ts';
import { arenaPlan, theatrePlan } from '../../theatre/plans.ts';

const model = modelOf(theatrePlan());
const pixel = fc.record({ x: fc.integer({ min: 0, max: 360 }), y: fc.integer({ min: 0, max: 360 }) });

/** A glide that is there at once. */
const still: Motion = { glide: (_from, to, show) => show(to), halt: () => undefined };

describe('what is looked at of a plan', () => {
  test('is the whole at first, and each movement tells', () => {
    let turns = 0;
    const eye = new PlanEye(model, still, () => (turns += 1));
    expect(eye.isWhole).toBe(true);
    expect(eye.view).toEqual(model.whole);
    eye.fit({ width: 300, height: 200 });
    eye.zoomAt(2, { x: 150, y: 100 });
    expect(eye.isWhole).toBe(false);
    expect(turns).toBe(2);
  });

  test('a seat grows by as much as is zoomed, within the limits', () => {
    const eye = new PlanEye(model, still, () => undefined);
    const before = eye.seatPixels;
    eye.zoomAt(2, { x: 180, y: 180 });
    expect(eye.seatPixels).toBeCloseTo(before * 2);
    eye.zoomAt(1_000, { x: 180, y: 180 });
    expect(eye.view.width).toBeGreaterThanOrEqual(eye.limits.least - 1e-9);
  });

  test('a glide to a seat brings it within a finger, and one to the whole back', () => {
    const eye = new PlanEye(model, still, () => undefined);
    const seat = model.sections[0]?.seats[0];
    if (!seat) throw new Error('the plan has seats');
    eye.glideToSeat(seat);
    expect(eye.seatPixels).toBeGreaterThanOrEqual(hit.finger - 1e-9);
    eye.zoomBy(3);
    eye.glideToWhole();
    expect(eye.view).toEqual(model.whole);
  });

  describe('a glide into a block', () => {
    const arena = modelOf(arenaPlan());
    const blocks = arena.sections.filter(({ section }) => section.kind === 'seated');
    const into = (block: (typeof blocks)[number], pixels: { width: number; height: number }, least: number) => {
      const eye = new PlanEye(arena, still, () => undefined);
      eye.fit(pixels);
      eye.glideToBlock(block, block.seats[0] as { x: number; y: number }, least);
      return eye;
    };

    test.each([
      ['a desk', { width: 753, height: 445 }, hit.mouse],
      ['a phone', { width: 328, height: 331 }, hit.finger],
    ])('brings its seats within reach of %s, no larger than comfortable', (_where, pixels, least) => {
      for (const block of blocks) {
        const eye = into(block, pixels, least);
        expect(eye.seatPixels).toBeGreaterThanOrEqual(least);
        expect(['seats', 'numbers']).toContain(detailAt(eye.seatPixels, arena.plan.seats));
        if (least === hit.finger) expect(detailAt(eye.seatPixels, arena.plan.seats)).toBe('numbers');
        expect(eye.seatPixels).toBeLessThanOrEqual(comfortable + 1e-9);
      }
    });

    test('shows all of it where its seats are large enough so, else a part of it that is full of seats', () => {
      for (const block of blocks) {
        const desk = into(block, { width: 1400, height: 1200 }, hit.mouse);
        const { box } = block;
        const [from, to] = [desk.pointAt({ x: 0, y: 0 }), desk.pointAt({ x: 1400, y: 1200 })];
        expect([from.x <= box.x, from.y <= box.y]).toEqual([true, true]);
        expect([to.x >= box.x + box.width, to.y >= box.y + box.height]).toEqual([true, true]);
        const phone = into(block, { width: 328, height: 331 }, hit.finger);
        const middle = phone.pointAt({ x: 164, y: 165.5 });
        expect(middle.x).toBeGreaterThan(box.x);
        expect(middle.x).toBeLessThan(box.x + box.width);
        expect(middle.y).toBeGreaterThan(box.y);
        expect(middle.y).toBeLessThan(box.y + box.height);
      }
    });

    const phone = { width: 328, height: 331 };
    const seen = (eye: PlanEye) => {
      const [from, to] = [eye.pointAt({ x: 0, y: 0 }), eye.pointAt({ x: phone.width, y: phone.height })];
      return ({ x, y }: { x: number; y: number }) => x >= from.x && x <= to.x && y >= from.y && y <= to.y;
    };

    test('is meant from the white beside it, as far as a finger is wide, and ends among seats', () => {
      const seats = arena.sections.flatMap((section) => section.seats);
      fc.assert(
        fc.property(fc.record({ x: fc.nat(phone.width), y: fc.nat(phone.height) }), (at) => {
          const eye = new PlanEye(arena, still, () => undefined);
          eye.fit(phone);
          const point = eye.pointAt(at);
          const nearest = Math.min(...seats.map(({ x, y }) => Math.hypot(x - point.x, y - point.y)));
          const reach = (hit.finger / 2 / eye.seatPixels) * arena.spacing;
          const meant = eye.tapAt(at, hit.finger);
          if (nearest > reach) {
            expect(meant).toEqual({ kind: 'nothing' });
            return;
          }
          if (meant.kind === 'standing') return;
          if (meant.kind !== 'block') throw new Error(`${meant.kind} is meant from afar`);
          eye.glideToBlock(meant.section, meant.seat, hit.finger);
          expect(meant.section.seats.filter(seen(eye)).length).toBeGreaterThan(20);
        }),
      );
    });

    test('is told by its name', () => {
      const block = blocks[20];
      if (!block) throw new Error('the arena has blocks');
      const eye = into(block, { width: 1400, height: 1200 }, hit.mouse);
      expect(eye.sectionInSight()?.section.id).toBe(block.section.id);
      eye.glideToWhole();
      expect(eye.sectionInSight()).toBeUndefined();
    });
  });

  test('what is pushed by a finger comes along, unless it is the edge', () => {
    fc.assert(
      fc.property(pixel, fc.integer({ min: -20, max: 20 }), (at, by) => {
        const eye = new PlanEye(model, still, () => undefined);
        eye.zoomAt(8, { x: 180, y: 180 });
        const held = eye.pointAt(at);
        eye.panBy({ x: by, y: 0 });
        const now = eye.pointAt({ x: at.x - by, y: at.y });
        expect(now.x).toBeCloseTo(held.x);
        expect(now.y).toBeCloseTo(held.y);
      }),
    );
  });

  test('a finger on a seat means that seat', () => {
    const eye = new PlanEye(model, still, () => undefined);
    const origin = eye.pointAt({ x: 0, y: 0 });
    const scale = 100 / (eye.pointAt({ x: 100, y: 0 }).x - origin.x);
    for (const { seats } of model.sections) {
      for (const seat of seats) {
        const at = { x: (seat.x - origin.x) * scale, y: (seat.y - origin.y) * scale };
        expect(eye.placeAt(at, 0)?.seat).toBe(seat);
        expect(eye.placeAt(at, hit.finger)?.seat).toBe(seat);
      }
    }
  });
});

test.each([
  ['+', { kind: 'zoom', factor: 1.5 }],
  ['-', { kind: 'zoom', factor: 1 / 1.5 }],
  ['Escape', { kind: 'whole' }],
  ['ArrowUp', { kind: 'walk', direction: 'up' }],
  [' ', { kind: 'press' }],
  ['a', undefined],
  ['toString', undefined],
])('the key %j', (key, act) => {
  expect(keyAct(key)).toEqual(act);
});
