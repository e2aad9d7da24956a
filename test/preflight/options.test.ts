import { expect, test } from '@jest/globals';
import { readPreflightOptions } from '../../preflight/options.ts';

test('a stage, a moment and a form are read', () => {
  expect(readPreflightOptions(['-c', 'stage=live'])).toEqual({ stage: 'live', json: false });
  expect(readPreflightOptions(['--context', 'stage=live', '--json', '--doors=2027-03-06T09:00Z'])).toEqual({
    stage: 'live',
    json: true,
    doors: Date.parse('2027-03-06T09:00Z'),
  });
});

test('the run-up that is told is read', () => {
  const options = readPreflightOptions(['-c', 'stage=live', '--report', 'outputs.json']);
  expect(options).toMatchObject({ stage: 'live', report: 'outputs.json' });
});

test.each([
  ['-c', 'stage=live', '--report'],
  [],
  ['-c'],
  ['-c', 'live'],
  ['-c', 'stage=live', '--doors', 'soon'],
  ['-c', 'stage=live', '--fix'],
])('%s %s %s is refused with a sentence', (...args) => {
  expect(typeof readPreflightOptions(args.filter((arg) => arg !== undefined))).toBe('string');
});
