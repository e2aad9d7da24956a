import type { BoxOffice } from '../../../contracts/box-office.ts';
import { type Language, languageNames, languages } from '../../../contracts/languages.ts';
import { dialled } from '../../../rules/dialled.ts';
import { Markup, type MarkupPart, markup } from './plain-markup.ts';
import { type PlainPageWords, plainWordsIn } from './plain-words.ts';

/**
 * The frame of every page without JavaScript: no script, one small stylesheet of the site's own, and the
 * switch of languages. The pages are whole when they arrive, and nothing in them is needed but a browser that
 * shows text.
 */
export interface PlainFrame {
  readonly language: Language;
  /** Without query: where the switch of languages leads back to. */
  readonly path: string;
  /** Over the door; undefined while the season cannot be read. */
  readonly venue?: string | undefined;
  readonly boxOffice?: BoxOffice | undefined;
  readonly title: string;
  readonly main: Markup;
}

export function plainPage({ language, path, venue, boxOffice, title, main }: PlainFrame): string {
  const words = plainWordsIn(language);
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<header class="masthead"><a href="/" dir="auto">${venue ?? words.season}</a></header>
<main>
${main}
</main>
<footer>
${boxOffice && reached(boxOffice, words)}<p>${words.intro}</p>
<nav aria-label="${words.languages}"><ul class="languages">
${languages.map((one) => switchTo(one, language, path))}
</ul></nav>
</footer>
</body>
</html>
`.text;
}

function reached(boxOffice: BoxOffice, words: PlainPageWords): Markup {
  const { telephone, hours } = boxOffice;
  return markup`<p>${words.boxOffice.telephone}: <a href="${dialled(boxOffice)}"><bdi>${telephone}</bdi></a>${hours && markup`, <bdi>${hours}</bdi>`}</p>
`;
}

function switchTo(one: Language, now: Language, path: string): Markup {
  const current = one === now ? new Markup(' aria-current="true"') : undefined;
  return markup`<li><a href="${path}?lang=${one}" lang="${one}" hreflang="${one}"${current}>${languageNames[one]}</a></li>
`;
}

/** Something that happened, above everything else. */
export function notice(text: MarkupPart, more: { readonly title?: string; readonly tone?: 'trouble' } = {}): Markup {
  return markup`<div class="notice${more.tone && ` ${more.tone}`}"${more.tone && new Markup(' role="alert"')}>
${more.title && markup`<h2>${more.title}</h2>`}<p>${text}</p>
</div>
`;
}

/** For a fault of ours, and wherever there is no more to say than a sentence. */
export function sentencePage(
  language: Language,
  path: string,
  say: (words: PlainPageWords) => {
    readonly title: string;
    readonly text: string;
    /** Of a fault of ours. */
    readonly trace?: string | undefined;
  },
): string {
  const words = plainWordsIn(language);
  const { title, text, trace } = say(words);
  const main = markup`<h1>${title}</h1>
<p>${text}</p>
${
  trace !== undefined &&
  markup`<p>${words.trace} <code>${trace}</code></p>
`
}<p class="ways"><a href="${path}">${words.lookNow}</a> <a href="/plain">${words.allLines}</a></p>`;
  return plainPage({ language, path, title, main });
}
