import { describe, expect, test } from '@jest/globals';
import { arrivalBill, costOf, totalOf, type Waiting, waitingBill } from '../../bench/waiting-cost.ts';

const waiting: Waiting = {
  minutes: 30,
  polls: 45,
  boardBytes: 400,
  headerBytes: 600,
  fans: 40_000,
  writeUnitsAJoin: 2,
  readUnitsAJoin: 1,
};

describe('what a waiting fan costs', () => {
  test('is the sum of its lines, each how many times what price', () => {
    const bill = waitingBill(waiting);
    expect(costOf(bill.lines[0] ?? { what: '', count: 0, unit: '', perMillion: 0 })).toBeCloseTo(45 * 0.0000012, 12);
    // 45 × 1,000 bytes at $0.085 a gigabyte.
    expect(costOf(bill.lines[1] ?? { what: '', count: 0, unit: '', perMillion: 0 })).toBeCloseTo(0.000003825, 12);
    expect(totalOf(bill)).toBeCloseTo(
      bill.lines.reduce((sum, line) => sum + costOf(line), 0),
      12,
    );
  });

  test('is a tenth of that of a poll every 3 s', () => {
    const often = totalOf(waitingBill({ ...waiting, polls: 600 }));
    expect(often / totalOf(waitingBill(waiting))).toBeGreaterThan(10);
  });

  test('hardly grows smaller with more fans: polls are what it is made of', () => {
    const few = totalOf(waitingBill({ ...waiting, fans: 10_000 }));
    const many = totalOf(waitingBill({ ...waiting, fans: 1_000_000 }));
    expect(few / many).toBeLessThan(1.15);
  });

  test('counts the join’s units', () => {
    const dearer = arrivalBill({ ...waiting, writeUnitsAJoin: 6 });
    expect(totalOf(dearer) - totalOf(arrivalBill(waiting))).toBeCloseTo(4 * 0.000000625, 12);
  });
});
