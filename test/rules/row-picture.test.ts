import { describe, expect, test } from '@jest/globals';
import { centreOf, groupsOf, rowPicture, singlesLeft, wouldLeaveSingle } from '../../rules/row-picture.ts';
import { stalls } from '../lambdas/seating/small-stage.ts';
import fc from '../properties.ts';

const pictureOf = (...rows: readonly string[]) => rowPicture(stalls(...rows).sections[0] ?? { rows: [] });
/** `#` a taken seat, `*` a chosen one; the others as in stage.ts. */
function read(drawn: string) {
  const row = pictureOf(drawn.replace(/[#*]/g, 'o'));
  const signs = [...drawn].filter((sign) => sign !== '|');
  const free = (index: number) => signs[index] !== '#' && signs[index] !== undefined && !row[index]?.access;
  return { row, free, chosen: new Set(signs.flatMap((sign, index) => (sign === '*' ? [index] : []))) };
}

test('the middle of some seats is between them, in both directions', () => {
  expect(
    centreOf([
      { x: 1, y: 10 },
      { x: 3, y: 20 },
      { x: 2, y: 60 },
    ]),
  ).toEqual({ x: 2, y: 30 });
});

describe('a seat is left single', () => {
  test.each([
    ['*oo', []],
    ['*o', [1]],
    ['o*', [0]],
    ['o**oo', [0]],
    ['#o*o#', [1, 3]],
    ['o*|o', [0]],
    ['oo*wc', []],
    ['*owc', [1]],
    ['*ob', []],
    ['*o*', [1]],
    ['o#*oo', []],
  ])('%s: %j', (drawn, singles) => {
    const { row, free, chosen } = read(drawn);
    expect(singlesLeft(row, free, chosen)).toEqual(singles);
  });
});

test('singles are told in the order of the row, however the seats were chosen', () => {
  const row = pictureOf('ooooooo');
  expect(singlesLeft(row, (index) => row[index] !== undefined, new Set([5, 1]))).toEqual([0, 6]);
});

test('the allocator and the page judge alike', () => {
  const signs = fc.string({ unit: fc.constantFrom('o', 'o', 'o', 'b', 'w', '|', '#'), minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(signs, fc.nat(13), fc.integer({ min: 1, max: 5 }), (drawn, first, count) => {
      const { row, free } = read(drawn);
      const taken = Uint8Array.from(row, (_, index) => (row[index]?.access || free(index) ? 0 : 1));
      const chosen = Array.from({ length: count }, (_, n) => first + n);
      const sideBySide = chosen.every((index, at) => free(index) && (at === 0 || row[index]?.joined));
      if (!sideBySide) return;
      const singles = singlesLeft(row, free, new Set(chosen));
      expect(wouldLeaveSingle(row, taken, first, count)).toBe(singles.length > 0);
    }),
    { numRuns: 1000 },
  );
});

test('groups end at aisles, gaps and rows', () => {
  expect(groupsOf(pictureOf('ooo|ooo', 'oo'), [0, 1, 2, 3, 5, 6, 7])).toEqual([[0, 1, 2], [3], [5], [6, 7]]);
});
