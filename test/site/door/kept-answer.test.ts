import { expect, test } from '@jest/globals';
import { ask, type Browser } from '../../../site/api.ts';
import { anyOffset, boundsOf } from '../../../site/clock.ts';
import { withoutDate } from '../../../site/door/kept-answer.ts';

test('an answer that the worker kept tells no time, and is else as it was', async () => {
  const headers = { date: 'Sat, 21 Nov 2026 09:00:00 GMT', age: '2', 'content-type': 'application/json' };
  const given = withoutDate(new Response('{"live":""}', { headers }));
  expect(given.headers.get('content-type')).toBe('application/json');
  const browser: Browser = { send: async () => given, wait: async () => {}, chance: () => 0, now: () => 1_000 };
  const answer = await ask(browser, { url: '/config.json', cache: 'no-store' });
  if (!answer.ok) throw new Error('not read');
  expect(answer.body).toEqual({ live: '' });
  expect(boundsOf(answer.seen)).toEqual(anyOffset);
});
