import type { PublishedOnSale, Season, SeasonDraft, ShowSummary } from '../../contracts/catalogue.ts';
import { isLineOver, isOfAnother, isOver, type OpenToFans } from './contradictions.ts';

/*
 * What stays on show of an earlier season when another one is published: shows with a house that is open and a
 * performance still to come, and the on-sales that they are sold in or whose line is open. So the buyers of one season
 * keep its pages and its door while the next is on sale. An edited season carries nothing over from itself: what it
 * leaves out is a mistake there (contradictions.ts).
 */

export type CarriedOver = Pick<Season, 'onSales' | 'shows'>;

/** `now` in milliseconds since the epoch. */
export function carriedOver(draft: SeasonDraft, before: OpenToFans, now: number): CarriedOver {
  const { season, shows: files, open, lines } = before;
  if (!season) return { onSales: [], shows: [] };
  const has = { shows: idsOf(draft.shows), onSales: idsOf(draft.onSales) };
  const kept = season.shows.filter(
    (show) =>
      isOfAnother(season, show, draft) &&
      !has.shows.has(show.id) &&
      files.get(show.id)?.performances.some((one) => open.has(one.id) && !isOver(one, now)),
  );
  const soldIn = new Set(kept.flatMap(({ id }) => files.get(id)?.performances.flatMap(({ onSales }) => onSales) ?? []));
  const onSales = season.onSales.filter((onSale) => {
    if (!isOfAnother(season, onSale, draft) || has.onSales.has(onSale.id)) return false;
    const line = lines.get(onSale.id);
    return soldIn.has(onSale.id) || (line !== undefined && !isLineOver(line, now));
  });
  const { timeZone, currency } = season;
  return {
    onSales: onSales.map((onSale): PublishedOnSale => ({ season: season.id, timeZone, ...onSale })),
    shows: kept.map((show): ShowSummary => ({ season: season.id, timeZone, currency, ...show })),
  };
}

function idsOf(parts: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(parts.map(({ id }) => id));
}
