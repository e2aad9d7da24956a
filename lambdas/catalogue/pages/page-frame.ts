import { type Language, languageNames, languages } from '../../../contracts/languages.ts';
import { entryOf } from '../../../contracts/pages.ts';
import { published } from '../../../contracts/paths.ts';
import { boxOfficeWords } from '../../../words/all/box-office.ts';
import { seasonWords } from '../../../words/all/season.ts';
import { showWords } from '../../../words/all/show.ts';
import { siteWords } from '../../../words/all/site.ts';
import { written } from '../../../words/all/written.ts';
import { Markup, type MarkupPart, markup } from '../../foundation/plain/plain-markup.ts';

/**
 * The frame of a published page. It is whole before any script runs, and looks as the site's own page of it does: the
 * same elements with the same classes, from top to bottom (site/elements/frame.tsx). The script draws the page anew once
 * it has read the files, and nothing moves. `test/site/published-pages.browser.deep.test.ts` holds the two together.
 */
export interface PublishedFrame {
  readonly page: 'index' | 'show';
  readonly language: Language;
  /** Of the site, e.g. `https://tickets.example.org`. */
  readonly site: string;
  /** Where the page is for everyone, e.g. `/shows/lear`. */
  readonly address: string;
  /** The name over the door. */
  readonly house: string;
  readonly title: string;
  readonly description: string;
  /** Facts for search engines, as schema.org has them. */
  readonly facts: unknown;
  readonly width: 'wide' | 'full';
  readonly main: Markup;
}

export const wordsOfPage = (language: Language) => ({
  boxOffice: boxOfficeWords[language],
  season: seasonWords[language],
  show: showWords[language],
  site: siteWords[language],
  written: written[language],
});
export type WordsOfPage = ReturnType<typeof wordsOfPage>;

export function publishedPage(frame: PublishedFrame): string {
  const { page, language, site, address, house, title, description, width, main } = frame;
  const { site: words, season, boxOffice } = wordsOfPage(language);
  const inLanguage = (one: Language) => `${site}/${one}${address === '/' ? '' : address}`;
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f1f2f7" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0b0f20" media="(prefers-color-scheme: dark)">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${entryOf.styles(page)}">
<link rel="stylesheet" href="${published.posterColours()}">
<script type="module" src="${entryOf.script(page, language)}"></script>
<link rel="canonical" href="${inLanguage(language)}">
${languages.map(
  (one) => markup`<link rel="alternate" hreflang="${one}" href="${inLanguage(one)}">
`,
)}<link rel="alternate" hreflang="x-default" href="${site}${address}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${house}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${inLanguage(language)}">
<meta property="og:locale" content="${language}">
<script type="application/ld+json">${dataOf(frame.facts)}</script>
</head>
<body>
<div id="page" data-published>
<header class="masthead"><a class="masthead-name" href="/">${house}</a></header>
<main id="main" class="${width}">
<noscript><p class="notice without-script"><a href="/plain">${season.plainPage}</a></p></noscript>
${main}
</main>
<footer class="small-print">
<p><a href="/plain">${boxOffice.plainPage}</a></p>
<p>${words.footer}</p>
<nav class="languages" aria-label="${words.languages}">${languages.map((one) => switchTo(one, language))}</nav>
</footer>
</div>
</body>
</html>
`.text;
}

function switchTo(one: Language, now: Language): MarkupPart {
  const current = one === now && new Markup(' aria-current="true"');
  return markup`<a href="?lang=${one}" lang="${one}" hreflang="${one}"${current}>${languageNames[one]}</a>`;
}

/**
 * JSON inside of HTML: no text of a venue ends the element, or begins another. The content policy lets it through, since
 * a script of a type that no browser runs is data.
 */
export function dataOf(facts: unknown): Markup {
  return new Markup(
    JSON.stringify(facts).replace(/[<>&\u2028\u2029]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    }),
  );
}
