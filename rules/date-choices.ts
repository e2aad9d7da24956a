import type { PerformanceFile } from '../contracts/catalogue.ts';
import type { OrderView } from '../contracts/order.ts';
import { equalCategory, mayBeChosen } from './equal-category.ts';

export type ShownChoice = NonNullable<OrderView['choices']>[number];

/** Chosen in place of a date: no performance has such a name. */
export const moneyBack = '';

/** The published files that the choices of an order are about, by id. */
export function filesToRead({ choices = [] }: Pick<OrderView, 'choices'>): readonly string[] {
  return [...new Set(choices.flatMap(({ performance, dates }) => [performance, ...dates]))];
}

/**
 * The dates that may be chosen now, the first first: they take place, and have a price category as good for each seat.
 * Whether seats are free there only the house knows. `now` in milliseconds since the epoch.
 */
export function datesFor(
  { performance, dates }: ShownChoice,
  { items }: Pick<OrderView, 'items'>,
  files: ReadonlyMap<string, PerformanceFile>,
  now: number,
): readonly PerformanceFile[] {
  const from = files.get(performance);
  if (!from) return [];
  const categories = items
    .filter((item) => item.performance === performance && item.cancelled && item.outcome === 'returned')
    .flatMap(({ seats }) => seats.map(({ category }) => category));
  return dates
    .flatMap((id) => files.get(id) ?? [])
    .filter((to) => mayBeChosen(to, now) && categories.every((category) => equalCategory(category, from, to)))
    .toSorted((a, b) => a.startsAt - b.startsAt);
}
