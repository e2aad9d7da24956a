import type { PerformanceFile, Season, ShowFile } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';
import { sameJson } from '../../foundation/same-json.ts';
import type { ReadPublished } from './house-books.ts';

/*
 * Whether the published season shows a performance as its own file has it. The file alone is not enough to open a house:
 * it stays when a performance is taken out of the season, and a publication that died half way may have written it and
 * nothing else. A house that opens then sells what no page says. Before the first season is out there is none to ask.
 */

/** Why the house of each performance is not opened, by the performance's id; those that are shown are left out. */
export async function notShown(
  read: ReadPublished,
  files: readonly PerformanceFile[],
): Promise<ReadonlyMap<string, string>> {
  const season = await read<Season>(published.season());
  if (!season) return new Map();
  const inSeason = new Set(season.shows.map(({ id }) => id));
  const ids = [...new Set(files.map(({ show }) => show))].filter((id) => inSeason.has(id));
  const shows = new Map(
    await Promise.all(ids.map(async (id) => [id, await read<ShowFile>(published.show(id))] as const)),
  );
  const why = (file: PerformanceFile): string | undefined => {
    const show = shows.get(file.show);
    const date = show?.performances.find(({ id }) => id === file.id);
    if (!show || !date) return 'is in no show of the published season: publish a season that has it';
    return sameJson(saidBy(show, date), saidOf(file))
      ? undefined
      : 'is not published as its show says, since a publication was cut short: publish its season again';
  };
  const found = new Map<string, string>();
  for (const file of files) {
    const reason = why(file);
    if (reason !== undefined) found.set(file.id, `${file.id} ${reason}`);
  }
  return found;
}

function saidBy(show: ShowFile, date: ShowFile['performances'][number]) {
  const { title, currency, timeZone } = show;
  const { startsAt, note, priceFrom, priceTo, onSales, venue = show.venue } = date;
  return { title, currency, timeZone, venue, startsAt, note, priceFrom, priceTo, onSales: [...onSales].sort() };
}

function saidOf({ title, currency, timeZone, venue, startsAt, note, prices, onSales }: PerformanceFile) {
  const amounts = Object.values(prices);
  return {
    ...{ title, currency, timeZone, venue, startsAt, note },
    priceFrom: Math.min(...amounts),
    priceTo: Math.max(...amounts),
    onSales: onSales.map(({ id }) => id).sort(),
  };
}
