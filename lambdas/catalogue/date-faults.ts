import type { SeasonDraft } from '../../contracts/catalogue.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import type { OpenToFans } from './contradictions.ts';
import { performanceOf } from './season-files.ts';

/*
 * Dates that can only be mistakes: a performance that has begun before its first doors open, and one that nobody could
 * tell from another, since show, day, time, hall and note are the same. A date that is published so already stands, for
 * its house may be open.
 */

export function* dateFaults(
  draft: SeasonDraft,
  { performances: standing }: Pick<OpenToFans, 'performances'>,
): Generator<FieldError> {
  const doors = new Map(draft.onSales.map(({ id, opensAt }) => [id, opensAt] as const));
  for (const [s, show] of draft.shows.entries()) {
    const seen = new Map<string, string>();
    for (const [p, performance] of show.performances.entries()) {
      const field = `shows.${s}.performances.${p}`;
      const { startsAt, venue, note } = performanceOf(draft, show, performance);
      const before = standing.get(performance.id);
      const stands = before?.startsAt === startsAt && before.venue === venue && before.note === note;
      const opensAt = Math.min(...performance.onSales.map((id) => doors.get(id) ?? Number.NEGATIVE_INFINITY));
      if (startsAt <= opensAt && before?.startsAt !== startsAt)
        yield {
          field: `${field}.startsAt`,
          message: 'is before the doors of all its on-sales open: write a later time',
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
