import { isDeepStrictEqual } from 'node:util';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { HouseOpening } from '../../../contracts/house.ts';
import { published } from '../../../contracts/paths.ts';
import type { Plan } from '../../../contracts/plan.ts';
import type { FieldError } from '../../../contracts/refusals.ts';
import { blockSeats } from './block-seats.ts';
import type { ReadPublished } from './house-books.ts';
import type { HouseStore } from './house-store.ts';

/*
 * Opens houses for published performances. A house and the rules of an on-sale are put once. Opening them again changes
 * nothing, even after the performance was published with another plan or other limits, since seats may have been held
 * by the first. The opener hears where the first ones stand. Seats that nobody can buy are blocked before the house is
 * put, from what was published then: later changes of them are not taken over.
 */

export interface Opened {
  /** Performances opened now, and those that were open. */
  readonly opened: readonly string[];
  readonly alreadyOpen: readonly string[];
  /** On-sales whose published limits differ from those that stand. */
  readonly otherRules: readonly string[];
}

export type OpenHouseAnswer =
  | ({ readonly ok: true } & Opened)
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

type OpeningStore = Pick<HouseStore, 'house' | 'openHouse' | 'openRules' | 'sections' | 'writeSection'>;

export async function openHouse(
  { store, read }: { readonly store: OpeningStore; readonly read: ReadPublished },
  { performances }: HouseOpening,
): Promise<OpenHouseAnswer> {
  const files = await Promise.all(
    performances.map((performance) => read<PerformanceFile>(published.performance(performance))),
  );
  const planIds = new Set(files.flatMap((file) => (file ? [file.plan] : [])));
  const plans = new Map(
    await Promise.all([...planIds].map(async (id) => [id, await read<Plan>(published.plan(id))] as const)),
  );
  const houses = files.map((file, at) => {
    const field = `performances.${at}`;
    const plan = file && plans.get(file.plan);
    if (!file) return { error: { field, message: `${performances[at]} is not published: publish its season first` } };
    if (!plan) return { error: { field, message: `its plan ${file.plan} is not published: import the plan first` } };
    const unknown = unknownSeat(plan, file.blocked);
    if (unknown !== undefined)
      return { error: { field, message: `its plan has no seat ${unknown} to block: publish its season again` } };
    return { file, plan };
  });
  const errors = houses.flatMap(({ error }) => (error ? [error] : []));
  if (errors.length > 0) return { ok: false, detail: 'Nothing was opened. Correct and call again.', errors };

  const ready = houses.flatMap(({ file, plan }) => (file && plan ? [{ file, plan }] : []));
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
      return isDeepStrictEqual(await store.openRules(id, own), own) ? [] : [id];
    }),
  );
  const first = await Promise.all(
    ready.map(async ({ file, plan }) => {
      if (!(await store.house(file.id))) await blockSeats(store, file.id, plan, file.blocked ?? []);
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
  return { ok: true, opened: names(true), alreadyOpen: names(false), otherRules: differing.flat() };
}

function unknownSeat({ sections }: Plan, blocked: readonly string[] = []): string | undefined {
  if (blocked.length === 0) return undefined;
  const known = new Set(sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ id }) => id))));
  return blocked.find((seat) => !known.has(seat));
}
