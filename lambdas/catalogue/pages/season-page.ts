import type { PublishedOnSale, Season, ShowSummary } from '../../../contracts/catalogue.ts';
import type { Language } from '../../../contracts/languages.ts';
import { addressOfShow } from '../../../contracts/pages.ts';
import { seasonDates } from '../../../rules/season-dates.ts';
import { isolated } from '../../../words/isolated.ts';
import { type Markup, markup } from '../../foundation/plain/plain-markup.ts';
import { publishedPage, type WordsOfPage, wordsOfPage } from './page-frame.ts';
import { motif } from './poster.ts';

/** The season as everybody finds it, before any script: what is on, from when to when, for how much, and from when it is sold. */
export function seasonPage(season: Season, language: Language, site: string, now: number): string {
  const words = wordsOfPage(language);
  const dates = seasonDates(season);
  const range = dates ? words.written.dateRange(dates.firstAt, dates.lastAt, season.timeZone) : '';
  const coming = season.onSales.filter(({ closesAt }) => closesAt > now).sort((a, b) => a.opensAt - b.opensAt);
  return publishedPage({
    page: 'index',
    language,
    site,
    address: '/',
    house: season.venue,
    title: `${season.title} · ${season.venue}`,
    description: `${range}: ${season.shows.map(({ title }) => title).join(', ')}`,
    facts: {
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      name: season.title,
      itemListElement: season.shows.map(({ id, title }, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: title,
        url: `${site}${addressOfShow(id)}`,
      })),
    },
    width: 'wide',
    main: markup`<div class="bill-head"><p class="bill-head-dates">${range}</p><h1 dir="auto">${season.title}</h1></div>
${
  coming.length > 0 &&
  markup`<section class="on-sales" aria-label="${words.season.onSales}">
${coming.map((one) => onSale(one, one.timeZone ?? season.timeZone, words, now))}</section>
`
}<section aria-labelledby="on-stage"><h2 class="unseen" id="on-stage">${words.season.shows}</h2>
<ul class="posters">
${season.shows.map((show) => card(show, season, words))}</ul></section>
<p class="centred"><a href="/order">${words.season.findOrder}</a></p>`,
  });
}

function onSale(one: PublishedOnSale, timeZone: string, { season, written }: WordsOfPage, now: number): Markup {
  const before = now < one.opensAt;
  return markup`<article class="on-sale${!before && ' on-sale-open'}">
<div class="on-sale-who"><h2 dir="auto">${one.title}</h2><p>${season.whoFor(isolated(one.audienceName))} · ${season.limit(one.seatsPerFan)}</p></div>
<div class="on-sale-when">${
    before
      ? markup`<p>${season.opens}</p><p class="on-sale-count">${written.timeOfDay(one.opensAt, timeZone)}</p><p>${written.longDate(one.opensAt, timeZone)}</p>`
      : markup`<p class="on-sale-count">${season.doorsOpen}</p><p>${season.until(written.shortMoment(one.closesAt, timeZone))}</p>`
  }</div>
<a class="button" href="/line?on-sale=${one.id}">${before ? season.joinLobby : season.joinLine}<span class="unseen">: ${one.title}</span></a>
</article>
`;
}

function card(show: ShowSummary, season: Season, { season: words, written }: WordsOfPage): Markup {
  const { id, title, byline, timeZone = season.timeZone, currency = season.currency } = show;
  return markup`<li><a class="show-card" href="${addressOfShow(id)}">
<div class="poster paper-${id}"><div class="poster-words"><p class="poster-title letters-${id}" dir="auto">${title}</p><p class="poster-byline" dir="auto">${byline}</p></div>${motif(show)}</div>
<p class="show-card-dates">${written.dateRange(show.firstAt, show.lastAt, timeZone)}</p>
<p class="show-card-price">${written.priceRange(show.priceFrom, show.priceTo, currency)}</p>
<p class="show-card-price">${show.cancelled ? words.cancelled : words.performances(show.performances)}</p>
${show.venue !== season.venue && markup`<p class="show-card-price">${show.venue}</p>`}</a></li>
`;
}
