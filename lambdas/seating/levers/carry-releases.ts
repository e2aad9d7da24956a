import type { AllocationsFile } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';
import { type Plan, seatsInOrder } from '../../../contracts/plan.ts';
import { beatAt, beatShardOf } from '../house/beat.ts';
import type { ReadPublished } from '../house/house-books.ts';
import type { HouseStore, SectionKey } from '../house/house-store.ts';
import type { Release, SaleLevers } from '../house/sale-levers.ts';
import { decodeSection, encodeSection } from '../house/section-codec.ts';
import { publishSale, type SaleFiles } from './publish-sale.ts';
import { begun } from './turn-levers.ts';

/*
 * Carries out the releases of an on-sale, in steps of which each is safe to do again, by two at once, and after a crash
 * anywhere:
 *
 *   1 a release whose time has come begins: on the version of the levers, so that it begins or is taken back, never both
 *   2 in each section of its houses the seats are no longer blocked: on the version of the section, as whoever holds a
 *     seat writes it. So a seat is blocked, or somebody's, or free, and never two of these
 *   3 the pulse of the house stirs, so that the seats are counted anew, and it is noted as carried out
 *
 * Fewer and fewer seats are blocked, so a late process does nothing twice. The function that turns the lever carries a
 * release out at once. The count of the seats does so at its time, and finishes what was cut short.
 */

export interface CarryDeps {
  readonly store: Pick<
    HouseStore,
    'levers' | 'writeLevers' | 'house' | 'sections' | 'writeSection' | 'addPulse' | 'carriedOut' | 'noteCarriedOut'
  >;
  readonly read: ReadPublished;
  readonly files: SaleFiles;
}

/** The same of several, one after the other. */
export function releaseCarrier(deps: CarryDeps) {
  return async (onSales: readonly string[], now: number): Promise<number | undefined> => {
    let next: number | undefined;
    for (const onSale of onSales) {
      const dueAt = await carryReleases(deps, onSale, now);
      if (dueAt !== undefined) next = Math.min(next ?? dueAt, dueAt);
    }
    return next;
  };
}

/** Answers when the next release is due, in milliseconds since the epoch; undefined if none is planned. */
export async function carryReleases(deps: CarryDeps, onSale: string, now: number): Promise<number | undefined> {
  const levers = await beginDue(deps, onSale, now);
  const { releases = [] } = levers;
  await carryBegun(deps, levers, now);
  const planned = releases.flatMap((release) => (release.begun ? [] : [release.dueAt]));
  return planned.length > 0 ? Math.min(...planned) : undefined;
}

/** Carries out the releases that have begun. */
export async function carryBegun(deps: CarryDeps, { onSale, releases = [] }: SaleLevers, now: number): Promise<void> {
  const all = releases.filter((release) => release.begun);
  if (all.length === 0) return;
  const carried = new Set(await deps.store.carriedOut(onSale));
  for (const release of all)
    if (!carried.has(release.turn) && (await isFree(deps, release, now)))
      await deps.store.noteCarriedOut(onSale, release.turn);
}

async function beginDue(deps: CarryDeps, onSale: string, now: number): Promise<SaleLevers> {
  const { store, files } = deps;
  const seen = await store.levers(onSale, 'recent');
  if (!dueIn(seen, now)) return seen;
  for (let levers = await store.levers(onSale, 'latest'); ; levers = await store.levers(onSale, 'latest')) {
    const due = dueIn(levers, now);
    if (!due) return levers;
    // Of all turns at most the last is not published.
    await publishSale(files, levers);
    const next = begun(levers, due, now);
    if ((await store.writeLevers(next)).ok) await publishSale(files, next);
  }
}

const dueIn = ({ releases = [] }: SaleLevers, now: number): Release | undefined =>
  releases.find((release) => !release.begun && release.dueAt <= now);

/** False if a house is not open yet, or was too busy: it is tried again. */
async function isFree(deps: CarryDeps, release: Release, now: number): Promise<boolean> {
  let all = true;
  // One after the other: a season has hundreds, and fans hold seats meanwhile.
  for (const performance of release.performances) all = (await isFreeIn(deps, release, performance, now)) && all;
  return all;
}

async function isFreeIn(
  { store, read }: CarryDeps,
  { partner }: Release,
  performance: string,
  now: number,
): Promise<boolean> {
  const [house, file] = await Promise.all([
    store.house(performance),
    read<AllocationsFile>(published.allocations(performance)),
  ]);
  // Its seats are blocked before it opens: freed before that, they would be blocked again.
  if (!house) return false;
  const plan = await read<Plan>(published.plan(house.plan));
  if (!plan || !file) throw new Error(`The plan or the allocations of ${performance} are not published`);
  const own = new Set(file.allocations.find((one) => one.partner === partner)?.seats);
  let all = true;
  for (const section of plan.sections) {
    const indexes = seatsInOrder(section).flatMap(({ id }, index) => (own.has(id) ? [index] : []));
    if (indexes.length > 0) all = (await unblock(store, { performance, section: section.id }, new Set(indexes))) && all;
  }
  const key = (onSale: string) => ({ onSale, beginsAt: beatAt(now), shard: beatShardOf(performance) });
  for (const onSale of house.onSales) await store.addPulse(key(onSale), { asks: 1, decided: 0, refused: 0, slow: 0 });
  return all;
}

/** A section at the doors is written some times a second, and this takes two calls. */
const tries = 20;

async function unblock(
  store: Pick<HouseStore, 'sections' | 'writeSection'>,
  key: SectionKey,
  seats: ReadonlySet<number>,
): Promise<boolean> {
  for (let again = 0; again < tries; again++) {
    const [standing] = await store.sections([key], 'latest');
    if (!standing) return true;
    const state = decodeSection(standing.data);
    const blocked = state.blocked.filter((seat) => !seats.has(seat));
    if (blocked.length === state.blocked.length) return true;
    const data = encodeSection({ ...state, blocked });
    if ((await store.writeSection({ ...key, version: standing.version + 1, data })).ok) return true;
  }
  return false;
}
