import type { PublishedOnSale, Season, ShowFile } from '../../../contracts/catalogue.ts';
import type { Language } from '../../../contracts/languages.ts';
import { addressOfShow } from '../../../contracts/pages.ts';
import { byMonth } from '../../../rules/by-month.ts';
import { salesOfShow, wayIn } from '../../../rules/way-in.ts';
import { isolated } from '../../../words/isolated.ts';
import { type Markup, type MarkupPart, markup } from '../../foundation/plain/plain-markup.ts';
import { publishedPage, type WordsOfPage, wordsOfPage } from './page-frame.ts';
import { performanceFacts } from './performance-facts.ts';
import { motif } from './poster.ts';

/** A show as everybody finds it, before any script: its dates and prices, and the way to its seats. */
export function showPage(show: ShowFile, season: Season, language: Language, site: string, now: number): string {
  const words = wordsOfPage(language);
  const { onSales } = season;
  const coming = show.performances.filter(({ startsAt }) => startsAt > now);
  const times = show.performances.map(({ startsAt }) => startsAt);
  const range = words.written.dateRange(Math.min(...times), Math.max(...times), show.timeZone);
  const prices = words.written.priceRange(
    Math.min(...show.performances.map(({ priceFrom }) => priceFrom)),
    Math.max(...show.performances.map(({ priceTo }) => priceTo)),
    show.currency,
  );
  return publishedPage({
    page: 'show',
    language,
    site,
    address: addressOfShow(show.id),
    house: season.venue,
    title: `${show.title} · ${show.venue}`,
    description: [`${range}, ${prices}.`, show.description].join(' ').trim().slice(0, 300),
    facts: performanceFacts(show, onSales, site, now),
    width: 'full',
    main: markup`<div class="hoarding paper-${show.id}"><div class="hoarding-words"><h1 dir="auto">${show.title}</h1><p class="hoarding-byline" dir="auto">${show.byline}</p><p>${show.venue}</p></div>${motif(show, true)}</div>
<div class="show-body">
<div class="show-about"><p class="lead" dir="auto">${show.description}</p>
${sales(show, onSales, words, now)}</div>
<section class="dates"><h2>${words.show.chooseDate}</h2>
${kinds(words)}
${counted(show, onSales, words, now)}${byMonth(coming, (at) => words.written.monthOf(at, show.timeZone)).map(
  ({ month, dates }) => markup`<section class="month"><h3>${month}</h3><ul>
${dates.map((date) => performance(date, show, onSales, words, now))}</ul></section>
`,
)}</section>
</div>`,
  });
}

function sales(
  show: ShowFile,
  onSales: readonly PublishedOnSale[],
  { show: words, written }: WordsOfPage,
  now: number,
) {
  const coming = salesOfShow(show, onSales, now);
  const opening = ({ opensAt }: PublishedOnSale) =>
    opensAt > now ? words.opens(written.shortMoment(opensAt, show.timeZone)) : words.openNow;
  return markup`<dl class="show-sales">${coming.map(
    (one) => markup`<div><dt>${words.saleFor(isolated(one.audienceName))}</dt><dd>${opening(one)}</dd></div>
`,
  )}</dl>`;
}

/** How full the dates are is counted from the doors on, and shown by the script. The place of it is kept. */
function counted(
  show: ShowFile,
  onSales: readonly PublishedOnSale[],
  { show: words }: WordsOfPage,
  now: number,
): MarkupPart {
  const sold = salesOfShow(show, onSales, now);
  if (sold.length === 0) return false;
  return markup`<p class="dates-counted">${sold.every(({ opensAt }) => opensAt > now) ? words.leftLater : words.leftUnknown}</p>
`;
}

/** The choice of dates needs a script: without one it is not shown, and with one it is where it was. */
function kinds({ show: words }: WordsOfPage): Markup {
  const names = [words.all, words.matinee, words.evening, words.weekend];
  return markup`<fieldset class="chips"><legend class="unseen">${words.filter}</legend>${names.map(
    (name, at) =>
      markup`<label class="chip"><input type="radio" name="kind"${at === 0 && markup` checked`}><span>${name}</span></label>`,
  )}</fieldset>`;
}

function performance(
  date: ShowFile['performances'][number],
  show: ShowFile,
  onSales: readonly PublishedOnSale[],
  { show: words, written }: WordsOfPage,
  now: number,
): Markup {
  const way = wayIn(date.onSales, onSales, [], now);
  const when = written.shortMoment(date.startsAt, show.timeZone);
  const hall = `/hall?performance=${date.id}`;
  return markup`<li class="date"><p class="date-day">${written.shortDate(date.startsAt, show.timeZone)} <b>${written.timeOfDay(date.startsAt, show.timeZone)}</b>${
    date.note && markup`<span class="date-note" dir="auto">${date.note}</span>`
  }${
    date.moved &&
    markup`<span class="date-note">${words.movedFrom(written.shortMoment(date.moved.from.startsAt, show.timeZone))}</span>`
  }${date.venue && markup`<span class="date-note" dir="auto">${date.venue}</span>`}</p><p class="date-price">${words.from(written.money(date.priceFrom, show.currency))}${
    !date.cancelled && markup` <a href="${hall}">${words.look}<span class="unseen">, ${when}</span></a>`
  }</p>${!date.cancelled && way.way !== 'none' && markup`<p class="date-left"></p>`}${
    date.cancelled
      ? markup`<p class="date-closed" title="${date.cancelled.reason}">${words.cancelled}</p>`
      : way.way === 'line' || way.way === 'lobby'
        ? markup`<a class="button button-quiet" href="/line?on-sale=${way.onSale.id}&performance=${date.id}">${words[way.way]}<span class="unseen">, ${when}</span></a>`
        : markup`<p class="date-closed">${words.closed}</p>`
  }</li>
`;
}
