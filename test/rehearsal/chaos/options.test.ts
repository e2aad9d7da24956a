import { expect, test } from '@jest/globals';
import { readChaosOptions } from '../../../rehearsal/chaos/options.ts';

const ids = ['a', 'b'] as const;

test('without options all faults come, one at a time', () => {
  expect(readChaosOptions({}, ids)).toEqual({
    ...{ ask: 'run', pairs: false, write: false, json: false, state: '.stampede', seed: 1, fans: 150 },
  });
});

test('those that are named come, and the list is asked for', () => {
  expect(readChaosOptions({ only: 'b, a', pairs: true, fans: '40' }, ids)).toMatchObject({
    only: ['b', 'a'],
    fans: 40,
  });
  expect(readChaosOptions({ list: true }, ids)).toMatchObject({ ask: 'list' });
});

test.each([
  [{ only: 'c' }, '--only must name faults of --list, not c.'],
  [{ only: '' }, '--only must name faults of --list, not nothing.'],
  [{ only: 'a', pairs: true }, '--pairs needs two faults at least.'],
  [{ seed: '-1' }, '--seed must be a whole number from 0 to 2147483648, not -1.'],
  [{ fans: '3' }, '--fans must be a whole number from 20 to 10000, not 3.'],
])('%j is answered with a sentence', (values, sentence) => {
  expect(readChaosOptions(values, ids)).toBe(sentence);
});
