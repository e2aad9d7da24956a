import type { PublishedOnSale, Season, SeasonDraft, ShowSummary } from '../../contracts/catalogue.ts';
import { isLineOver, isOfAnother, isOver, type OpenToFans } from './contradictions.ts';

/*
 * The part of an earlier season that stays on show when another one is published: shows with a performance still to come whose
 * house is open, or that an open line sells, and the on-sales that they are sold in or whose line is open. So the buyers
 * of one season keep its pages and its door while the next is on sale, and a line goes on with what it was opened for. An edited season carries nothing over from itself: what it
 * leaves out is a mistake there (contradictions.ts).
 */

export type CarriedOver = Pick<Season, 'onSales' | 'shows'>;

/** `now` in milliseconds since the epoch. */
export function carriedOver(draft: SeasonDraft, before: OpenToFans, now: number): CarriedOver {
  const { season, shows: files, open, lines } = before;
  if (!season) return { onSales: [], shows: [] };
  const has = { shows: idsOf(draft.shows), onSales: idsOf(draft.onSales) };
  const isOpen = (onSale: string) => {
    const line = lines.get(onSale);
    return line !== undefined && !isLineOver(line, now);
  };
  const kept = season.shows.filter(
    (show) =>
      isOfAnother(season, show, draft) &&
      !has.shows.has(show.id) &&
      files
        .get(show.id)
        ?.performances.some((one) => !isOver(one, now) && (open.has(one.id) || one.onSales.some(isOpen))),
  );
  const soldIn = new Set(kept.flatMap(({ id }) => files.get(id)?.performances.flatMap(({ onSales }) => onSales) ?? []));
  const onSales = season.onSales.filter((onSale) => {
    if (!isOfAnother(season, onSale, draft) || has.onSales.has(onSale.id)) return false;
    return soldIn.has(onSale.id) || isOpen(onSale.id);
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
