import { describe, expect, test } from '@jest/globals';
import { headersOf, kindOf } from '../../contracts/answer-headers.ts';
import { apiPrefix } from '../../contracts/api.ts';

describe('the headers of an answer', () => {
  test.each([
    ['/', 'pages'],
    ['/order', 'order'],
    ['/Order', 'pages'],
    ['/orders', 'pages'],
    ['/door', 'door'],
    ['/Door', 'pages'],
    ['/order-book', 'staff'],
    ['/control-room', 'staff'],
    ['/Order-Book', 'pages'],
    ['/staff', 'staff'],
    ['/staff/', 'pages'],
    ['/plain/friends', 'pages'],
    ['/lines/friends/board.json', 'files'],
    ['/catalogue/season.json', 'files'],
    [`${apiPrefix}basket`, 'api'],
    [`${apiPrefix}performances/lear-3/availability`, 'api'],
    [`${apiPrefix}readings/friends-2027/Ab3_dE-9xYz0`, 'api'],
  ])('%s is of the kind %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });

  test('a payment form may run on the order’s page alone, and a camera at the door alone', () => {
    const payment = { script: ['https://pay.test'], frame: ['https://pay.test'], connect: ['https://pay.test'] };
    const of = (path: string) => headersOf(kindOf(path), { live: 'https://live.test', payment });
    expect(of('/order')['content-security-policy']).toContain("script-src 'self' https://pay.test;");
    expect(of('/checkout')['content-security-policy']).not.toContain('pay.test');
    expect(of('/checkout')['content-security-policy']).toContain("connect-src 'self' https://live.test;");
    expect(of('/order')['permissions-policy']).toContain('payment=(self "https://pay.test")');
    expect(of('/door')['permissions-policy']).toContain('camera=(self)');
    expect(of('/order')['permissions-policy']).toContain('camera=()');
    expect(of('/door')['content-security-policy']).toContain("worker-src 'self'");
  });

  test('the pages on which people of the house sign in speak to their issuer, and no other page', () => {
    const of = (path: string) =>
      headersOf(kindOf(path), { issuer: ['https://id.test/pool/'] })['content-security-policy'] ?? '';
    for (const path of ['/staff', '/order-book', '/control-room', '/door'])
      expect(of(path)).toContain("connect-src 'self' https://id.test/pool/;");
    for (const path of ['/', '/order', '/line', '/Order-Book']) expect(of(path)).not.toContain('id.test');
  });

  test('files and the API’s answers may do nothing as a page; a file may be read from anywhere', () => {
    for (const path of [`${apiPrefix}basket`, '/lines/friends/board.json'])
      expect(headersOf(kindOf(path), {})['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headersOf('files', {})['access-control-allow-origin']).toBe('*');
    expect(headersOf('api', {})['access-control-allow-origin']).toBeUndefined();
  });
});
