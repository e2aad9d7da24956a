import type { BrochurePrice } from '../../contracts/run-up.ts';
import { folded } from '../folded.ts';

/*
 * The brochure's prices against the published ones. Printed paper cannot be changed, so each difference is one to mend on
 * the site, or to tell the box office of.
 */

export interface PublishedPrices {
  readonly performance: string;
  readonly show: string;
  /** Title of the show. */
  readonly title: string;
  readonly plan: string;
  /** Minor units by category. */
  readonly prices: Readonly<Record<string, number>>;
}

export interface PriceDifference {
  /** `show`: the season has none of that name. `category`: the show has none. `unprinted`: the brochure has none. */
  readonly is: 'show' | 'category' | 'price' | 'unprinted';
  readonly show: string;
  readonly category: string;
  readonly printed?: number;
  readonly published?: number;
  /** The first performance of which it is so. */
  readonly performance?: string;
}

/** `nameOf`: the name of a plan's category, as the hall calls it. */
export function priceDifferences(
  printed: readonly BrochurePrice[],
  performances: readonly PublishedPrices[],
  nameOf: (plan: string, category: string) => string | undefined,
): readonly PriceDifference[] {
  const isSame = (one: string, other: string | undefined) => other !== undefined && folded(one) === folded(other);
  const isCategory = ({ plan }: PublishedPrices, category: string, id: string) =>
    isSame(category, id) || isSame(category, nameOf(plan, id));
  const ofShow = (show: string) =>
    performances.filter((performance) => isSame(show, performance.title) || isSame(show, performance.show));
  const wrong = printed.flatMap((row): readonly PriceDifference[] => {
    const { show, category, price } = row;
    const found = ofShow(show);
    if (found.length === 0) return [{ is: 'show', show, category, printed: price }];
    for (const performance of found) {
      const id = Object.keys(performance.prices).find((one) => isCategory(performance, category, one));
      const published = id === undefined ? undefined : performance.prices[id];
      if (published === undefined)
        return [{ is: 'category', show, category, printed: price, performance: performance.performance }];
      if (published !== price)
        return [{ is: 'price', show, category, printed: price, published, performance: performance.performance }];
    }
    return [];
  });
  const seen = new Set<string>();
  const unprinted = performances.flatMap((performance) => {
    const rows = printed.filter(({ show }) => isSame(show, performance.title) || isSame(show, performance.show));
    return Object.entries(performance.prices).flatMap(([id, published]): readonly PriceDifference[] => {
      const category = nameOf(performance.plan, id) ?? id;
      const key = `${performance.show}\n${id}`;
      if (rows.some((row) => isCategory(performance, row.category, id)) || seen.has(key)) return [];
      seen.add(key);
      return [{ is: 'unprinted', show: performance.title, category, published, performance: performance.performance }];
    });
  });
  return [...wrong, ...unprinted];
}
