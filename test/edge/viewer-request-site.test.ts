import { globSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { builtFunction } from './built.ts';

let edge: Awaited<ReturnType<typeof builtFunction>>;
beforeAll(async () => {
  edge = await builtFunction('viewer-request-site');
});

const fileFor = (path: string) => {
  const decision = edge({ path });
  return decision.go === 'on' ? decision.request.path : decision.response.status;
};

describe('addresses without extensions', () => {
  test.each([
    ['/', '/index.html'],
    ['/line', '/line.html'],
    ['/Order-Book', '/order-book.html'],
    ['/hall/', '/hall.html'],
    ['//checkout', '/checkout.html'],
    ['/index.html', '/index.html'],
    ['/assets/App-Bx9.js', '/assets/App-Bx9.js'],
    ['/config.json', '/config.json'],
    ['/%69ndex.html', '/index.html'],
  ])('%s is the file %s', (path, file) => {
    expect(fileFor(path)).toBe(file);
  });

  test.each(['/../secret', '/a/%2e%2e/b', '/%', '/a%2fb', '/%00'])('%s is refused', (path) => {
    expect(fileFor(path)).toBe(400);
  });

  test.each(['/shows/hamlet', '/no-such-page', '/API/basket', '/index/line'])('%s is no page, and says so', (path) => {
    const decision = edge({ path });
    expect(decision).toMatchObject({ go: 'back', response: { status: 404 } });
    expect(decision.go === 'back' && decision.response.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('every page of the site has its address', () => {
    const pages = globSync('*.html', { cwd: `${import.meta.dirname}/../../site` }).map((file) => `/${file}`);
    expect(pages.length).toBeGreaterThan(5);
    const reached = pages.map((page) => fileFor(page.replace('.html', '')));
    expect(reached).toEqual(pages.map((page) => (page === '/404.html' ? 404 : page)));
  });

  test('the query goes on untouched', () => {
    expect(edge({ path: '/line', query: 'onsale=friends&a=%20' })).toMatchObject({
      request: { path: '/line.html', query: 'onsale=friends&a=%20' },
    });
  });
});

describe('hot links', () => {
  const picture = (referer: string | undefined, path = '/assets/stage.jpg') =>
    edge({ path, headers: { host: 'tickets.example.org', ...(referer !== undefined && { referer }) } });

  test.each([
    'https://elsewhere.example/page',
    'https://tickets.example.org.evil.test/',
    'http://evil@elsewhere.example/',
    'https://tickets.example.org@evil.test/',
  ])('a picture on %s is refused', (referer) => {
    const decision = picture(referer);
    expect(decision).toMatchObject({ go: 'back', response: { status: 403 } });
  });

  test.each([undefined, '', 'https://tickets.example.org/line', 'HTTPS://Tickets.Example.org/', 'about:client'])(
    'a picture on %s is served',
    (referer) => {
      expect(picture(referer).go).toBe('on');
    },
  );

  test('a link to a page is welcome from anywhere', () => {
    expect(picture('https://elsewhere.example/', '/line').go).toBe('on');
    expect(picture('https://elsewhere.example/', '/').go).toBe('on');
    for (const path of ['/a.woff2', '/A.JS', '/x.SVG']) {
      expect(picture('https://elsewhere.example/', path).go).toBe('back');
    }
  });
});

test('no request makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, referer) => {
      const decision = edge({ path: `/${path}`, headers: { host: 'h', referer } });
      if (decision.go === 'back') expect([400, 403, 404]).toContain(decision.response.status);
    }),
    { numRuns: 500 },
  );
});
