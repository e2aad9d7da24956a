import type { PublishedOnSale, Season, ShowFile } from '../../contracts/catalogue.ts';
import { published } from '../../contracts/paths.ts';
import type { Site } from '../site.ts';
import { popularity } from './audience.ts';

/** The programme of one on-sale, as the published files have it. */
export interface Programme {
  readonly onSale: PublishedOnSale;
  readonly performances: readonly { readonly id: string; readonly show: string }[];
  /** By performance: how wanted it is. */
  readonly weights: readonly number[];
}

/** Reads season and shows as a fan's browser does. A sentence instead, if there is nothing to rehearse. */
export async function readProgramme(
  site: Site,
  onSaleId: string | undefined,
  seed: number,
): Promise<Programme | string> {
  const { body, status } = await site.ask({ step: 'season', method: 'GET', path: published.season() });
  if (status !== 200) return `No season is published here (${published.season()} answered ${status || 'nothing'}).`;
  const season = body as Season;
  const onSale = onSaleId
    ? season.onSales.find(({ id }) => id === onSaleId)
    : season.onSales.toSorted((a, b) => a.opensAt - b.opensAt)[0];
  if (!onSale) return `There is no on-sale ${onSaleId}; there are ${season.onSales.map(({ id }) => id).join(', ')}.`;
  const performances: { id: string; show: string }[] = [];
  for (const { id: show } of season.shows) {
    const answer = await site.ask({ step: 'show', method: 'GET', path: published.show(show) });
    if (answer.status !== 200) return `The season names the show ${show}, which is not published.`;
    const sold = (answer.body as ShowFile).performances.filter(({ onSales }) => onSales.includes(onSale.id));
    performances.push(...sold.map(({ id }) => ({ id, show })));
  }
  if (performances.length === 0) return `Nothing is sold in the on-sale ${onSale.id}.`;
  const weights = popularity(
    seed,
    performances.map(({ id }) => id),
  );
  return { onSale, performances, weights };
}
