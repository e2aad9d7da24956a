import type { SeasonDraft } from '../../contracts/catalogue.ts';
import type { PerformanceAct } from '../../contracts/performance-acts.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { carriedOver } from './carried-over.ts';
import { isOver, type OpenToFans } from './contradictions.ts';

/*
 * Dates that stand although no house is open for them. A show of an earlier season that stays on show lists its dates, and
 * the buyers of a performance that was cancelled are offered others for good. An id has one file, so a season that gives
 * it to another show would change what these say.
 */

export function* spokenFor(
  draft: SeasonDraft,
  standing: OpenToFans & { readonly acts: readonly PerformanceAct[] },
  now: number,
): Generator<FieldError> {
  const { shows, acts } = standing;
  const showOf = new Map<string, string>();
  for (const { id } of carriedOver(draft, standing, now).shows)
    for (const one of shows.get(id)?.performances ?? []) showOf.set(one.id, id);
  const offers = offersOf(acts);
  const drafted = new Set<string>();
  for (const [s, show] of draft.shows.entries())
    for (const [p, { id }] of show.performances.entries()) {
      drafted.add(id);
      const field = `shows.${s}.performances.${p}.id`;
      const carried = showOf.get(id);
      const file = standing.performances.get(id);
      if (carried !== undefined)
        yield { field, message: `"${id}" is a date of "${carried}", which stays on show: use another id` };
      else if (offers.has(id) && file && file.show !== show.id)
        yield {
          field,
          message: `"${id}" is a date of "${file.show}", and buyers of ${offers.get(id)} are offered it: use another id`,
        };
    }
  for (const show of shows.values())
    for (const one of show.performances) {
      const cancelled = offers.get(one.id);
      if (cancelled === undefined || drafted.has(one.id) || showOf.has(one.id) || isOver(one, now)) continue;
      yield {
        field: 'shows',
        message: `${one.id} is left out, and buyers of ${cancelled} are offered it: leave it in until it is over, or cancel it`,
      };
    }
}

/** By the id of a date that was offered, the performance in whose place it is. */
function offersOf(acts: readonly PerformanceAct[]): ReadonlyMap<string, string> {
  return new Map(
    acts.flatMap((act) =>
      act.act === 'cancel' ? (act.instead ?? []).map((id) => [id, act.performance] as const) : [],
    ),
  );
}
