import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import type { Language } from '../../contracts/languages.ts';
import { wordsFor } from '../../site/in-language.ts';

const folder = resolve(import.meta.dirname, '../../words');

/** What each word says, by its file and name. */
export type Said = Readonly<Record<string, string>>;

export function wordFiles(language: Language): readonly string[] {
  return readdirSync(join(folder, language)).sort();
}

/** Every file of words as its page is built with it, by name: each import of words leads into this language. */
export async function builtWords(language: Language): Promise<Readonly<Record<string, Record<string, unknown>>>> {
  const files = wordFiles(language);
  const { outputFiles } = await build({
    stdin: {
      contents: files.map((file, n) => `export * as w${n} from ${JSON.stringify(`./en/${file}`)};`).join('\n'),
      resolveDir: folder,
    },
    plugins: [
      {
        name: 'words',
        setup: (bundler) =>
          bundler.onResolve({ filter: /\/en\/[\w-]+\.ts$/ }, ({ path }) => ({
            path: wordsFor(path, language) ?? path,
          })),
      },
    ],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'words',
    platform: 'neutral',
  });
  const built = runInNewContext(`${outputFiles[0]?.text}; words`, { Intl }) as Record<string, Record<string, unknown>>;
  return Object.fromEntries(files.map((file, n) => [file, { ...built[`w${n}`] }]));
}

/** All that the words of a language say, by file and name; what asks for something is told `n`: as a number, as digits, or as facts that are all `n`. */
export function sayAll(words: Readonly<Record<string, Record<string, unknown>>>, n: number): Said {
  const facts = new Proxy({}, { get: () => n });
  const ask = (word: (...given: unknown[]) => unknown): unknown => {
    for (const given of [n, `${n}`, facts]) {
      try {
        const said = word(given, given, given, given);
        if (!/undefined|NaN/.test(JSON.stringify(said) ?? 'undefined')) return said;
      } catch (_wantsOtherwise) {
        // Another kind of argument, then; when none will do, the test is told.
      }
    }
    return 'undefined';
  };
  const said: Record<string, string> = {};
  const say = (name: string, word: unknown): void => {
    if (typeof word === 'string') said[name] = word;
    else if (typeof word === 'function') say(name, ask(word as (...given: unknown[]) => unknown));
    else if (typeof word === 'object' && word !== null) {
      for (const [key, inside] of Object.entries(word)) say(`${name}.${key}`, inside);
    }
  };
  say('', words);
  return said;
}
