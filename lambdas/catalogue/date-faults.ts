import type { SeasonDraft } from '../../contracts/catalogue.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import type { OpenToFans } from './contradictions.ts';
import { performanceOf } from './season-files.ts';

/*
 * Dates that can only be mistakes: a performance that has begun, or that begins before its first doors open, and one that
 * nobody could tell from another, since show, day, time, hall and note are the same. A date that is published so already,
 * with these doors, stands, for its house may be open.
 */

export function* dateFaults(
  draft: SeasonDraft,
  { performances: standing, season }: Pick<OpenToFans, 'performances' | 'season'>,
  now: number,
): Generator<FieldError> {
  const doors = firstDoors(draft.onSales);
  const doorsBefore = firstDoors(season?.onSales ?? []);
  for (const [s, show] of draft.shows.entries()) {
    const seen = new Map<string, string>();
    for (const [p, performance] of show.performances.entries()) {
      const field = `shows.${s}.performances.${p}`;
      const { startsAt, venue, note } = performanceOf(draft, show, performance);
      const before = standing.get(performance.id);
      const stands = before?.startsAt === startsAt && before.venue === venue && before.note === note;
      const stood = before?.startsAt === startsAt && startsAt <= doorsBefore(before.onSales.map(({ id }) => id));
      if (startsAt <= now && before?.startsAt !== startsAt)
        yield { field: `${field}.startsAt`, message: 'has begun already: write a later time, or leave it out' };
      else if (startsAt <= doors(performance.onSales) && !stood)
        yield {
          field: `${field}.startsAt`,
          message: 'is before the doors of all its on-sales open: write a later time, or earlier doors',
        };
      // If it takes place after all, another one stands beside it.
      if (before?.cancelled) continue;
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

/** When the first doors of some on-sales open, by their ids; of an on-sale that is not there nobody knows. */
function firstDoors(
  onSales: readonly { readonly id: string; readonly opensAt: number }[],
): (ids: readonly string[]) => number {
  const doors = new Map(onSales.map(({ id, opensAt }) => [id, opensAt] as const));
  return (ids) => Math.min(...ids.map((id) => doors.get(id) ?? Number.NEGATIVE_INFINITY));
}
