import { expect, test } from '@jest/globals';
import { readOptions } from '../../simulation/options.ts';

const read = (...args: readonly string[]) => readOptions(args, 2);

test('a thousand seeds on all cores unless something else is said', () => {
  expect(read()).toEqual({ from: 1, seeds: 1000, workers: 2, history: false, single: false });
  expect(read('--seeds', '10', '--from', '5', '--fans', '30', '--workers', '4')).toEqual({
    from: 5,
    seeds: 10,
    fans: 30,
    workers: 4,
    history: false,
    single: false,
  });
  expect(read('--seed', '4711', '--history', '--mutant', 'void')).toEqual({
    from: 4711,
    seeds: 1,
    workers: 1,
    mutant: 'void',
    history: true,
    single: true,
  });
});

test.each([
  [['--seeds', 'many'], /--seeds must be a whole number from 1/],
  [['--seeds', '0'], /--seeds/],
  [['--fans', '1.5'], /--fans/],
  [['--workers', ''], /--workers/],
  [['--seed', '1', '--seeds', '2'], /either --seed/],
  [['--history'], /--history goes with --seed/],
  [['--crash', '3-after'], /--crash goes with --seed/],
  [['--seed', '1', '--crash', '3'], /--crash must be like/],
  [['--mutant', 'unknown'], /There is no mutant unknown/],
  [['--sedes', '1'], /--sedes/],
  [['seven'], /seven/],
])('%j is refused with a sentence', (args, sentence) => {
  expect(readOptions(args, 2)).toMatch(sentence);
});
