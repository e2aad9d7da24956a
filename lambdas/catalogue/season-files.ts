import type {
  AllocationsFile,
  OnSaleDraft,
  PerformanceDraft,
  PerformanceFile,
  PublishedOnSale,
  PublishedPoster,
  Season,
  SeasonDraft,
  ShowDraft,
  ShowFile,
  ShowSummary,
} from '../../contracts/catalogue.ts';
import { kindsOf } from '../../rules/poster-motif.ts';

/*
 * The part of a season that everyone may read, and nothing else. Rosters, dials and audience sizes stay with the
 * operator. So do the owners of seats that are set aside: these seats are sorted by their names. Performances stand in
 * order of time.
 */

/** `carried`: what is still sold of seasons before it. */
export function seasonOf(
  draft: SeasonDraft,
  carried: Pick<Season, 'onSales' | 'shows'> = { onSales: [], shows: [] },
): Season {
  return {
    v: 1,
    id: draft.id,
    title: draft.title,
    venue: draft.venue,
    currency: draft.currency,
    timeZone: draft.timeZone,
    onSales: [...draft.onSales.map(publishedOnSale), ...carried.onSales],
    shows: [...draft.shows.map((show) => summaryOf(draft, show)), ...carried.shows],
    ...(draft.boxOffice && { boxOffice: draft.boxOffice }),
  };
}

function summaryOf(draft: SeasonDraft, show: ShowDraft): ShowSummary {
  const { id, title, byline, venue, performances } = show;
  const times = performances.map(({ startsAt }) => startsAt);
  return {
    id,
    title,
    byline,
    venue,
    poster: posterOf(draft, show),
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
    performances: performances.length,
    ...range(performances),
  };
}

function publishedOnSale(onSale: OnSaleDraft): PublishedOnSale {
  const {
    id,
    title,
    audienceName,
    opensAt,
    closesAt,
    entry,
    tier,
    later = [],
    seatsPerFan,
    holdMinutes,
    answers,
  } = onSale;
  const tiers =
    tier &&
    [{ ...tier, entry, opensAt }, ...later].map(({ id, name, entry, opensAt }) => ({ id, name, entry, opensAt }));
  return {
    id,
    title,
    audienceName,
    opensAt,
    closesAt,
    entry,
    ...(tiers && { tiers }),
    seatsPerFan,
    holdMinutes,
    ...(answers?.length && { answers }),
  };
}

/** With the kind of its picture: another than those of the season's other shows. */
function posterOf({ shows }: SeasonDraft, { id, poster }: ShowDraft): PublishedPoster {
  const motif = kindsOf(shows.map((show) => show.id))[shows.findIndex((show) => show.id === id)];
  return { ...poster, ...(motif !== undefined && { motif }) };
}

export function showOf(draft: SeasonDraft, show: ShowDraft): ShowFile {
  const { id, title, byline, description, venue, performances } = show;
  return {
    v: 1,
    id,
    title,
    byline,
    description,
    venue,
    poster: posterOf(draft, show),
    currency: draft.currency,
    timeZone: draft.timeZone,
    performances: [...performances]
      .sort((a, b) => a.startsAt - b.startsAt)
      .map((performance) => ({
        id: performance.id,
        startsAt: performance.startsAt,
        ...(performance.venue !== undefined && performance.venue !== venue && { venue: performance.venue }),
        ...(performance.note && { note: performance.note }),
        ...range([performance]),
        onSales: performance.onSales,
      })),
  };
}

export function performanceOf(draft: SeasonDraft, show: ShowDraft, performance: PerformanceDraft): PerformanceFile {
  const concessions = (draft.concessions ?? []).filter(({ id }) => performance.concessions?.includes(id) ?? true);
  const blocked = (performance.allocations ?? []).flatMap(({ seats }) => seats).sort();
  return {
    v: 1,
    id: performance.id,
    show: show.id,
    title: show.title,
    venue: performance.venue ?? show.venue,
    startsAt: performance.startsAt,
    ...(performance.note && { note: performance.note }),
    plan: performance.plan,
    prices: performance.prices,
    currency: draft.currency,
    timeZone: draft.timeZone,
    onSales: draft.onSales
      .filter(({ id }) => performance.onSales.includes(id))
      .map(({ id, seatsPerFan, wheelchairPerFan, holdMinutes, asks, returnHours }) => ({
        id,
        seatsPerFan,
        holdMinutes,
        ...(wheelchairPerFan !== undefined && { wheelchairPerFan }),
        ...(asks && { asks }),
        ...(returnHours !== undefined && { returnHours }),
      })),
    ...(concessions.length > 0 && { concessions }),
    ...(blocked.length > 0 && { blocked }),
  };
}

/** Whose seats are set aside: of each performance with some, and of those that had some before. */
export function allocationsOf(
  { shows }: SeasonDraft,
  before: ReadonlyMap<string, PerformanceFile>,
): readonly AllocationsFile[] {
  return shows.flatMap(({ performances }) =>
    performances.flatMap(({ id, allocations = [] }) =>
      allocations.length > 0 || before.get(id)?.blocked ? [{ v: 1 as const, performance: id, allocations }] : [],
    ),
  );
}

function range(performances: readonly PerformanceDraft[]): { readonly priceFrom: number; readonly priceTo: number } {
  const prices = performances.flatMap(({ prices }) => Object.values(prices));
  return { priceFrom: Math.min(...prices), priceTo: Math.max(...prices) };
}
