import { describe, expect, test } from '@jest/globals';
import { isAsPromised, median, rounded } from '../../bench/measure.ts';

describe('a measure', () => {
  test.each([
    [{ atLeast: 400 }, 399, false],
    [{ atLeast: 400 }, 400, true],
    [{ atMost: 2 }, 2, true],
    [{ atMost: 2 }, 2.1, false],
  ])('aim %j, value %d: %s', (aim, value, promised) => {
    expect(isAsPromised({ name: 'x', unit: 'units', value, aim })).toBe(promised);
  });

  test('without an aim is as promised whatever it is', () => {
    expect(isAsPromised({ name: 'x', unit: 'ms', value: 1e9 })).toBe(true);
  });

  test('median and rounding', () => {
    expect(median([])).toBe(0);
    expect(median([5, 1, 9])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect([0, 1.2345, 12_345].map(rounded)).toEqual([0, 1.23, 12_300]);
  });
});
