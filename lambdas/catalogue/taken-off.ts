import type { PerformanceFile, Season, ShowFile } from '../../contracts/catalogue.ts';
import type { OpenToFans } from './contradictions.ts';

/*
 * A show that a season has no longer keeps its file and its page: somebody has a bookmark, or comes from a search. But it
 * offers nothing any more. A date to come whose house was never opened is sold in no on-sale there. One whose id another show
 * has now is no date of it.
 */

/** The files of shows that were in the season before and are not in this one, if they have such dates. */
export function takenOff(
  before: OpenToFans,
  season: Season,
  published: readonly PerformanceFile[],
  now: number,
): readonly ShowFile[] {
  const stays = new Set(season.shows.map(({ id }) => id));
  const elsewhere = new Set(published.map(({ id }) => id));
  return [...before.shows.values()].flatMap((show) => {
    if (stays.has(show.id)) return [];
    const own = show.performances.filter(({ id }) => !elsewhere.has(id));
    const performances = own.map((one) =>
      one.startsAt > now && !before.open.has(one.id) ? { ...one, onSales: [] } : one,
    );
    const isSame =
      own.length === show.performances.length &&
      performances.every(({ onSales }, at) => onSales.length === own[at]?.onSales.length);
    return isSame ? [] : [{ ...show, performances }];
  });
}
