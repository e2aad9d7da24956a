import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { languageNames, languages } from '../../contracts/languages.ts';
import { fanPages, fileInLanguage, staffPages } from '../../contracts/pages.ts';
import { seatLabel } from '../../contracts/plan.ts';
import { withHead } from '../../site/in-language.ts';
import { seatInWords } from '../../site/seat-name.ts';
import { builtSite } from './built-site.ts';
import { theatrePlan } from './theatre/plans.ts';
import { builtWords, sayAll, wordFiles } from './words.ts';

const site = join(import.meta.dirname, '../../site');
const others = languages.filter((language) => language !== 'en');

/** What only staff read. */
const inEnglishAlone = ['door.ts', 'order-book.ts'];

/** Words that are rightly the same in two languages. */
const same: Readonly<Record<string, readonly string[]>> = {
  cy: [],
  fr: [
    '.line.ts.minutes',
    '.check.ts.checkWords.rows.receipt.4.0',
    '.line-later.ts.laterWords.signal.notify',
    '.line-later.ts.laterWords.signal.vibrate',
    '.hall.ts.hallWords.plan',
    '.hall.ts.hallWords.total',
    '.order.ts.orderWords.total',
  ],
  de: ['.checkout.ts.checkoutWords.name', '.line-later.ts.laterWords.signal.vibrate'],
  es: ['.hall.ts.hallWords.total', '.order.ts.orderWords.total'],
};
/** Names of things, ways to write, and what is made of arguments alone. */
const sameInAll =
  /^\.(?:written|language|refusals|line-refusals)\.ts\.|\.(?:seat|picks)$|^\.check\.ts\.checkWords\.rows\.receipt\.4\.1$/;

describe.each(others)('in %s', (language) => {
  test('every file of words is there', () => {
    expect(wordFiles(language)).toEqual(wordFiles('en').filter((file) => !inEnglishAlone.includes(file)));
  });

  test('no word was left in English', async () => {
    const english = sayAll(await builtWords('en'), 3);
    const own = sayAll(await builtWords(language), 3);
    const left = Object.keys(own).filter((name) => own[name] === english[name] && /[A-Za-z]{2}/.test(own[name] ?? ''));
    expect(left.filter((name) => !sameInAll.test(name) && !same[language]?.includes(name))).toEqual([]);
    const empty = Object.keys(own).filter((name) => own[name] === '' && english[name] !== '');
    expect(empty).toEqual([]);
  });

  test.each([0, 1, 2, 3, 6, 21, 1234, 1_000_000])('whatever is counted can be counted to %d', async (n) => {
    const said = Object.values(sayAll(await builtWords(language), n));
    expect(said.filter((text) => /undefined|NaN|\[object|null/.test(text))).toEqual([]);
  });

  test('a number takes the form that the language has for it', async () => {
    const rules = new Intl.PluralRules(language);
    const words = (await builtWords(language))['season.ts']?.seasonWords as { performances: (n: number) => string };
    const forms = new Map<string, Set<string>>();
    for (let n = 0; n <= 120; n += 1) {
      const form = words.performances(n).replace(/\d+/, '#');
      forms.set(rules.select(n), (forms.get(rules.select(n)) ?? new Set()).add(form));
    }
    // One form a rule: no rule is split, and the count never slips into another's.
    expect([...forms.values()].filter((said) => said.size > 1)).toEqual([]);
    expect(new Set([...forms.values()].flatMap((said) => [...said])).size).toBe(language === 'cy' ? 4 : 2);
  });
});

test('Welsh has all six forms', async () => {
  const { seasonWords } = (await builtWords('cy'))['season.ts'] as {
    seasonWords: { performances: (n: number) => string };
  };
  expect([0, 1, 2, 3, 5, 6].map(seasonWords.performances)).toEqual([
    'Dim perfformiadau',
    '1 perfformiad',
    '2 berfformiad',
    '3 pherfformiad',
    '5 perfformiad',
    '6 pherfformiad',
  ]);
});

test('Welsh writes every day and month itself, since browsers may not', async () => {
  const { long, short } = (await builtWords('cy'))['written.ts'] as Record<string, (date: string) => string>;
  const english = (options: Intl.DateTimeFormatOptions) => (at: number) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(at);
  const days = Array.from({ length: 12 }, (_, month) => Date.UTC(2027, month, 1 + month));
  for (const [write, style] of [
    [long, 'long'],
    [short, 'short'],
  ] as const) {
    const names = new Set(
      days
        .map((at) => english({ weekday: style, day: 'numeric', month: style })(at))
        .map((date) => write?.(date) ?? ''),
    );
    const left = [...names].filter((name) =>
      /(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?:day|s|nes|rs|ur)?\b|January|February|April|May|June|July|August|October/.test(
        name,
      ),
    );
    expect(left).toEqual([]);
    expect(names.size).toBe(12);
  }
  expect(long?.('Saturday, 5 June 2027')).toBe('Dydd Sadwrn 5 Mehefin 2027');
  expect(short?.('Sat 5 Jun')).toBe('Sad 5 Meh');
});

test('in French no line begins with a colon, a question mark or the like', async () => {
  const said = sayAll(await builtWords('fr'), 3);
  expect(Object.entries(said).filter(([, text]) => / [:;?!»]|« /.test(text))).toEqual([]);
});

test('a seat’s name can be read out of what the platform calls it', () => {
  const plan = theatrePlan();
  for (const section of plan.sections) {
    for (const row of section.rows.slice(0, 2)) {
      const label = seatLabel(section, row.label, row.seats[0] as (typeof row.seats)[number]);
      // In English both are the same, which shows that the form is recognised and nothing of it is lost.
      expect(seatInWords(label)).toBe(label);
      expect(label).toMatch(/, row .+, seat .+$|, standing$/);
    }
  }
  expect(seatInWords('Box 3')).toBe('Box 3');
});

describe('as built', () => {
  let dist: string;
  beforeAll(() => {
    dist = builtSite();
  });
  const read = (path: string) => readFileSync(join(dist, path), 'utf8');
  const pages = [...fanPages, '404'] as const;

  test.each(languages)('every page for fans is there in %s, and says so', (language) => {
    for (const page of pages) {
      const html = read(fileInLanguage(page, language));
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(`<title>${withHead('{{title}}', page, language)}</title>`);
      expect(html).not.toMatch(/\{\{|\}\}/);
      for (const [, asset = ''] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) {
        expect({ page, asset, there: existsSync(join(dist, asset)) }).toMatchObject({ there: true });
      }
    }
  });

  test.each(languages)('a script in %s carries the words of that language only', async (language) => {
    const footers = new Map<string, string>();
    for (const one of languages) {
      footers.set(one, sayAll(await builtWords(one), 1)['.site.ts.siteWords.footer'] ?? '');
    }
    for (const page of fanPages) {
      const scripts = scriptsOf(fileInLanguage(page, language));
      const carried = [...footers].filter(([, footer]) => scripts.some((script) => script.includes(footer)));
      expect({ page, carried: carried.map(([one]) => one) }).toEqual({ page, carried: [language] });
    }
  });

  /** Every script that a page may load. */
  function scriptsOf(page: string): readonly string[] {
    const seen = new Map<string, string>();
    const open = [page];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path)) continue;
      seen.set(path, read(path));
      for (const [, asset = ''] of (seen.get(path) ?? '').matchAll(/(?:assets\/|["'`]\.\/)([\w.-]+\.js)/g)) {
        open.push(`assets/${asset}`);
      }
    }
    return [...seen.values()];
  }

  test('what is for staff is in English alone', () => {
    for (const page of staffPages) {
      expect(existsSync(join(dist, `${page}.html`))).toBe(true);
      for (const language of others) expect(existsSync(join(dist, language, `${page}.html`))).toBe(false);
    }
  });
});

describe('outside the catalogue', () => {
  const code = globSync('**/*.{ts,tsx}', {
    cwd: site,
    exclude: (name) => ['dist', 'order-book', 'door'].includes(name),
  });
  const text = (file: string) => readFileSync(join(site, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');

  test('no page says a word of its own', () => {
    expect(code.length).toBeGreaterThan(40);
    const spoken = code
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        [
          ...text(file).matchAll(
            />\s*[A-Z]\p{L}+[ .!?…][^<>{}=;]*<|(?:aria-label|title|alt|placeholder)="[^"]*\p{L}[^"]*"/gu,
          ),
        ].map(([found]) => `${file}: ${found}`),
      );
    expect(spoken).toEqual([]);
  });

  test('no page has a language of its own', () => {
    const named = code.filter((file) => /['"`](?:en|cy|fr|de|es)-[A-Z]{2}['"`]/.test(text(file)));
    expect(named).toEqual([]);
  });

  test('each language is called by its own name', () => {
    for (const language of languages) {
      const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? '';
      expect(languageNames[language].toLowerCase()).toBe(name.toLowerCase());
    }
  });
});
