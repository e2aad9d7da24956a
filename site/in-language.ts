import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { type Language, languages } from '../contracts/languages.ts';
import { fileInLanguage, pagesInLanguages } from '../contracts/pages.ts';
import { heads as cy } from '../words/cy/heads.ts';
import { heads as de } from '../words/de/heads.ts';
import { heads as en } from '../words/en/heads.ts';
import { heads as es } from '../words/es/heads.ts';
import { heads as fr } from '../words/fr/heads.ts';
import { entriesOf } from './entries.ts';

/**
 * Builds a page in one language. Code always imports its words from `words/en/`; here that becomes
 * `words/<language>/`, so a page carries the words of one language only. `{{name}}` in a page's HTML becomes
 * the word of that name in `heads.ts`, `{{head}}` what all pages have in common, and the page lies where the
 * edge looks for that language.
 */
export function inLanguage(language: Language): Plugin {
  return {
    name: `words-${language}`,
    enforce: 'pre',
    resolveId: (wanted) => wordsFor(wanted, language),
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) => withHead(html, basename(filename, '.html'), language),
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type !== 'asset' || !name.endsWith('.html')) continue;
          const page = basename(name, '.html');
          for (const entry of entriesOf(page, language, `${file.source}`, bundle))
            this.emitFile({ type: 'asset', ...entry });
          const place = [...pagesInLanguages, '404'].includes(page) ? fileInLanguage(page, language) : name;
          if (place === name) continue;
          delete bundle[name];
          this.emitFile({ type: 'asset', fileName: place, source: file.source });
        }
      },
    },
  };
}

/**
 * The file that an import of words means in this language, null for any other import. The words of staff are in
 * English alone; test/site/languages.test.ts says which files may be missing.
 */
export function wordsFor(wanted: string, language: Language): string | null {
  const name = /^(?:.*\/words|\.)\/en\/([\w-]+\.ts)$/.exec(wanted)?.[1];
  if (name === undefined) return null;
  const own = resolve(words, language, name);
  return existsSync(own) ? own : resolve(words, 'en', name);
}

const words = resolve(import.meta.dirname, '../words');

const heads = { cy, de, en, es, fr };

/** The head that every page gives to the browser: `{{head}}`. */
const head = readFileSync(resolve(import.meta.dirname, 'parts/head.html'), 'utf8')
  .trim()
  .replaceAll('\n', '\n    ');

/** A page's HTML with its head and its words; throws when there is no such word. */
export function withHead(html: string, page: string, language: Language): string {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = heads[language];
  const whole = html.replace('{{head}}', head).replace('<html lang="en">', `<html lang="${language}">`);
  return whole.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const word = all[page]?.[name] ?? all.every?.[name];
    if (word === undefined) throw new Error(`words/${language}/heads.ts has no ${page}.${name}`);
    return word;
  });
}

/**
 * The page of a missing file, made of the built one in English: all languages below one another, each by its own name.
 * See contracts/pages.ts.
 */
export function inEveryLanguage(missing: string): string {
  const others = otherLanguages.map((language) => {
    const { heading, detail, toSeason } = heads[language]['404'];
    return `<section lang="${language}"><h2>${heading}</h2><p>${detail}</p><p><a href="/${language}">${toSeason}</a></p></section>`;
  });
  return missing.replace('</main>', `${others.join('\n')}\n</main>`);
}

export const otherLanguages = languages.filter((language) => language !== 'en');
