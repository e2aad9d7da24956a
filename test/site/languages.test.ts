import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { languageNames, languages } from '../../contracts/languages.ts';
import { englishPages, fileInLanguage, notTherePage, pagesInLanguages } from '../../contracts/pages.ts';
import { seatLabel } from '../../contracts/plan.ts';
import { withHead } from '../../site/in-language.ts';
import { seatInWords } from '../../site/seat-name.ts';
import { wordsIn } from '../words/said.ts';
import { builtSite } from './built-site.ts';
import { theatrePlan } from './theatre/plans.ts';

const site = join(import.meta.dirname, '../../site');
const others = languages.filter((language) => language !== 'en');

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
  const pages = [...pagesInLanguages, '404'] as const;

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

  test('the page of a missing file is for everybody, and says so in every language', () => {
    const html = read(notTherePage.slice(1));
    for (const language of others) expect(html).toContain(`<section lang="${language}">`);
    for (const language of languages) expect(html).toContain(withHead('{{heading}}', '404', language));
  });

  test.each(languages)('a script in %s carries the words of that language only', async (language) => {
    const footers = new Map<string, string>();
    for (const one of languages) {
      const { siteWords } = (await wordsIn(one)).site as { readonly siteWords: { readonly footer: string } };
      footers.set(one, siteWords.footer);
    }
    for (const page of pagesInLanguages) {
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

  test('what is for staff and for developers is in English alone', () => {
    for (const page of englishPages) {
      expect(existsSync(join(dist, `${page}.html`))).toBe(true);
      for (const language of others) expect(existsSync(join(dist, language, `${page}.html`))).toBe(false);
    }
  });
});

describe('outside the catalogue', () => {
  const code = globSync('**/*.{ts,tsx}', {
    cwd: site,
    exclude: (name) => ['dist', 'order-book', 'control-room', 'door', 'developers'].includes(name),
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
