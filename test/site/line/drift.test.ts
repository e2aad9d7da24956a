import { describe, expect, test } from '@jest/globals';
import { calledBy } from '../../../site/line/drift.ts';
import fc from '../../properties.ts';

const board = { writtenAt: 0, phase: 'open', rate: 120 } as const;

describe('the number between two looks', () => {
  test('moves on with the lower side of the rate, and stands still after the longest pause', () => {
    const called = (now: number) => calledBy(board, 1_000, 9_000, now);
    expect(called(0)).toBe(1_000);
    expect(called(30_000)).toBe(1_039);
    expect(called(60_000)).toBeLessThan(1_000 + 120);
    expect(called(72_000)).toBe(called(3_600_000));
  });

  test('stands still while the line does', () => {
    expect(calledBy({ ...board, phase: 'paused' }, 1_000, 9_000, 30_000)).toBe(1_000);
    expect(calledBy({ ...board, halt: 'baskets' }, 1_000, 9_000, 30_000)).toBe(1_000);
    expect(calledBy({ ...board, rate: 0 }, 1_000, 9_000, 30_000)).toBe(1_000);
  });

  test('never goes back, never faster than the rate, and nobody is next before they are', () => {
    const line = fc.record({
      rate: fc.nat(5_000),
      called: fc.nat(10_000),
      ahead: fc.nat(10_000),
      now: fc.nat(200_000),
    });
    fc.assert(
      fc.property(line, fc.nat(1_000), ({ rate, called, ahead, now }, later) => {
        const position = called + ahead + 1;
        const first = calledBy({ ...board, rate }, called, position, now);
        const second = calledBy({ ...board, rate }, called, position, now + later);
        expect(first).toBeGreaterThanOrEqual(called);
        expect(second).toBeGreaterThanOrEqual(first);
        expect(first).toBeLessThanOrEqual(called + (rate * now) / 60_000);
        if (ahead > 0) expect(position - first - 1).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
