import { expect, test } from '@jest/globals';
import { dealtWith } from '../../lambda/batch-response.ts';
import type { Invocation } from '../../lambda/invocation.ts';

const ids = ['a', 'b', 'c'];
const returned = (answer: unknown): Invocation => ({ outcome: 'returned', payload: JSON.stringify(answer) });
const failures = (...named: unknown[]) => ({ batchItemFailures: named.map((itemIdentifier) => ({ itemIdentifier })) });

test.each<[string, Invocation, readonly string[]]>([
  ['no failures', returned(failures()), []],
  ['nothing at all', returned(null), []],
  ['an empty object', returned({}), []],
  ['some failures', returned(failures('b', 'c')), ['b', 'c']],
  ['an unknown message', returned(failures('b', 'x')), ids],
  ['an empty name', returned(failures('')), ids],
  ['no name', returned(failures(null)), ids],
  ['failures that are no list', returned({ batchItemFailures: 'b' }), ids],
  ['an error', { outcome: 'failed', payload: '{}' }, ids],
])('with partial failures, an answer with %s', (_, invocation, failed) => {
  const dealt = dealtWith(ids, invocation, true);
  expect(dealt.failed).toEqual(failed);
  expect(dealt.done).toEqual(ids.filter((id) => !failed.includes(id)));
});

test('without partial failures a batch stands or falls as one', () => {
  expect(dealtWith(ids, returned(failures('b')), false)).toEqual({ done: ids, failed: [] });
  expect(dealtWith(ids, { outcome: 'failed', payload: '{}' }, false)).toEqual({ done: [], failed: ids });
});
