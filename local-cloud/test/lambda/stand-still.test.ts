import { expect, test } from '@jest/globals';
import type { RunningFunction } from '../../lambda/running-function.ts';
import { answerStandStill } from '../../lambda/stand-still.ts';

const stood: [string, number][] = [];
const functions = ['PacemakerKeepPace', 'TrialKeepPace', 'JoinLine'].map(
  (name) => ({ name, standStill: (ms: number) => stood.push([name, ms]) }) as unknown as RunningFunction,
);
const named = (part: string) => functions.filter(({ name }) => name.includes(part));
const put = (body: string, method = 'PUT') => answerStandStill(named, { method, body: Buffer.from(body) });

test('every function of the name stands still, and the answer says which', () => {
  const { status, body } = put('{"function":"KeepPace","ms":5000}');
  expect([status, JSON.parse(body)]).toEqual([200, { functions: ['PacemakerKeepPace', 'TrialKeepPace'] }]);
  expect(stood).toEqual([
    ['PacemakerKeepPace', 5000],
    ['TrialKeepPace', 5000],
  ]);
});

test.each([
  ['no function has the name', '{"function":"Nobody","ms":1}', 404],
  ['no name', '{"ms":1}', 400],
  ['an empty name', '{"function":"","ms":1}', 400],
  ['no time', '{"function":"JoinLine"}', 400],
  ['for ever', '{"function":"JoinLine","ms":1e12}', 400],
  ['no JSON', 'stop it', 400],
  ['null', 'null', 400],
])('is refused: %s', (_, body, status) => {
  const before = stood.length;
  expect(put(body).status).toBe(status);
  expect(stood).toHaveLength(before);
});

test('is refused with another method', () => expect(put('{}', 'GET').status).toBe(405));
