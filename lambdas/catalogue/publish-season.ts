import type { AllocationsFile, PerformanceFile, Season, SeasonDraft, ShowFile } from '../../contracts/catalogue.ts';
import type { Board, LineFile } from '../../contracts/line.ts';
import type { PerformanceActs } from '../../contracts/performance-acts.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import type { OpenHouses } from '../../contracts/stock.ts';
import { actsIn } from '../foundation/performance-acts.ts';
import { carriedOver } from './carried-over.ts';
import { withCategoryIds } from './category-prices.ts';
import { contradictionsOf, type OnSaleRules, type OpenToFans } from './contradictions.ts';
import { dateFaults } from './date-faults.ts';
import { emptyLines } from './empty-lines.ts';
import { performanceWithActs, seasonWithShow, showWithActs } from './files-with-acts.ts';
import { type PublishedText, pagesOf } from './pages/pages-of-season.ts';
import { sameConcessions } from './same-concessions.ts';
import { faultsOfSeason } from './season-faults.ts';
import { allocationsOf, performanceOf, seasonOf, showOf } from './season-files.ts';
import { withSeatIds } from './seat-names.ts';
import { spokenFor } from './spoken-for.ts';
import { takenOff } from './taken-off.ts';
import { unprintableFaults } from './unprintable-faults.ts';

/*
 * Publishing writes from the leaves to the root: performances, then shows, then the season, and of pages those of shows
 * before the season's. So a reader never follows a link to a file that is not there yet. A publication cut short leaves the season before it in place. Nothing is
 * written of a season with a fault, or of one that contradicts what is open or sold.
 *
 * A publisher first says that a season is being published, then looks at what is open. The opener of a house first lists
 * it as open, then looks whether a season is being published (seating/house/open-house.ts). Of two at the same moment at
 * least one sees the other, and is refused. So a house never opens with facts that are being replaced.
 *
 * Performances that were cancelled or moved stay so (files-with-acts.ts).
 */

export interface SeasonShelf {
  /** Says that a season is being published until then; false if another one is. Milliseconds since the epoch. */
  readonly begin: (now: number, until: number) => Promise<boolean>;
  readonly end: () => Promise<void>;
  readonly readPlan: (plan: string) => Promise<Plan | undefined>;
  /** What is published now. */
  readonly readSeason: () => Promise<Season | undefined>;
  readonly readShow: (show: string) => Promise<ShowFile | undefined>;
  readonly readPerformance: (performance: string) => Promise<PerformanceFile | undefined>;
  readonly readActs: () => Promise<{ readonly file: PerformanceActs } | undefined>;
  readonly readOpenHouses: () => Promise<OpenHouses | undefined>;
  /** The promises of a line that was opened. */
  readonly readLine: (onSale: string) => Promise<LineFile | undefined>;
  readonly readBoard: (onSale: string) => Promise<Pick<Board, 'opensAt'> | undefined>;
  readonly publishPerformance: (file: PerformanceFile) => Promise<void>;
  /** Whose the seats are that are set aside: nobody serves it. */
  readonly keepAllocations: (file: AllocationsFile) => Promise<void>;
  readonly publishShow: (file: ShowFile) => Promise<void>;
  readonly publishSeason: (season: Season) => Promise<void>;
  /** A page, or the colours of its posters. */
  readonly publishText: (path: string, text: PublishedText) => Promise<void>;
}

export type PublishedSeason =
  | { readonly ok: true; readonly season: string; readonly shows: number; readonly performances: number }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

/** Enough to keep a bucket busy, few enough for one function's sockets. */
const atOnce = 24;

/** The function that publishes ends after a minute at the latest, done or not. The other one is for clocks that differ. */
export const publishingMs = 2 * 60_000;

/**
 * `now` in milliseconds since the epoch; `methods`: the ways to pay that the stage offers; `site`: its address, e.g.
 * `https://tickets.example.org`, which pages say whole.
 */
export async function publishSeason(
  shelf: SeasonShelf,
  draft: SeasonDraft,
  now: number,
  methods: readonly string[] = [],
  site = '',
): Promise<PublishedSeason> {
  if (!(await shelf.begin(now, now + publishingMs)))
    return refused([{ field: 'id', message: 'another season is being published: call again in two minutes' }]);
  try {
    return await publish(shelf, draft, now, methods, site);
  } finally {
    await shelf.end();
  }
}

async function publish(
  shelf: SeasonShelf,
  given: SeasonDraft,
  now: number,
  methods: readonly string[],
  site: string,
): Promise<PublishedSeason> {
  const [plans, standing] = await Promise.all([readPlans(shelf, given), readBefore(shelf, given)]);
  const draft = withSeatIds(withCategoryIds(given, plans), plans);
  const before = { ...standing, plans };
  const errors = [
    ...faultsOfSeason(draft, plans, methods),
    ...unprintableFaults(draft, before),
    ...dateFaults(draft, before, now),
    ...sameConcessions(draft, before),
    ...contradictionsOf(draft, before, now),
    ...emptyLines(draft, before, now),
    ...spokenFor(draft, before, now),
  ].slice(0, 100);
  if (errors.length > 0) return refused(errors);
  const { acts } = before;
  const performances = draft.shows.flatMap((show) =>
    show.performances.map((performance) => performanceWithActs(performanceOf(draft, show, performance), acts)),
  );
  // Before the seats themselves: whoever knows that they are set aside finds whose they are.
  await each(allocationsOf(draft, before.performances), shelf.keepAllocations);
  await each(performances, shelf.publishPerformance);
  const shows = draft.shows.map((show) => showWithActs(showOf(draft, show), acts));
  const season = shows.reduce(seasonWithShow, seasonOf(draft, carriedOver(draft, before, now)));
  const gone = takenOff(before, season, performances, now);
  await each([...shows, ...gone], shelf.publishShow);
  const pages = pagesOf({ season, shows: [...shows, ...gone], site, now });
  await each(pages.ofShows, ({ path, ...text }) => shelf.publishText(path, text));
  await shelf.publishSeason(season);
  await each(pages.ofSeason, ({ path, ...text }) => shelf.publishText(path, text));
  // A line that was opened meanwhile may have read the season before. It reads the season after it has published what it
  // promises, and this reads the promises after it has published the season: one of the two sees the other.
  const lines = await readLines(shelf, draft, before.season);
  const late = contradictionsOf(draft, { ...before, lines, doors: await readDoors(shelf, draft, before.season) }, now);
  if (late.length > 0) return refused(late);
  return { ok: true, season: draft.id, shows: draft.shows.length, performances: performances.length };
}

function refused(errors: readonly FieldError[]): PublishedSeason {
  return { ok: false, detail: errors.map(({ field, message }) => `${field}: ${message}`).join('; '), errors };
}

async function readPlans(shelf: SeasonShelf, draft: SeasonDraft): Promise<ReadonlyMap<string, Plan>> {
  return await readAll(
    draft.shows.flatMap(({ performances }) => performances.map(({ plan }) => plan)),
    shelf.readPlan,
  );
}

/** What is published of the draft, and of the season that it follows. */
async function readBefore(
  shelf: SeasonShelf,
  draft: SeasonDraft,
): Promise<OpenToFans & { readonly acts: PerformanceActs['acts'] }> {
  const [season, houses, list] = await Promise.all([shelf.readSeason(), shelf.readOpenHouses(), shelf.readActs()]);
  const acts = actsIn(list?.file);
  const drafted = draft.shows.flatMap(({ performances }) => performances.map(({ id }) => id));
  return {
    season,
    shows: await readAll(season?.shows.map(({ id }) => id) ?? [], shelf.readShow),
    acts,
    performances: new Map(
      [...(await readAll(drafted, shelf.readPerformance))].map(([id, file]) => [id, performanceWithActs(file, acts)]),
    ),
    rules: await readRules(shelf, draft, houses),
    soldIn: new Set(Object.keys(houses?.onSales ?? {})),
    open: new Set(Object.values(houses?.onSales ?? {}).flat()),
    lines: await readLines(shelf, draft, season),
    doors: await readDoors(shelf, draft, season),
  };
}

/** By on-sale: what the first house that was opened for it says of it. */
async function readRules(
  shelf: SeasonShelf,
  { onSales }: SeasonDraft,
  houses: OpenHouses | undefined,
): Promise<ReadonlyMap<string, OnSaleRules>> {
  const firstOf = (onSale: string) => houses?.onSales[onSale]?.[0];
  const files = await readAll(
    onSales.flatMap(({ id }) => firstOf(id) ?? []),
    shelf.readPerformance,
  );
  return new Map(
    onSales.flatMap(({ id }) => {
      const rules = files.get(firstOf(id) ?? '')?.onSales.find((one) => one.id === id);
      return rules ? [[id, rules] as const] : [];
    }),
  );
}

/** The lines that are open of the on-sales of both. */
function readLines(shelf: SeasonShelf, draft: SeasonDraft, season: Season | undefined) {
  return readAll(onSalesOf(draft, season), shelf.readLine);
}

/** By on-sale, when its doors open as its board says now. */
async function readDoors(shelf: SeasonShelf, draft: SeasonDraft, season: Season | undefined) {
  const boards = await readAll(onSalesOf(draft, season), shelf.readBoard);
  return new Map([...boards].map(([id, { opensAt }]) => [id, opensAt]));
}

const onSalesOf = (draft: SeasonDraft, season: Season | undefined): readonly string[] =>
  [...draft.onSales, ...(season?.onSales ?? [])].map(({ id }) => id);

/** Those that there are, by id. */
async function readAll<File>(
  ids: readonly string[],
  read: (id: string) => Promise<File | undefined>,
): Promise<ReadonlyMap<string, File>> {
  const found = new Map<string, File>();
  await each([...new Set(ids)], async (id) => {
    const file = await read(id);
    if (file) found.set(id, file);
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
