import type { PerformanceFile, Season, ShowFile } from '../../contracts/catalogue.ts';
import type { PerformanceAct, PerformanceActs } from '../../contracts/performance-acts.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import type { OpenHouses } from '../../contracts/stock.ts';
import { actsIn } from '../foundation/performance-acts.ts';
import type { Written } from '../foundation/write-outcome.ts';
import { performanceWithActs, seasonWithShow, showWithActs } from './files-with-acts.ts';
import { type PublishedText, pagesOf } from './pages/pages-of-season.ts';
import { publishingMs } from './publish-season.ts';

/*
 * An act on a performance that is published, in steps of which each is safe to do again:
 *
 *   1 say that something is being published: no season is published meanwhile, and no house opened
 *   2 add the act to the list, if the list is still the one that was read: the commit point
 *   3 write the files that follow from it: the performance, its show, the season, and their pages
 *
 * A second call for the same finds the act in the list and writes the files again, so a call that died is made good by
 * the next one. All but pages follow the list itself, and need no second call.
 */

export interface ActShelf {
  /** Says that something is being published until then; false if something else is. Milliseconds since the epoch. */
  readonly begin: (now: number, until: number) => Promise<boolean>;
  readonly end: () => Promise<void>;
  readonly readActs: () => Promise<{ readonly file: PerformanceActs; readonly tag: string } | undefined>;
  /** Writes the list if the one that stands has this tag; `undefined`: if none stands. */
  readonly writeActs: (acts: PerformanceActs, tag: string | undefined) => Promise<Written<unknown, unknown>>;
  readonly readPerformance: (performance: string) => Promise<PerformanceFile | undefined>;
  readonly readOpenHouses: () => Promise<OpenHouses | undefined>;
  readonly readShow: (show: string) => Promise<ShowFile | undefined>;
  readonly readSeason: () => Promise<Season | undefined>;
  readonly publishPerformance: (file: PerformanceFile) => Promise<void>;
  readonly publishShow: (file: ShowFile) => Promise<void>;
  readonly publishSeason: (season: Season) => Promise<void>;
  readonly publishText: (path: string, file: PublishedText) => Promise<void>;
  /** The address of the site, e.g. `https://tickets.example.org`, which pages say whole. */
  readonly site: string;
}

export type ActRefused = { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

/** The act to be added; undefined if what is asked for stands already. */
type ActDecided = { readonly ok: true; readonly act: Omit<PerformanceAct, 'number'> | undefined } | ActRefused;

export interface PerformanceNow {
  /** With all acts. */
  readonly file: PerformanceFile;
  readonly acts: readonly PerformanceAct[];
}

/** The performance as it is published then, and whether this call changed it. `now` in milliseconds since the epoch. */
export async function actOnPerformance(
  shelf: ActShelf,
  performance: string,
  decide: (standing: PerformanceNow) => Promise<ActDecided> | ActDecided,
  now: number,
): Promise<
  | {
      readonly ok: true;
      readonly file: PerformanceFile;
      readonly acts: readonly PerformanceAct[];
      readonly first: boolean;
    }
  | ActRefused
> {
  if (!(await shelf.begin(now, now + publishingMs)))
    return actRefused('performance', 'a season is being published: call again in two minutes');
  try {
    const [list, found] = await Promise.all([shelf.readActs(), shelf.readPerformance(performance)]);
    if (!found) return actRefused('performance', `${performance} is not published`);
    const acts = actsIn(list?.file);
    const decided = await decide({ file: performanceWithActs(found, acts), acts });
    if (!decided.ok) return decided;
    const next = decided.act ? [...acts, numbered(decided.act, acts)] : acts;
    if (decided.act && !(await shelf.writeActs({ v: 1, acts: next }, list?.tag)).ok)
      return actRefused('performance', 'another act came at the same moment: call again');
    const file = performanceWithActs(found, next);
    await writeFiles(shelf, file, next, now);
    return { ok: true, file, acts: next, first: decided.act !== undefined };
  } finally {
    await shelf.end();
  }
}

function numbered(act: Omit<PerformanceAct, 'number'>, acts: readonly PerformanceAct[]): PerformanceAct {
  const before = acts.filter(({ performance }) => performance === act.performance);
  return { ...act, number: before.length + 1 } as PerformanceAct;
}

/** From the leaves to the root, as a season is published. */
async function writeFiles(
  shelf: ActShelf,
  file: PerformanceFile,
  acts: readonly PerformanceAct[],
  now: number,
): Promise<void> {
  await shelf.publishPerformance(file);
  const found = await shelf.readShow(file.show);
  if (!found) return;
  const show = showWithActs(found, acts);
  await shelf.publishShow(show);
  const before = await shelf.readSeason();
  if (!before) return;
  const season = seasonWithShow(before, show);
  const pages = pagesOf({ season, shows: [show], site: shelf.site, now });
  for (const { path, ...text } of pages.ofShows) await shelf.publishText(path, text);
  await shelf.publishSeason(season);
  for (const { path, ...text } of pages.ofSeason) await shelf.publishText(path, text);
}

export function actRefused(field: string, message: string): ActRefused {
  return { ok: false, detail: `${field}: ${message}`, errors: [{ field, message }] };
}
