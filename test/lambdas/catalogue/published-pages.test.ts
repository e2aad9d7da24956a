import { describe, expect, test } from '@jest/globals';
import { type Language, languages } from '../../../contracts/languages.ts';
import { published } from '../../../contracts/paths.ts';
import { dataOf } from '../../../lambdas/catalogue/pages/page-frame.ts';
import { pagesOf } from '../../../lambdas/catalogue/pages/pages-of-season.ts';
import { seasonOf, showOf } from '../../../lambdas/catalogue/season-files.ts';
import fc from '../../properties.ts';
import { draft } from './season.ts';

const site = 'https://tickets.example.org';

function pages(change: (season: ReturnType<typeof draft>) => void = () => {}, now = 1): ReadonlyMap<string, string> {
  const season = structuredClone(draft());
  change(season);
  const shows = season.shows.map((show) => showOf(season, show));
  const { ofShows, ofSeason } = pagesOf({ season: seasonOf(season), shows, site, now });
  return new Map([...ofShows, ...ofSeason].map(({ path, text }) => [path, text]));
}

const storm = (made: ReadonlyMap<string, string>, language: Language = 'en') =>
  made.get(published.showPage(language, 'storm')) ?? '';

function factsIn(html: string): readonly Record<string, unknown>[] {
  const [, json = 'null'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json) as readonly Record<string, unknown>[];
}

/** All that a browser would run, load or take for an element's end is in the template and not in a venue's text. */
const scripts = (html: string) => html.match(/<script/gi)?.length;

describe('published pages', () => {
  test('there is one of the season and of every show in each language', () => {
    const made = pages();
    for (const language of languages) {
      expect(made.get(published.seasonPage(language))).toContain(`<html lang="${language}">`);
      expect(storm(made, language)).toContain(`<html lang="${language}">`);
    }
  });

  test('a show is whole before any script: its title, dates with their year, prices, and the plain page', () => {
    const html = storm(pages());
    expect(html).toContain('<h1 dir="auto">The Storm</h1>');
    expect(html).toMatch(/<h3>May 2033<\/h3>/);
    expect(html).toContain('from £');
    expect(html).toContain('href="/hall?performance=storm-1"');
    expect(html).toMatch(/<noscript>.*href="\/plain".*<\/noscript>/);
  });

  test('a link to it previews, and leads to each language', () => {
    const html = storm(pages(), 'cy');
    expect(html).toContain(`<link rel="canonical" href="${site}/cy/shows/storm">`);
    expect(html).toContain(`<link rel="alternate" hreflang="de" href="${site}/de/shows/storm">`);
    expect(html).toContain(`<link rel="alternate" hreflang="x-default" href="${site}/shows/storm">`);
    expect(html).toContain('<meta property="og:title" content="The Storm · ');
    expect(pages().get(published.seasonPage('cy'))).toContain(`<link rel="canonical" href="${site}/cy">`);
  });

  test('search engines read each performance: its time with the venue’s offset, its prices with their currency', () => {
    const [first, ...more] = factsIn(storm(pages()));
    expect(more).toHaveLength(1);
    expect(first).toMatchObject({
      '@type': 'TheaterEvent',
      name: 'The Storm',
      startDate: '2033-05-18T04:33:20+01:00',
      location: { name: 'Playhouse' },
      url: `${site}/shows/storm`,
      offers: { '@type': 'AggregateOffer', lowPrice: '20.00', highPrice: '40.00', priceCurrency: 'GBP' },
    });
  });

  test('an offer waits for its doors, is there from then on, and ends with its last on-sale', () => {
    const availability = (now: number) =>
      factsIn(storm(pages(undefined, now)))[0]?.offers as { availability: string } | undefined;
    const { onSales } = draft();
    const first = Math.min(...onSales.map(({ opensAt }) => opensAt));
    const last = Math.max(...onSales.map(({ closesAt }) => closesAt));
    expect(availability(first - 1)?.availability).toMatch(/PreSale$/);
    expect(availability(first)?.availability).toMatch(/InStock$/);
    expect(availability(last)).toBeUndefined();
  });

  const hostile = [
    '</script><script>alert(1)</script>',
    '<!--<script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></head>',
    '&lt;b&gt; \u2028 ]]>',
  ];
  test.each(hostile)('a title of %s stays a title', (title) => {
    const usual = storm(pages());
    const made = pages((season) => {
      season.title = title;
      season.venue = title;
      for (const onSale of season.onSales) Object.assign(onSale, { title, audienceName: title });
      for (const show of season.shows) {
        Object.assign(show, { title, byline: title, description: title, venue: title });
        for (const performance of show.performances) performance.note = title;
      }
    });
    for (const [path, html] of made) {
      if (path === published.posterColours()) continue;
      expect(scripts(html)).toBe(scripts(usual));
      expect(html).not.toMatch(/<img|<!--/);
      expect(html).not.toMatch(/<[^>"]*(?:"[^"]*"[^>"]*)*\son\w+=/);
    }
    expect(factsIn(storm(made))[0]?.name).toBe(title);
  });

  test('facts are JSON that no text can leave', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const data = dataOf({ text }).text;
        expect(JSON.parse(data)).toEqual({ text });
        expect(data).not.toMatch(/[<>&\u2028\u2029]/);
      }),
    );
  });

  test('no page has styles of its own: the colours of posters are a file', () => {
    const made = pages();
    for (const [path, html] of made) if (path.endsWith('.html')) expect(html).not.toMatch(/<style|\sstyle=/);
    expect(made.get(published.posterColours())).toMatch(/\.paper-storm\{background-color:#[0-9a-f]{6};color:#/);
  });
});
