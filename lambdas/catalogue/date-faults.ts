import type { SeasonDraft } from '../../contracts/catalogue.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { carriedOver } from './carried-over.ts';
import type { OpenToFans } from './contradictions.ts';
import { performanceOf } from './season-files.ts';

/*
 * Dates that can only be mistakes: a performance that has begun, or that begins before its first doors open, and one that
 * nobody could tell from another, since show, day, time, hall and note are the same; an on-sale that is over, or that
 * opens after a date of an earlier season that it sells. A date that is published so already stands, for a house may be open.
 */

export function* dateFaults(draft: SeasonDraft, before: OpenToFans, now: number): Generator<FieldError> {
  const { performances: standing, season } = before;
  const doors = firstDoors(draft.onSales);
  const doorsBefore = firstDoors(season?.onSales ?? []);
  yield* onSaleDates(draft, before, now);
  for (const [s, show] of draft.shows.entries()) {
    const seen = new Map<string, string>();
    for (const [p, performance] of show.performances.entries()) {
      const field = `shows.${s}.performances.${p}`;
      const { startsAt, venue, note } = performanceOf(draft, show, performance);
      const file = standing.get(performance.id);
      const stands = file?.startsAt === startsAt && file.venue === venue && file.note === note;
      const stood = file?.startsAt === startsAt && startsAt <= doorsBefore(file.onSales.map(({ id }) => id));
      if (startsAt <= now && file?.startsAt !== startsAt)
        yield { field: `${field}.startsAt`, message: 'has begun already: write a later time, or leave it out' };
      else if (startsAt <= doors(performance.onSales) && !stood)
        yield {
          field: `${field}.startsAt`,
          message: 'is before the doors of all its on-sales open: write a later time, or earlier doors',
        };
      // If it takes place after all, another one stands beside it.
      if (file?.cancelled) continue;
      const date = JSON.stringify([startsAt, venue, note]);
      const first = seen.get(date);
      if (first === undefined) seen.set(date, field);
      else if (!stands)
        yield {
          field: `${field}.startsAt`,
          message: `is the time of ${first} too, in the same hall: leave one of them out, or give it a time, a venue or a note of its own`,
        };
    }
  }
}

function* onSaleDates(draft: SeasonDraft, before: OpenToFans, now: number): Generator<FieldError> {
  const closedAt = new Map(before.season?.onSales.map(({ id, closesAt }) => [id, closesAt] as const));
  for (const [at, { id, closesAt }] of draft.onSales.entries())
    if (closesAt <= now && closedAt.get(id) !== closesAt)
      yield {
        field: `onSales.${at}.closesAt`,
        message: 'has passed already: write a later time, or leave the on-sale out',
      };
  const carried = carriedOver(draft, before, now);
  const doors = firstDoors([...draft.onSales, ...carried.onSales]);
  const doorsBefore = firstDoors(before.season?.onSales ?? []);
  for (const { id: show } of carried.shows)
    for (const { id, startsAt, onSales } of before.shows.get(show)?.performances ?? []) {
      if (startsAt <= now || startsAt > doors(onSales) || startsAt <= doorsBefore(onSales)) continue;
      const at = draft.onSales.findIndex((one) => onSales.includes(one.id));
      yield {
        field: `onSales.${at}.opensAt`,
        message: `is after ${id}, which stays on show and is sold in no other on-sale: write an earlier time, or use another id`,
      };
    }
}

/** When the first doors of some on-sales open, by their ids; of an on-sale that is not there nobody knows. */
function firstDoors(
  onSales: readonly { readonly id: string; readonly opensAt: number }[],
): (ids: readonly string[]) => number {
  const doors = new Map(onSales.map(({ id, opensAt }) => [id, opensAt] as const));
  return (ids) => Math.min(...ids.map((id) => doors.get(id) ?? Number.NEGATIVE_INFINITY));
}
