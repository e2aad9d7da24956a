import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '../../contracts/languages.ts';

const folder = resolve(import.meta.dirname, '../../words');

/** The words of a language, by file and name. */
export type Words = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The text of each word, by its path, e.g. `line.lineWords.joinTitle`. */
export type Said = Readonly<Record<string, string>>;

/** How dates and numbers are written is no topic: written.test.ts tries it. */
export function topicsIn(language: Language): readonly string[] {
  return readdirSync(join(folder, language))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((topic) => topic !== 'written')
    .sort();
}

export async function wordsIn(language: Language): Promise<Words> {
  const topics = topicsIn(language).map(async (topic) => {
    const words = (await import(pathToFileURL(join(folder, language, `${topic}.ts`)).href)) as Record<string, unknown>;
    return [topic, { ...words }] as const;
  });
  return Object.fromEntries(await Promise.all(topics));
}

/** The facts that a word may get: `one(0)`, `one(1)`, … are its arguments, `facts` an object with any name. */
export interface Telling {
  readonly one: (n: number) => number | string;
  readonly facts: object;
}

/** Every argument the same number. */
export function tellAll(n: number): readonly Telling[] {
  const facts = new Proxy({}, { get: () => n });
  return [
    { one: () => n, facts },
    { one: () => `${n}`, facts },
  ];
}

/** Every argument another number, so that it can be found in the text: 7001, 7002, … and 71… for facts by name. */
export function tellApart(): readonly Telling[] {
  const named: string[] = [];
  const facts = new Proxy(
    {},
    {
      get: (_, name) => {
        if (!named.includes(`${String(name)}`)) named.push(`${String(name)}`);
        return 7100 + named.indexOf(`${String(name)}`);
      },
    },
  );
  return [
    { one: (n) => 7001 + n, facts },
    { one: (n) => `${7001 + n}`, facts },
  ];
}

/** All texts of some words with these facts. */
export function say(words: unknown, told: readonly Telling[]): Said {
  const ask = (word: (...given: unknown[]) => unknown): unknown => {
    const ways = told.flatMap(({ one, facts }) => [[0, 1, 2, 3].map(one), [facts, facts, facts, facts]]);
    for (const given of ways) {
      try {
        const said = word(...given);
        if (!/undefined|NaN/.test(JSON.stringify(said) ?? 'undefined')) return said;
      } catch (_wantsOtherwise) {
        // Another kind of argument, then. When none will do, the test fails.
      }
    }
    return 'undefined';
  };
  const said: Record<string, string> = {};
  const add = (path: string, word: unknown): void => {
    if (typeof word === 'string') said[path] = word;
    else if (typeof word === 'function') add(path, ask(word as (...given: unknown[]) => unknown));
    else if (typeof word === 'object' && word !== null)
      for (const [key, inside] of Object.entries(word)) add(path === '' ? key : `${path}.${key}`, inside);
  };
  add('', words);
  return said;
}
