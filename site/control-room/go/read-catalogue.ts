import type { PerformanceFile, ShowFile } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';
import type { Plan } from '../../../contracts/plan.ts';
import type { PublishedPrices } from '../../../rules/run-up/brochure.ts';
import type { CatalogueRead } from '../../../rules/run-up/checks.ts';
import { ask } from '../../api.ts';
import { browser, readSeason } from '../../browser.gateway.ts';

/** Undefined: something of it could not be read, so nothing is said of it. */
export type CatalogueSeen = { readonly of: string; readonly read: CatalogueRead | undefined };

/** Few enough for a phone, and for the CDN's own limits. */
const atOnce = 8;

/** What is published of an on-sale, as fans read it: by the CDN, so also what it still keeps. */
export async function readCatalogue(onSale: string): Promise<CatalogueSeen> {
  const season = await readSeason();
  if (!season.ok) return { of: onSale, read: undefined };
  const shows = await each(season.body.shows, ({ id }) => fileAt<ShowFile>(published.show(id)));
  if (shows.some((show) => show === 'unread')) return { of: onSale, read: undefined };
  const sold = shows
    .flatMap((show) => (typeof show === 'object' ? show.performances : []))
    .filter(({ onSales, cancelled }) => onSales.includes(onSale) && !cancelled);
  const files = await each(sold, ({ id }) => fileAt<PerformanceFile>(published.performance(id)));
  if (files.some((file) => file === 'unread')) return { of: onSale, read: undefined };
  const performances = files.flatMap((file): readonly PublishedPrices[] =>
    typeof file === 'object'
      ? [{ performance: file.id, show: file.show, title: file.title, plan: file.plan, prices: file.prices }]
      : [],
  );
  const wanted = [...new Set(performances.map(({ plan }) => plan))];
  const plans = await each(wanted, (plan) => fileAt<Plan>(published.plan(plan)));
  if (plans.some((plan) => plan === 'unread')) return { of: onSale, read: undefined };
  return {
    of: onSale,
    read: {
      performances,
      plans: new Map(
        plans.flatMap((plan) =>
          typeof plan === 'object'
            ? [[plan.id, new Map(plan.categories.map(({ id, name }) => [id, name]))] as const]
            : [],
        ),
      ),
    },
  };
}

async function fileAt<File>(url: string): Promise<File | 'missing' | 'unread'> {
  const answer = await ask<File>(browser, { url, tries: 3 });
  if (answer.ok) return answer.body;
  return answer.trouble.kind === 'missing' ? 'missing' : 'unread';
}

async function each<Item, Found>(
  items: readonly Item[],
  read: (item: Item) => Promise<Found>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  const left = [...items.entries()];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) found[next[0]] = await read(next[1]);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return found;
}
