import { expect, test } from '@jest/globals';
import { isBeyond, leafText, readLeaf } from '../../rules/log-leaf.ts';

const head = 'ab'.repeat(32);

test('a leaf is read as it was written', () => {
  expect(readLeaf(leafText({ n: 12, rolls: 3, head }))).toEqual({ n: 12, rolls: 3, head });
});

test.each([
  '',
  'nothing',
  `01 0 ${head}`,
  `1  0 ${head}`,
  `1 0 ${head.slice(1)}`,
  `1 0 ${head.toUpperCase()}`,
  `-1 0 ${head}`,
])('%j is none', (text) => expect(readLeaf(text)).toBeUndefined());

test.each<[readonly [number, number], readonly [number, number], boolean]>([
  [[1, 0], [0, 0], true],
  [[1, 1], [1, 0], true],
  [[1, 0], [1, 0], false],
  [[2, 0], [1, 1], false],
  [[0, 1], [1, 0], false],
])('%j is beyond %j: %s', ([n, rolls], [otherN, otherRolls], wanted) => {
  expect(isBeyond({ n, rolls }, { n: otherN, rolls: otherRolls })).toBe(wanted);
});
