/**
 * The languages that fans are spoken to in, and the choice of one. The fan's own choice comes first (kept in a cookie),
 * then the best match of the browser's preferences, then the first of the list. The edge chooses for the pages, and a
 * handler chooses for the page without JavaScript, by this one rule. The edge's runtime has neither destructuring nor
 * `for … of`, so neither is used here.
 */
export const languages = ['en', 'cy', 'fr', 'de', 'es'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  cy: 'Cymraeg',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
};

/** Keeps a fan's choice. */
export const languageCookie = 'stampede-language';

/** The language of this name, in any letter case; undefined when there are no pages in it. */
export function languageNamed(name: string | undefined): Language | undefined {
  return languages[languages.indexOf((name ?? '').toLowerCase() as Language)];
}

/** `chosen` is the cookie's value, `accepted` the header `accept-language`. */
export function languageFor(chosen: string | undefined, accepted: string | undefined): Language {
  return languageNamed(chosen) ?? preferred(accepted ?? '') ?? languages[0];
}

/** The language of the highest q that we have; of several, the first (RFC 9110, 12.5.4). `de-AT` is `de`, `*` is anything. */
function preferred(accepted: string): Language | undefined {
  let best: Language | undefined;
  let most = 0;
  // Nobody prefers more than a few: a header of thousands is not worth the edge's time.
  accepted
    .split(',', 20)
    .map((range) => /^\s*([A-Za-z]{2,3}|\*)(?:-[\w-]*)?\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i.exec(range))
    .forEach((range) => {
      const language = range ? (range[1] === '*' ? languages[0] : languageNamed(range[1])) : undefined;
      const q = range?.[2] === undefined ? 1 : Number(range[2]);
      if (language === undefined || q <= most) return;
      best = language;
      most = q;
    });
  return best;
}
