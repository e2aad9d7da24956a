import type { Season, ShowFile } from '../../contracts/catalogue.ts';
import type { OpenToFans } from './contradictions.ts';

/*
 * A show that a season has no longer keeps its file and its page: somebody has a bookmark, or comes from a search. But it
 * offers nothing any more. A date to come whose house was never opened is sold in no on-sale there.
 */

/** The files of shows that were in the season before and are not in this one, if they have such dates. */
export function takenOff(before: OpenToFans, season: Season, now: number): readonly ShowFile[] {
  const stays = new Set(season.shows.map(({ id }) => id));
  return [...before.shows.values()].flatMap((show) => {
    if (stays.has(show.id)) return [];
    const performances = show.performances.map((one) =>
      one.startsAt > now && !before.open.has(one.id) ? { ...one, onSales: [] } : one,
    );
    const isSame = performances.every(({ onSales }, at) => onSales.length === show.performances[at]?.onSales.length);
    return isSame ? [] : [{ ...show, performances }];
  });
}
