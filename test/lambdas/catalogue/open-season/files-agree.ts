import type { PerformanceFile } from '../../../../contracts/catalogue.ts';
import { languages } from '../../../../contracts/languages.ts';
import type { LineFile } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import { type Plan, seatsInOrder } from '../../../../contracts/plan.ts';
import type { Books, Same, Say } from './books.ts';
import { decimalOf, factsIn, textIn } from './page-facts.ts';

/* Published files, pages and lines, compared with one another. */

export function filesAgree({ season, shows, performance, file }: Books, same: Same, say: Say): void {
  for (const summary of season.shows) {
    const show = shows.find(({ id }) => id === summary.id);
    if (!show) {
      say(`the season has the show ${summary.id}, which has no file`);
      continue;
    }
    const { title, byline, venue, poster, timeZone = season.timeZone, currency = season.currency } = summary;
    const of = { title, byline, venue, poster, timeZone, currency };
    for (const name of Object.keys(of) as (keyof typeof of)[])
      same(`${name} of ${show.id}, in the season and its file`, of[name], show[name]);
    const on = show.performances.filter(({ cancelled }) => !cancelled);
    const times = (on.length > 0 ? on : show.performances).map(({ startsAt }) => startsAt);
    same(`number of performances of ${show.id}`, summary.performances, on.length);
    same(`days of ${show.id}`, [summary.firstAt, summary.lastAt], [Math.min(...times), Math.max(...times)]);
    const from = Math.min(...show.performances.map(({ priceFrom }) => priceFrom));
    const to = Math.max(...show.performances.map(({ priceTo }) => priceTo));
    same(`prices of ${show.id}`, [summary.priceFrom, summary.priceTo], [from, to]);
    for (const date of show.performances) {
      const one = performance(date.id);
      if (!one) {
        say(`${show.id} has the performance ${date.id}, which has no file`);
        continue;
      }
      const said = { ...date, venue: date.venue ?? show.venue, show: show.id, title: show.title };
      for (const name of ['id', 'show', 'title', 'venue', 'startsAt', 'note', 'cancelled', 'moved'] as const)
        same(`${name} of ${one.id}, in its show and its file`, said[name], one[name]);
      same(`currency of ${one.id}`, show.currency, one.currency);
      same(`time zone of ${one.id}`, show.timeZone, one.timeZone);
      same(`on-sales of ${one.id}`, [...date.onSales].sort(), one.onSales.map(({ id }) => id).sort());
      const prices = Object.values(one.prices);
      same(`prices of ${one.id}`, [date.priceFrom, date.priceTo], [Math.min(...prices), Math.max(...prices)]);
      performanceAgrees({ season, file }, one, same, say);
    }
  }
}

function performanceAgrees(
  { season, file }: Pick<Books, 'season' | 'file'>,
  one: PerformanceFile,
  same: Same,
  say: Say,
): void {
  const plan = file<Plan>(published.plan(one.plan));
  if (!plan) {
    say(`${one.id} has the plan ${one.plan}, which has no file`);
    return;
  }
  same(`priced categories of ${one.id}`, Object.keys(one.prices).sort(), plan.categories.map(({ id }) => id).sort());
  const seats = new Set(plan.sections.flatMap((section) => seatsInOrder(section).map(({ id }) => id)));
  for (const seat of one.blocked ?? [])
    if (!seats.has(seat)) say(`${one.id} sets aside ${seat}, which ${plan.id} lacks`);
  for (const rules of one.onSales) {
    const onSale = season.onSales.find(({ id }) => id === rules.id);
    if (!onSale) {
      say(`${one.id} is sold in ${rules.id}, which the season does not have`);
      continue;
    }
    same(`seats a fan in ${rules.id}, by the season and ${one.id}`, onSale.seatsPerFan, rules.seatsPerFan);
    same(`hold minutes in ${rules.id}, by the season and ${one.id}`, onSale.holdMinutes, rules.holdMinutes);
  }
}

/** Every show's page says the dates and prices of its file, and every link leads to something that is published. */
export function pagesAgree({ season, shows, file, paths, now }: Books, same: Same, say: Say): void {
  const pageOf = (path: string) => file<{ readonly text: string }>(path)?.text ?? '';
  for (const language of languages) {
    const page = textIn(pageOf(published.seasonPage(language)));
    for (const text of [season.title, ...season.shows.flatMap(({ title, byline }) => [title, byline])])
      if (!page.includes(text)) say(`the season's page in ${language} does not say ${text}`);
    for (const show of shows) {
      const html = pageOf(published.showPage(language, show.id));
      for (const text of [show.title, show.byline, show.description, show.venue])
        if (!textIn(html).includes(text)) say(`the page of ${show.id} in ${language} does not say ${text}`);
      const coming = show.performances.filter(({ startsAt }) => startsAt > now);
      const facts = factsIn(html);
      same(
        `dates of ${show.id}, on its page in ${language} and in its file`,
        facts.map(({ id, startsAt, venue }) => [id, startsAt, venue]),
        coming.map(({ id, startsAt, venue }) => [id, Math.floor(startsAt / 1000) * 1000, venue ?? show.venue]),
      );
      for (const { id, low, high, currency } of facts) {
        const date = coming.find((one) => one.id === id);
        if (!date || low === undefined) continue;
        const said = [decimalOf(date.priceFrom, show.currency), decimalOf(date.priceTo, show.currency), show.currency];
        same(`prices of ${id}, on the page of ${show.id} in ${language} and in its file`, [low, high, currency], said);
      }
      for (const date of coming)
        if (date.note && !textIn(html).includes(date.note)) say(`the page of ${show.id} does not say ${date.note}`);
    }
  }
  // A page that the season links to no longer may still be found: by a bookmark, by a search engine.
  for (const path of paths) {
    const [, id = ''] = /^\/catalogue\/pages\/en\/shows\/(.+)\.html$/.exec(path) ?? [];
    if (id === '' || season.shows.some((show) => show.id === id)) continue;
    for (const { id: date, startsAt, low } of factsIn(pageOf(path)))
      if (startsAt > now && low !== undefined) say(`the page of ${id}, which was taken off, offers ${date}`);
  }
}

export function linesAgree({ season, shows, file, paths, now }: Books, same: Same, say: Say): void {
  for (const path of paths) {
    const [, id = ''] = /^\/lines\/([^/]+)\/line\.json$/.exec(path) ?? [];
    const line = id === '' ? undefined : file<LineFile>(path);
    if (!line || now >= line.closesAt) continue;
    const onSale = season.onSales.find((one) => one.id === id);
    if (!onSale) {
      say(`the line ${id} is open, and the season does not have it`);
      continue;
    }
    for (const name of ['title', 'opensAt', 'closesAt', 'entry'] as const)
      same(`${name} of ${id}, in the season and its line`, onSale[name], line[name]);
    const tiers = line.tiers?.map(({ id, name, entry, opensAt }) => ({ id, name, entry, opensAt }));
    same(`tiers of ${id}, in the season and its line`, onSale.tiers, tiers);
    const sells = shows.some(({ performances }) => performances.some(({ onSales }) => onSales.includes(id)));
    if (!sells) say(`the line ${id} is open, and nothing is sold in it`);
  }
}
