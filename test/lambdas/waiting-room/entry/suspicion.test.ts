import { describe, expect, test } from '@jest/globals';
import { isCounted, manyJoins, suspicionOf, traitsOf } from '../../../../lambdas/waiting-room/entry/suspicion.ts';
import fc from '../../../properties.ts';

const through = (viewer: string) => ({ 'x-forwarded-for': `${viewer}, 130.176.1.1` });
const newSafari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const people: readonly [string, Record<string, string>][] = [
  ['a new phone', { 'user-agent': newSafari, 'accept-language': 'en-GB,en;q=0.9', 'sec-fetch-site': 'same-origin' }],
  ['a phone from before sec-fetch', { 'user-agent': 'Mozilla/5.0 (iPhone; OS 12_5)', 'accept-language': 'cy' }],
  ['a browser that hides its languages', { 'user-agent': 'Mozilla/5.0', 'sec-fetch-site': 'same-origin' }],
  ['a screen reader’s browser with a name of its own', { 'user-agent': 'Ruby Reader 3', 'accept-language': 'de' }],
];
const programs = ['curl/8.5.0', 'python-requests/2.32.3', 'Go-http-client/1.1', 'node', 'okhttp/4.12.0', 'axios/1.7'];

describe('people', () => {
  test.each(people.slice(0, 3))('%s is never suspected, however many share its address', (_, headers) => {
    const traits = traitsOf({ ...through('203.0.113.9'), ...headers });
    expect(isCounted(traits)).toBe(false);
    for (const joins of [1, manyJoins, 1_000_000]) expect(suspicionOf(traits, joins)).toBeUndefined();
  });

  test('one weak sign alone is none: a script’s name with the marks of a browser, or no marks at all', () => {
    const named = traitsOf({ ...through('203.0.113.9'), ...people[3]?.[1] });
    const bare = traitsOf({ ...through('203.0.113.9'), 'user-agent': 'Mozilla/5.0 (Nintendo 3DS)' });
    const silent = traitsOf(through('203.0.113.9'));
    for (const traits of [named, bare, silent]) {
      expect(suspicionOf(traits, 1)).toBeUndefined();
      expect(suspicionOf(traits, manyJoins - 1)).toBeUndefined();
      expect(suspicionOf(traits, manyJoins)).toBe('many-from-one-address');
    }
  });

  test('whatever a browser with marks sends, it is not suspected', () => {
    const headers = fc.record({ 'accept-language': fc.string({ minLength: 1 }), 'user-agent': fc.string() });
    fc.assert(
      fc.property(headers, fc.nat(10_000_000), (given, joins) => {
        const traits = traitsOf({ ...given, 'accept-language': `x${given['accept-language']}` });
        expect(suspicionOf({ ...traits, script: false }, joins)).toBeUndefined();
      }),
    );
  });
});

test.each(programs)('%s, which says so and shows no marks, is not a browser', (name) => {
  expect(suspicionOf(traitsOf({ 'user-agent': name }), 1)).toBe('not-a-browser');
});

test.each(['Mozilla/5.0 curl', 'Curling club browser', 'Javanese 1.0', 'nodebug', ''])(
  '%j is not the name of a script',
  (name) => expect(traitsOf({ 'user-agent': name }).script).toBe(false),
);

describe('the viewer’s address', () => {
  const of = (forwarded?: string) => traitsOf({ 'x-forwarded-for': forwarded }).address;

  test('is the second from the right: the viewer wrote everything before it', () => {
    expect(of('203.0.113.9, 130.176.1.1')).toBe('203.0.113.9');
    expect(of('1.1.1.1, 2.2.2.2, 203.0.113.9, 130.176.1.1')).toBe('203.0.113.9');
    expect(of('203.0.113.9')).toBe('203.0.113.9');
    expect(of(' , ')).toBeUndefined();
    expect(of(undefined)).toBeUndefined();
  });

  test('of version 6 is its /64, however it is spelled', () => {
    const one = of('2001:0db8:0000:0042:1:2:3:4, 130.176.1.1');
    expect(one).toBe('2001:db8:0:42::/64');
    expect(of('2001:DB8:0:42::9, x')).toBe(one);
    expect(of('2001:db8:0:43::9, x')).not.toBe(one);
    expect(of('2001:db8::1, x')).toBe('2001:db8:0:0::/64');
    expect(of('::1, x')).toBe('0:0:0:0::/64');
  });

  test('no header makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void traitsOf({ 'x-forwarded-for': text, 'user-agent': text })));
  });
});
