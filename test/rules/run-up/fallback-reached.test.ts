import { describe, expect, test } from '@jest/globals';
import { type FallbackAnswer, fallbackPlace, fallbackReached } from '../../../rules/run-up/fallback-reached.ts';

const place = { at: 'https://box-office.example.org', as: 'tickets.example.org' };
const to = (location: string): FallbackAnswer => ({ status: 302, location, tookMs: 300 });

describe('the fallback', () => {
  test.each<[string, FallbackAnswer]>([
    ['answers with a page', { status: 200, tookMs: 412 }],
    ['leads to another site', to('https://old.example.org/now')],
    ['leads to a page of its own', to('/en/')],
  ])('is good where it %s', (_, answer) => {
    expect(fallbackReached(answer, place)).toMatchObject({ good: true, says: expect.stringMatching(/ s\.$/) });
  });

  test.each<[string, FallbackAnswer, RegExp]>([
    ['is not known by this name', { status: 404, tookMs: 90 }, /answered 404/],
    ['fails', { status: 503, tookMs: 90 }, /answered 503/],
    ['gives no answer', { fault: 'TimeoutError', tookMs: 10_000 }, /no answer \(TimeoutError\) within 10.0 s/],
    ['has a certificate for another name', { fault: 'ERR_TLS_CERT_ALTNAME_INVALID', tookMs: 80 }, /ALTNAME/],
    ['sends fans in a circle', to('https://tickets.example.org/'), /circle/],
    ['leads nowhere', { status: 301, tookMs: 80 }, /circle/],
  ])('is bad where it %s', (_, answer, says) => {
    expect(fallbackReached(answer, place)).toEqual({ good: false, says: expect.stringMatching(says) });
  });

  test('is said without its address: where a report is read, nobody needs it', () => {
    for (const answer of [{ status: 200, tookMs: 1 }, to('https://old.example.org/?fan=1')])
      expect(fallbackReached(answer, place).says).not.toMatch(/example\.org|fan=/);
  });
});

describe('its place', () => {
  test('is an address without a path, and a name', () => {
    expect(fallbackPlace(JSON.stringify(place))).toEqual(place);
    expect(fallbackPlace('{"at":"http://127.0.0.1:8080","as":"tickets.example.org"}').at).toContain('8080');
  });

  test.each([
    '{"at":"https://box-office.example.org/a","as":"tickets.example.org"}',
    '{"at":"https://somebody@box-office.example.org","as":"tickets.example.org"}',
    '{"at":"file:///etc/passwd","as":"tickets.example.org"}',
    '{"at":"https://box-office.example.org","as":"tickets example"}',
    '{"at":"https://box-office.example.org","as":"tickets.example.org","path":"/"}',
    'box-office.example.org',
  ])('is nothing else: %s', (told) => {
    expect(() => fallbackPlace(told)).toThrow();
  });
});
