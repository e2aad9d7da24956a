import { describe, expect, test } from '@jest/globals';
import { type AnswerKind, contentSecurityPolicy } from '../../../contracts/answer-headers.ts';
import { apiPrefix } from '../../../contracts/api.ts';
import { type SmokeAnswer, smoke } from '../../../lib/smoke/smoke.ts';

const noSuchRoute = `${apiPrefix}no-such-route`;

const answer = (kind: AnswerKind, type: string, body: unknown, status = 200): SmokeAnswer => ({
  status,
  headers: {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(kind, { live: 'https://live.tickets.example.org' }),
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  },
  text: typeof body === 'string' ? body : JSON.stringify(body),
});
const page = (kind: AnswerKind = 'pages') => answer(kind, 'text/html; charset=utf-8', '<!doctype html>');
const file = (body: unknown) => answer('files', 'application/json', body);
const problem = { type: 'https://example.org/problems/not-found', title: 'Nothing is here', status: 404 };

/** A stage with a season, one line of which is open. */
const stage: Readonly<Record<string, SmokeAnswer>> = {
  ...Object.fromEntries(
    ['/', '/de', '/fr', '/es', '/cy', '/line', '/hall', '/shows/tide'].map((path) => [path, page()]),
  ),
  '/door': page('door'),
  '/no-such-page': { ...page(), status: 404 },
  [noSuchRoute]: answer('api', 'application/problem+json', problem, 404),
  '/catalogue/season.json': file({ shows: [{ id: 'tide' }], onSales: [{ id: 'friends' }, { id: 'later' }] }),
  '/lines/friends/board.json': file({ onSale: 'friends', phase: 'open' }),
};

const faultsOf = async (changes: Readonly<Record<string, SmokeAnswer | undefined>> = {}) => {
  const all = { ...stage, ...changes };
  const found = await smoke(async (path) => {
    if (path in changes && changes[path] === undefined) throw new Error('connection refused');
    return all[path] ?? answer('problems', 'application/problem+json', problem, 404);
  });
  return { found, faults: found.flatMap(({ path, faults }) => faults.map((each) => `${path} ${each}`)) };
};

const without = (path: string, header: string): SmokeAnswer => {
  const { status, headers, text } = stage[path] ?? page();
  return { status, text, headers: { ...headers, [header]: '' } };
};

test('a stage that answers as it must has no faults, and its open line was looked at', async () => {
  const { found, faults } = await faultsOf();
  expect(faults).toEqual([]);
  expect(found.map(({ path }) => path).sort()).toEqual(Object.keys(stage).sort());
});

test('a stage that was just made has no season, and that is said', async () => {
  const { found, faults } = await faultsOf({
    '/catalogue/season.json': answer('problems', 'application/problem+json', problem, 404),
  });
  expect(faults).toEqual([]);
  expect(found.at(-1)?.note).toMatch(/no season/);
});

describe('a fault is found', () => {
  test.each<[string, string, SmokeAnswer | undefined, RegExp]>([
    ['nobody answers', '/', undefined, /connection refused/],
    ['a language is not there', '/cy', { ...page(), status: 404 }, /answers 404 and not 200/],
    ['a page is an error of S3', '/', answer('pages', 'application/xml', '<Error/>'), /not text\/html/],
    ['a page that is none is found', '/no-such-page', page(), /answers 200 and not 404/],
    ['no HSTS', '/', without('/', 'strict-transport-security'), /strict-transport-security/],
    ['no CSP', '/line', without('/line', 'content-security-policy'), /content-security-policy without/],
    ['a page may be framed', '/', without('/', 'x-frame-options'), /x-frame-options/],
    ['the API fails', noSuchRoute, answer('api', 'application/json', { message: 'Forbidden' }, 403), /answers 403/],
    ['the API answers with a page', noSuchRoute, { ...page('api'), status: 404 }, /problem/],
    ['the season is cut short', '/catalogue/season.json', file('{"shows":['), /is not a season/],
    [
      'the season gives an error',
      '/catalogue/season.json',
      answer('files', 'application/json', {}, 500),
      /answers 500/,
    ],
    ['a show is not there', '/shows/tide', { ...page(), status: 404 }, /answers 404/],
    [
      'a board is that of another line',
      '/lines/friends/board.json',
      file({ onSale: 'later', phase: 'open' }),
      /not the board of friends/,
    ],
  ])('%s', async (_, path, given, complaint) => {
    const { faults } = await faultsOf({ [path]: given });
    expect(faults.join('\n')).toMatch(complaint);
    expect(faults.every((each) => each.startsWith(`${path} `))).toBe(true);
  });

  test('a policy that allows scripts in a page', async () => {
    const { status, text, headers } = page();
    const policy = `${headers['content-security-policy']}; script-src-elem 'unsafe-inline'`;
    const { faults } = await faultsOf({
      '/': { status, text, headers: { ...headers, 'content-security-policy': policy } },
    });
    expect(faults).toEqual([expect.stringMatching(/unsafe/)]);
  });
});
