import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextLook } from '../../../site/line/rhythm.ts';

describe('how often the page looks', () => {
  test('about every three seconds while somebody is looking', () => {
    expect(nextLook({ visible: true, unanswered: 0 }, 0.5)).toBeCloseTo(3_000);
    expect(nextLook({ visible: true, unanswered: 1 }, 0.5)).toBeCloseTo(3_000);
  });

  test('never in step, never in a hurry, never asleep', () => {
    const moment = fc.record({ visible: fc.boolean(), unanswered: fc.nat(50) });
    fc.assert(
      fc.property(moment, fc.double({ min: 0, max: 1, noNaN: true }), (now, chance) => {
        const pause = nextLook(now, chance);
        expect(pause).toBeGreaterThanOrEqual(2_400);
        expect(pause).toBeLessThanOrEqual(36_000);
      }),
    );
    expect(nextLook({ visible: true, unanswered: 0 }, 0)).not.toBe(nextLook({ visible: true, unanswered: 0 }, 1));
  });

  test('calmer while hidden, and while nothing answers', () => {
    const seen = nextLook({ visible: true, unanswered: 0 }, 0.5);
    expect(nextLook({ visible: false, unanswered: 0 }, 0.5)).toBeGreaterThan(seen);
    expect(nextLook({ visible: true, unanswered: 4 }, 0.5)).toBeGreaterThan(seen);
  });
});
