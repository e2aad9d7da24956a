import { expect, test } from '@jest/globals';
import { readPutBackOptions } from '../../../lib/put-back/options.ts';

const now = Date.parse('2027-03-08T09:00:00Z');
const read = (...args: readonly string[]) => readPutBackOptions(args, now);
const to = ['--to', '2027-03-07T08:59:00Z'];

test('of this machine, and of a stage on AWS', () => {
  expect(read('--files', 'pages', ...to)).toEqual({
    ...{ files: 'pages', moment: Date.parse('2027-03-07T08:59:00Z'), onlyGone: false, look: false },
    ...{ stage: 'example', at: { is: 'here', state: '.stampede' } },
  });
  const more = ['--only-gone', '--under', 'catalogue/', '--look', '--stage', 'hall', '--outputs', 'outputs.json'];
  expect(read('--files', 'published', ...to, ...more)).toMatchObject({
    ...{ files: 'published', onlyGone: true, under: 'catalogue/', look: true, stage: 'hall' },
    at: { is: 'aws', outputs: 'outputs.json' },
  });
});

test.each([
  [['--files', 'boards', ...to], '--files is pages or published, not boards'],
  [[...to], '--files is pages or published, not left out'],
  [['--files', 'pages'], 'not left out'],
  [['--files', 'pages', '--to', '2027-03-07 08:59'], 'a moment with its zone'],
  [['--files', 'pages', '--to', '2027-03-07T08:59:00'], 'a moment with its zone'],
  [['--files', 'pages', '--to', '2027-13-07T08:59:00Z'], 'a moment with its zone'],
  [['--files', 'pages', '--to', '2027-03-08T09:00:01Z'], 'is to come'],
  [['--files', 'published', '--to', '2027-03-01T08:59:00Z'], 'at most 7 days ago'],
  [['--files', 'pages', '--to', '2027-02-01T08:59:00Z'], 'at most 30 days ago'],
  [['--files', 'pages', ...to, '--outputs', 'o.json'], '--stage names the stage'],
  [['--files', 'pages', ...to, '--outputs', 'o.json', '--state', 's'], '--state is a stage on this machine'],
  [['--files', 'pages', ...to, '--everything'], "Unknown option '--everything'"],
])('%j is wrong', (args, says) => {
  expect(read(...args)).toEqual(expect.stringContaining(says));
});
