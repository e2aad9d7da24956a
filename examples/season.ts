import { type OnSaleDraft, type SeasonDraft, seasonDraft } from '../contracts/catalogue.ts';
import type { LineOpening } from '../contracts/line-operation.ts';
import { performancesOf, yearOf } from './performances.ts';
import { durationOf, momentOf } from './when.ts';
import { type World, WorldProblem } from './world.ts';

/*
 * A world becomes the season draft that the catalogue is given and the lines that are opened. All times
 * are fixed here, by the moment of loading, so that one load is consistent and a repeated one changes nothing.
 */

export interface Loading {
  /** Milliseconds since the epoch. */
  readonly loadedAt: number;
  /** ISO 8601 duration: when the doors of the first on-sale open after loading, instead of what the world says. */
  readonly doorsIn?: string | undefined;
  /** Set behind the ids of on-sales, shows and performances, so that a rehearsal has a house of its own. */
  readonly suffix?: string | undefined;
}

/** `plans`: ids of published plans by the world's names for them. */
export function draftOf(world: World, plans: Readonly<Record<string, string>>, loading: Loading): SeasonDraft {
  const year = yearOf(world, loading.loadedAt);
  const named = (id: string) => (loading.suffix ? `${id}-${loading.suffix}` : id);
  return seasonDraft.parse({
    id: named(world.id),
    title: world.title,
    venue: world.venue,
    ...(world.boxOffice && { boxOffice: world.boxOffice }),
    currency: world.currency,
    timeZone: world.timeZone,
    ...(world.concessions && { concessions: world.concessions }),
    onSales: world.onSales.map((onSale, at): OnSaleDraft => {
      const opensAt =
        at === 0 && loading.doorsIn !== undefined
          ? loading.loadedAt + lengthOf(loading.doorsIn)
          : instant(onSale.opensAt, loading.loadedAt, `onSales.${at}.opensAt`);
      const closesAt = instant(onSale.closesAt, loading.loadedAt, `onSales.${at}.closesAt`);
      const later = onSale.later?.map((tier, n) => ({
        ...tier,
        opensAt: instant(tier.opensAt, loading.loadedAt, `onSales.${at}.later.${n}.opensAt`),
      }));
      return { ...onSale, id: named(onSale.id), opensAt, closesAt, later };
    }),
    shows: world.shows.map((show) => ({
      id: named(show.id),
      title: show.title,
      byline: show.byline,
      description: show.description,
      venue: show.venue ?? world.venue,
      poster: show.poster,
      performances: performancesOf(world, show, year).map((performance) => ({
        ...performance,
        id: named(performance.id),
        plan: plans[performance.plan] ?? performance.plan,
        onSales: performance.onSales.map(named),
      })),
    })),
  });
}

/** The input of `waiting-room/line/open-line` for an on-sale. */
export function lineOf(onSale: OnSaleDraft): LineOpening {
  const { id, title, opensAt, closesAt, entry, roster, tier, later, audience, dials } = onSale;
  return { onSale: id, title, opensAt, closesAt, entry, roster, tier, later, audience, dials };
}

function instant(text: string, loadedAt: number, field: string): number {
  const at = momentOf(text, loadedAt);
  if (at === undefined)
    throw new WorldProblem(`${field}: "${text}" is neither an instant (2027-05-01T09:00:00Z) nor like +PT2M`);
  return at;
}

function lengthOf(text: string): number {
  const length = durationOf(text);
  if (length === undefined) throw new WorldProblem(`--doors-in: "${text}" is not a duration such as PT2M`);
  return length;
}
