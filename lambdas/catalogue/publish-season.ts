import type { PerformanceFile, Season, SeasonDraft, ShowFile } from '../../contracts/catalogue.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { faultsOfSeason } from './season-faults.ts';
import { performanceOf, seasonOf, showOf } from './season-files.ts';

/*
 * Publishing writes from the leaves to the root: performances, then shows, then the season. So a reader never follows a
 * link to a file that is not there yet. A publication cut short leaves the season before it in place. Nothing is
 * written of a season with a fault.
 */

export interface SeasonShelf {
  readonly readPlan: (plan: string) => Promise<Plan | undefined>;
  readonly publishPerformance: (file: PerformanceFile) => Promise<void>;
  readonly publishShow: (file: ShowFile) => Promise<void>;
  readonly publishSeason: (season: Season) => Promise<void>;
}

export type PublishedSeason =
  | { readonly ok: true; readonly season: string; readonly shows: number; readonly performances: number }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

/** Enough to keep a bucket busy, few enough for one function's sockets. */
const atOnce = 24;

/** `methods`: the ways to pay that the stage offers. */
export async function publishSeason(
  shelf: SeasonShelf,
  draft: SeasonDraft,
  methods: readonly string[] = [],
): Promise<PublishedSeason> {
  const errors = faultsOfSeason(draft, await readPlans(shelf, draft), methods);
  if (errors.length > 0)
    return { ok: false, detail: errors.map(({ field, message }) => `${field}: ${message}`).join('; '), errors };
  const performances = draft.shows.flatMap((show) =>
    show.performances.map((performance) => performanceOf(draft, show, performance)),
  );
  await each(performances, shelf.publishPerformance);
  await each(
    draft.shows.map((show) => showOf(draft, show)),
    shelf.publishShow,
  );
  await shelf.publishSeason(seasonOf(draft));
  return { ok: true, season: draft.id, shows: draft.shows.length, performances: performances.length };
}

async function readPlans(shelf: SeasonShelf, draft: SeasonDraft): Promise<ReadonlyMap<string, Plan>> {
  const wanted = new Set(draft.shows.flatMap(({ performances }) => performances.map(({ plan }) => plan)));
  const found = new Map<string, Plan>();
  await each([...wanted], async (id) => {
    const plan = await shelf.readPlan(id);
    if (plan) found.set(id, plan);
  });
  return found;
}

async function each<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
}
