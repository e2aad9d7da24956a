import { describe, expect, test } from '@jest/globals';
import type { Standing } from '../../../rules/standing.ts';
import { type MomentInLine, nextLook } from '../../../site/line/rhythm.ts';
import fc from '../../properties.ts';

const board = { phase: 'open', opensAt: 0, rate: 120 } as const;
const waiting = (ahead: number): Standing => ({ at: 'waiting', position: ahead + 1, ahead });
const near: MomentInLine = { stand: waiting(5), board, now: 1, attentive: true, unanswered: 0 };

describe('how often the page looks', () => {
  test('about every three seconds near the turn', () => {
    expect(nextLook(near, 0.5)).toBeCloseTo(3_000);
    expect(nextLook({ ...near, unanswered: 1 }, 0.5)).toBeCloseTo(3_000);
    expect(nextLook({ ...near, stand: { at: 'called', position: 1, turn: 'first' } }, 0.5)).toBeCloseTo(3_000);
  });

  test('never in step, never in a hurry, never asleep for more than a minute', () => {
    const stand = fc.oneof(
      fc.constantFrom<Standing>({ at: 'unheard' }, { at: 'announced' }, { at: 'drawing' }),
      fc.nat(1_000_000).map(waiting),
      fc.nat().map((doorsAt): Standing => ({ at: 'lobby', doorsAt })),
      fc.nat().map((doorsAt): Standing => ({ at: 'outside', doors: 'before', doorsAt, left: false })),
      fc.nat().map((doorsAt): Standing => ({ at: 'outside', doors: 'open', doorsAt, left: false })),
    );
    const moment = fc.record({
      stand,
      board: fc.record({
        phase: fc.constantFrom('lobby' as const, 'open' as const),
        opensAt: fc.nat(),
        rate: fc.nat(5_000),
      }),
      now: fc.nat(),
      attentive: fc.boolean(),
      unanswered: fc.nat(50),
    });
    fc.assert(
      fc.property(moment, fc.double({ min: 0, max: 1, noNaN: true }), (now, chance) => {
        const pause = nextLook(now, chance);
        expect(pause).toBeGreaterThanOrEqual(2_400);
        expect(pause).toBeLessThanOrEqual(60_000);
      }),
    );
    expect(nextLook(near, 0)).not.toBe(nextLook(near, 1));
  });

  test('calmer while nobody looks or wants a signal, and while nothing answers', () => {
    expect(nextLook({ ...near, attentive: false }, 0.5)).toBe(12_000);
    expect(nextLook({ ...near, unanswered: 4 }, 0.5)).toBe(24_000);
    expect(nextLook({ ...near, unanswered: 40 }, 0.5)).toBe(30_000);
  });

  test('in the lobby: sparse far from the doors, lively just before, whichever window’s doors they are', () => {
    const look = (doorsAt: number, phase: 'lobby' | 'open') =>
      nextLook({ ...near, stand: { at: 'lobby', doorsAt }, board: { ...board, phase }, now: 0 }, 0.5);
    expect(look(3_600_000, 'lobby')).toBe(60_000);
    expect(look(20_000, 'lobby')).toBe(3_000);
    expect(look(90_000, 'open')).toBe(23_000);
  });

  /** The looks of somebody who waits half an hour at a steady pace, in milliseconds since they joined. */
  function looksOf(rate: number, chance: () => number): readonly number[] {
    const looks: number[] = [];
    for (let now = 0; ; ) {
      looks.push(now);
      const left = Math.ceil(rate * 30 - (rate * now) / 60_000);
      if (left <= 0) return looks;
      now += nextLook({ ...near, stand: waiting(left), board: { ...board, rate } }, chance());
    }
  }

  const rates = [[6], [40], [120], [600]] as const;

  test.each(rates)('a wait of half an hour at %i a minute costs 40 to 50 looks', (rate) => {
    // A fixed walk through 0 to 1, for many fans at different points of it.
    let walk = 0;
    const chance = () => (walk = (walk + 0.618_034) % 1);
    const costs = Array.from({ length: 40 }, () => looksOf(rate, chance).length);
    const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
    expect(mean).toBeGreaterThanOrEqual(38);
    expect(mean).toBeLessThanOrEqual(50);
  });

  test.each(rates)('at %i a minute nobody learns late, and the last looks are close together', (rate) => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(chances, (given) => {
        let n = 0;
        const looks = looksOf(rate, () => given[n++ % 60] ?? 0.5);
        expect(looks.length).toBeLessThanOrEqual(60);
        expect((looks.at(-1) as number) - 1_800_000).toBeLessThanOrEqual(5_000);
        expect(looks.filter((at) => at > 1_780_000 && at <= 1_800_000).length).toBeGreaterThanOrEqual(4);
      }),
    );
  });
});
