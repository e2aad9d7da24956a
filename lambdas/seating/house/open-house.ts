import type { PerformanceFile, Publishing } from '../../../contracts/catalogue.ts';
import type { HouseOpening } from '../../../contracts/house.ts';
import { published } from '../../../contracts/paths.ts';
import type { Plan } from '../../../contracts/plan.ts';
import type { FieldError } from '../../../contracts/refusals.ts';
import type { FilesByPath } from '../../foundation/aws.gateway.ts';
import { sameJson } from '../../foundation/same-json.ts';
import { blockSeats } from './block-seats.ts';
import type { HouseRecord, HouseStore } from './house-store.ts';
import { listOpenHouses } from './open-houses.ts';
import { notShown } from './shown-in-season.ts';

/*
 * Opens houses for published performances, in steps of which each is safe to do again:
 *
 *   1 list the houses as open, each with its on-sales. From then on the catalogue publishes nothing that contradicts their
 *     files (lambdas/catalogue/contradictions.ts), and their seats are counted whatever season is published
 *   2 look whether a season is being published, or was meanwhile: then open nothing yet
 *   3 put the rules of the on-sales, block the seats that nobody can buy, put the houses
 *
 * A house is opened for a performance that the published season shows as its file has it (shown-in-season.ts). A
 * performance that was cancelled is named, and its house is not opened. One that is open stays as it is.
 *
 * A house and the rules of an on-sale are put once. Opening them again changes nothing. A house that has another plan or
 * other on-sales than its file says is named: it was opened before what is published was checked.
 */

export interface Opened {
  /** Performances opened now, and those that were open. */
  readonly opened: readonly string[];
  readonly alreadyOpen: readonly string[];
  /** Performances that do not take place, if there are any: their houses were not opened. */
  readonly cancelled?: readonly string[];
  /** On-sales whose published limits differ from those that stand. */
  readonly otherRules: readonly string[];
}

export type OpenHouseAnswer =
  | ({ readonly ok: true } & Opened)
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

export interface OpenHouseDeps {
  readonly store: OpeningStore;
  readonly files: Pick<FilesByPath, 'read' | 'readTagged' | 'writeIf'>;
}

type OpeningStore = Pick<HouseStore, 'house' | 'openHouse' | 'openRules' | 'sections' | 'writeSection'>;

/** `now` in milliseconds since the epoch. */
export async function openHouse(
  { store, files }: OpenHouseDeps,
  { performances }: HouseOpening,
  now: number,
): Promise<OpenHouseAnswer> {
  const found = await Promise.all(
    performances.map(async (performance) => ({
      file: await files.read<PerformanceFile>(published.performance(performance)),
      house: await store.house(performance),
    })),
  );
  const hidden = await notShown(
    files.read,
    found.flatMap(({ file, house }) => (file && !house ? [file] : [])),
  );
  // Half of a season may be out at this moment.
  if (hidden.size > 0 && (await isPublishing(files, now)))
    return { ok: false, detail: 'Nothing was opened. Call again.', errors: [publishingNow] };
  const planIds = new Set(found.flatMap(({ file }) => (file ? [file.plan] : [])));
  const plans = new Map(
    await Promise.all([...planIds].map(async (id) => [id, await files.read<Plan>(published.plan(id))] as const)),
  );
  const houses = found.map(({ file, house }, at) => {
    const field = `performances.${at}`;
    const plan = file && plans.get(file.plan);
    if (!file) return { error: { field, message: `${performances[at]} is not published: publish its season first` } };
    const other = house && otherThan(house, file);
    if (other !== undefined) return { error: { field, message: other } };
    const unseen = hidden.get(file.id);
    if (unseen !== undefined) return { error: { field, message: unseen } };
    if (!plan) return { error: { field, message: `its plan ${file.plan} is not published: import the plan first` } };
    const unknown = unknownSeats(plan, file.blocked);
    if (unknown > 0)
      return {
        error: {
          field,
          message: `its plan does not have ${unknown} of the seats that are set aside: publish its season again`,
        },
      };
    return { file, plan, field };
  });
  const errors = houses.flatMap(({ error }) => (error ? [error] : []));
  if (errors.length > 0) return { ok: false, detail: 'Nothing was opened. Correct and call again.', errors };

  const all = houses.flatMap(({ file, plan, field }, at) =>
    file ? [{ file, plan, field, isOpen: found[at]?.house !== undefined }] : [],
  );
  const cancelled = all.flatMap(({ file, isOpen }) => (file.cancelled && !isOpen ? [file.id] : []));
  const ready = all.filter(({ file }) => !cancelled.includes(file.id));
  await listOpenHouses(
    files,
    ready.map(({ file }) => file),
  );
  const overtaken = await publishedMeanwhile(files, ready, now);
  if (overtaken.length > 0) return { ok: false, detail: 'Nothing was opened. Call again.', errors: overtaken };
  // Rules before houses: a house that is open has rules to hold seats by.
  const rules = new Map(ready.flatMap(({ file }) => file.onSales.map((onSale) => [onSale.id, onSale] as const)));
  const differing = await Promise.all(
    [...rules.values()].map(async ({ id, seatsPerFan, holdMinutes, wheelchairPerFan, asks }) => {
      const own = {
        seatsPerFan,
        holdMinutes,
        ...(wheelchairPerFan !== undefined && { wheelchairPerFan }),
        ...(asks && { asks }),
      };
      return sameJson(await store.openRules(id, own), own) ? [] : [id];
    }),
  );
  const first = await Promise.all(
    ready.map(async ({ file, plan }) => {
      await blockSeats(store, file.id, plan, file.blocked ?? []);
      return store.openHouse({
        performance: file.id,
        plan: plan.id,
        sections: Object.fromEntries(
          plan.sections.map(({ id, rows }) => [id, rows.reduce((sum, { seats }) => sum + seats.length, 0)]),
        ),
        onSales: file.onSales.map(({ id }) => id),
      });
    }),
  );
  const names = (which: boolean) => ready.flatMap(({ file }, at) => (first[at]?.ok === which ? [file.id] : []));
  return {
    ok: true,
    opened: names(true),
    alreadyOpen: names(false),
    otherRules: differing.flat(),
    ...(cancelled.length > 0 && { cancelled }),
  };
}

/** Read after the houses were listed: a publication that did not see the list is seen here. */
async function publishedMeanwhile(
  files: Pick<FilesByPath, 'read'>,
  ready: readonly { readonly file: PerformanceFile; readonly field: string; readonly isOpen: boolean }[],
  now: number,
): Promise<readonly FieldError[]> {
  if (await isPublishing(files, now)) return [publishingNow];
  const hidden = await notShown(
    files.read,
    ready.flatMap(({ file, isOpen }) => (isOpen ? [] : [file])),
  );
  const again = await Promise.all(
    ready.map(async ({ file, field }) =>
      !hidden.has(file.id) && sameJson(await files.read<PerformanceFile>(published.performance(file.id)), file)
        ? []
        : [{ field, message: `${file.id} was published otherwise just now: call again` }],
    ),
  );
  return again.flat();
}

async function isPublishing(files: Pick<FilesByPath, 'read'>, now: number): Promise<boolean> {
  const publishing = await files.read<Publishing>(published.publishing());
  return publishing !== undefined && publishing.until > now;
}

const publishingNow = { field: 'performances', message: 'a season is being published: call again in two minutes' };

function otherThan({ performance, plan, onSales }: HouseRecord, file: PerformanceFile): string | undefined {
  if (plan !== file.plan)
    return `the house of ${performance} is open with the plan ${plan}, and ${file.plan} is published: publish it with ${plan}`;
  const published = file.onSales.map(({ id }) => id);
  if (sameJson([...onSales].sort(), [...published].sort())) return undefined;
  return `the house of ${performance} is open for ${onSales.join(', ')}, and published for ${published.join(', ')}: publish it for those`;
}

function unknownSeats({ sections }: Plan, blocked: readonly string[] = []): number {
  if (blocked.length === 0) return 0;
  const known = new Set(sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ id }) => id))));
  return blocked.filter((seat) => !known.has(seat)).length;
}
