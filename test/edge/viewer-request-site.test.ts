import { globSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { languages } from '../../contracts/languages.ts';
import fc from '../properties.ts';
import { batchesOf, deployedFunction, type Edge, edgeOf, engines } from './built.ts';
import { problemIn } from './problem-in.ts';

describe.each(engines)('in %s', (_name, engine) => {
  let edge: Edge;
  beforeAll(async () => {
    edge = edgeOf(await deployedFunction('viewer-request-site'), engine);
  });

  const fileFor = async (path: string) => {
    const decision = await edge.ask({ path });
    return decision.go === 'on' ? decision.request.path : decision.response.status;
  };

  describe('addresses without extensions', () => {
    test.each([
      ['/', '/catalogue/pages/en/season.html'],
      ['/shows/hamlet', '/catalogue/pages/en/shows/hamlet.html'],
      ['/shows/hamlet/', '/catalogue/pages/en/shows/hamlet.html'],
      ['/cy', '/catalogue/pages/cy/season.html'],
      ['/de/shows/hamlet', '/catalogue/pages/de/shows/hamlet.html'],
      ['/line', '/line.html'],
      ['/Order-Book', '/order-book.html'],
      ['/hall/', '/hall.html'],
      ['//checkout', '/checkout.html'],
      ['/index.html', '/catalogue/pages/en/season.html'],
      ['/Line.html', '/line.html'],
      ['/cy/line.html', '/cy/line.html'],
      ['/assets/App-Bx9.js', '/assets/App-Bx9.js'],
      ['/config.json', '/config.json'],
      ['/%69ndex.html', '/catalogue/pages/en/season.html'],
    ])('%s is the file %s', async (path, file) => {
      expect(await fileFor(path)).toBe(file);
    });

    test.each(['/../secret', '/a/%2e%2e/b', '/%', '/a%2fb', '/%00'])('%s is refused', async (path) => {
      expect(problemIn(await edge.ask({ path }))).toMatchObject({ type: '/problems/bad-request', status: 400 });
    });

    test.each(['/API/basket', '/Api/', '/api', '/aPi/openapi.json'])('%s is no address of the API', async (path) => {
      expect(problemIn(await edge.ask({ path }))).toMatchObject({ type: '/problems/not-found', status: 404 });
    });

    test.each([
      '/shows',
      '/Shows/hamlet',
      '/shows/hamlet/1',
      '/xx',
      '/xx/shows/hamlet',
      '/no-such-page',
      '/apis',
      '/index/line',
    ])('%s is no page, and says so', async (path) => {
      const decision = await edge.ask({ path });
      expect(decision).toMatchObject({ go: 'back', response: { status: 404 } });
      expect(decision.go === 'back' && decision.response.headers['content-type']).toBe('text/html; charset=utf-8');
    });

    test('every page of the site has its address', async () => {
      const pages = globSync('*.html', { cwd: `${import.meta.dirname}/../../site` }).map((file) => `/${file}`);
      expect(pages.length).toBeGreaterThan(5);
      const reached = await Promise.all(pages.map((page) => fileFor(page.replace('.html', ''))));
      const fileOf = (page: string) => (page === '/index.html' ? '/catalogue/pages/en/season.html' : page);
      expect(reached).toEqual(pages.map((page) => (page === '/404.html' ? 404 : fileOf(page))));
    });

    test('the query goes on untouched', async () => {
      expect(await edge.ask({ path: '/line', query: 'onsale=friends&a=%20' })).toMatchObject({
        request: { path: '/line.html', query: 'onsale=friends&a=%20' },
      });
    });
  });

  describe('the language of a page', () => {
    const pageFor = async (headers: Record<string, string>, path = '/line') => {
      const decision = await edge.ask({ path, headers });
      return decision.go === 'on' ? decision.request.path : decision.response.body.toString();
    };

    test.each([
      ['cy', '/cy/line.html'],
      ['CY-GB', '/cy/line.html'],
      ['de-AT,de;q=0.9,en;q=0.8', '/de/line.html'],
      ['en-GB,en;q=0.9,cy;q=0.8', '/line.html'],
      ['it, fr;q=0.4, es;q=0.7', '/es/line.html'],
      ['fr;q=0.5,de;q=0.5', '/fr/line.html'],
      ['fr;q=0, de;q=0.1', '/de/line.html'],
      ['pl', '/line.html'],
      ['pl, *;q=0.5', '/line.html'],
      ['*, cy;q=0.2', '/line.html'],
      ['', '/line.html'],
      ['fr;q=9', '/line.html'],
      ['fr;q=0.1234', '/line.html'],
      ['fr;level=1', '/line.html'],
      ['constructor', '/line.html'],
      ['../../fr', '/line.html'],
      [`${'xx,'.repeat(5000)}fr`, '/line.html'],
    ])('asked for “%.30s” it is %s', async (accepted, file) => {
      expect(await pageFor({ 'accept-language': accepted })).toBe(file);
    });

    test('what the fan chose counts more than what the browser prefers', async () => {
      const headers = { 'accept-language': 'de', cookie: 'a=b; stampede-language=cy' };
      expect(await pageFor(headers)).toBe('/cy/line.html');
      expect(await pageFor(headers, '/')).toBe('/catalogue/pages/cy/season.html');
      expect(await pageFor({ 'accept-language': 'de', cookie: 'stampede-language=klingon' })).toBe('/de/line.html');
      expect(await pageFor({ 'accept-language': 'de', cookie: 'stampede-language=/../secret' })).toBe('/de/line.html');
    });

    test('an address that names a language is in it, whatever the fan reads else', async () => {
      const headers = { 'accept-language': 'de', cookie: 'stampede-language=fr' };
      expect(await pageFor(headers, '/cy/shows/hamlet')).toBe('/catalogue/pages/cy/shows/hamlet.html');
      expect(await pageFor(headers, '/shows/hamlet')).toBe('/catalogue/pages/fr/shows/hamlet.html');
    });

    test('an address that is none says so in it, and files and staff’s pages are the same in all', async () => {
      const headers = { 'accept-language': 'cy' };
      expect(await pageFor(headers, '/no-such-page')).toBe('Ddim yma');
      expect(await pageFor(headers, '/order-book')).toBe('/order-book.html');
      expect(await pageFor(headers, '/config.json')).toBe('/config.json');
    });

    const choose = async (path: string, query: string) => {
      const decision = await edge.ask({ path, query });
      if (decision.go === 'on') return decision.request.path;
      const { status, headers, cookies } = decision.response;
      return { status, location: headers.location, cookies };
    };

    test.each(languages)('?lang=%s is kept, and the address goes on without it', async (language) => {
      expect(await choose('/line', `on-sale=friends&lang=${language}&a=%20b+c`)).toEqual({
        status: 302,
        location: '/line?on-sale=friends&a=%20b+c',
        cookies: [`stampede-language=${language}; Path=/; Max-Age=31536000; Secure; SameSite=Lax`],
      });
    });

    test.each([
      ['/', 'lang=cy', '/'],
      ['//evil.example', 'lang=cy', '/evil.example'],
      ['/show', 'lang=cy&lang=cy&id=a&id=b', '/show?id=a&id=b'],
      ['/show', 'id=a%26b%3Dc%0d%0aset-cookie:x&lang=cy', '/show?id=a%26b%3Dc%0d%0aset-cookie:x'],
      ['/show', 'id=ä"<&lang=cy', '/show?id=%C3%A4%22%3C'],
    ])('%s?%s leads to %s', async (path, query, location) => {
      expect(await choose(path, query)).toMatchObject({ location });
    });

    test.each(['lang=xx', 'lang=', 'lang=cy&lang=xx', 'Lang=cy'])('?%s chooses nothing', async (query) => {
      expect(await choose('/line', query)).toBe('/line.html');
    });
  });

  describe('hot links', () => {
    const picture = (referer: string | undefined, path = '/assets/stage.jpg') =>
      edge.ask({ path, headers: { host: 'tickets.example.org', ...(referer !== undefined && { referer }) } });

    test.each([
      'https://elsewhere.example/page',
      'https://tickets.example.org.evil.test/',
      'http://evil@elsewhere.example/',
      'https://tickets.example.org@evil.test/',
    ])('a picture on %s is refused', async (referer) => {
      expect(problemIn(await picture(referer))).toMatchObject({ type: '/problems/not-for-other-sites', status: 403 });
    });

    test.each([undefined, '', 'https://tickets.example.org/line', 'HTTPS://Tickets.Example.org/', 'about:client'])(
      'a picture on %s is served',
      async (referer) => {
        expect((await picture(referer)).go).toBe('on');
      },
    );

    test('a site that the settings name is welcome, and every site where they say so', async () => {
      const answers = async (linkedFrom: readonly string[] | null, referer: string) => {
        const other = edgeOf(await deployedFunction('viewer-request-site', linkedFrom), engine);
        const headers = { host: 'tickets.example.org', referer };
        return (await other.ask({ path: '/assets/stage.jpg', headers })).go;
      };
      const own = ['www.theatre.example', 'blog.theatre.example:8443'];
      expect(await answers(own, 'https://WWW.theatre.example/news')).toBe('on');
      expect(await answers(own, 'https://blog.theatre.example:8443/')).toBe('on');
      expect(await answers(own, 'https://theatre.example/')).toBe('back');
      expect(await answers(own, 'https://www.theatre.example.evil.test/')).toBe('back');
      expect(await answers(null, 'https://elsewhere.example/')).toBe('on');
    });

    test('a link to a page is welcome from anywhere', async () => {
      expect((await picture('https://elsewhere.example/', '/line')).go).toBe('on');
      expect((await picture('https://elsewhere.example/', '/')).go).toBe('on');
      for (const path of ['/a.woff2', '/A.JS', '/x.SVG']) {
        expect((await picture('https://elsewhere.example/', path)).go).toBe('back');
      }
    });
  });

  test('no request makes it fail', async () => {
    const anyRequest = fc
      .tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.boolean())
      .map(([path, text, choosing]) => ({
        path: `/${path}`,
        headers: { host: 'h', referer: text, 'accept-language': text, cookie: text },
        query: choosing ? `lang=de&x=${text}&${text}` : '',
      }));
    await fc.assert(
      fc.asyncProperty(batchesOf(anyRequest), async (batch) => {
        for (const decision of await edge.askAll(batch)) {
          if (decision.go === 'back') expect([302, 400, 403, 404]).toContain(decision.response.status);
          if (decision.go === 'back') expect(decision.response.headers.location ?? '/').toMatch(/^\/(?!\/)[!-~]*$/);
        }
      }),
      { numRuns: 40 },
    );
  });
});
