import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { PaymentMethod } from '../../../contracts/order.ts';
import { published } from '../../../contracts/paths.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { SaleLeversShown } from '../../../contracts/sale-levers.ts';
import type { OpenHouses } from '../../../contracts/stock.ts';
import { Memory } from '../../foundation/memory.ts';
import type { FindPerformanceActs } from '../../foundation/performance-acts.ts';
import { cancellationOf } from '../../foundation/performance-acts.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import type { ReadPublished } from '../house/house-books.ts';
import type { HouseStore } from '../house/house-store.ts';
import type { SaleLevers } from '../house/sale-levers.ts';
import type { SaleRules } from '../house/sale-rules.ts';
import type { FindSaleCounts } from './sale-counts.ts';
import { type FindAllocations, findSetAside } from './set-aside.ts';

/*
 * What stands of a sale: levers as they were turned, and the seats that they are about. Somebody whose role is for one
 * performance sees that one.
 */

export interface ReadSaleDeps {
  readonly store: Pick<HouseStore, 'levers' | 'rules'>;
  readonly read: ReadPublished;
  readonly findActs: FindPerformanceActs;
  readonly findCounts: FindSaleCounts;
  readonly findAllocations: FindAllocations;
  readonly findFile: (performance: string, now: number) => Promise<PerformanceFile | undefined>;
  /** Those that the stage offers. */
  readonly stageMethods: readonly PaymentMethod[];
}

export interface FoundSale {
  readonly ok: true;
  readonly onSale: string;
  readonly rules: SaleRules;
  readonly levers: SaleLevers;
  /** Those whose houses are open. */
  readonly performances: readonly string[];
}

export async function findSale(
  { store, read }: Pick<ReadSaleDeps, 'store' | 'read'>,
  onSale: string,
): Promise<FoundSale | Refusal> {
  const [houses, rules, levers] = await Promise.all([
    read<OpenHouses>(published.openHouses()),
    store.rules(onSale),
    store.levers(onSale, 'latest'),
  ]);
  if (!rules) return refuse('line-unknown', 'Choose an on-sale whose houses are open.');
  const open = houses && Object.hasOwn(houses.onSales, onSale) ? (houses.onSales[onSale] ?? []) : [];
  return { ok: true, onSale, rules, levers, performances: open };
}

/** What stands, for somebody who may turn some of it. */
export async function readSale(
  deps: ReadSaleDeps,
  asker: StaffMember,
  onSale: string,
  now: number,
): Promise<{ readonly ok: true; readonly sale: SaleLeversShown } | Refusal> {
  const found = await findSale(deps, onSale);
  if (!found.ok) return found;
  const sale = await saleShown(deps, asker, found, now);
  const isWhole = asker.may('sell-levers', [{ onSale }]);
  return isWhole || sale.performances.length > 0 ? { ok: true, sale } : notAllowed();
}

export async function saleShown(
  deps: ReadSaleDeps,
  asker: StaffMember,
  { onSale, rules, levers, performances }: FoundSale,
  now: number,
): Promise<SaleLeversShown> {
  const { findFile, findActs, findCounts, stageMethods } = deps;
  const [files, acts, counts] = await Promise.all([
    Promise.all(performances.map((performance) => findFile(performance, now))),
    findActs(now),
    findCounts(onSale, performances, now),
  ]);
  const seen = files
    .flatMap((file) => (file ? [file] : []))
    .filter(({ id, show }) => asker.may('sell-levers', [{ onSale, performance: id, show }]))
    .toSorted((one, other) => one.startsAt - other.startsAt);
  const ids = new Set(seen.map(({ id }) => id));
  const planned = (levers.releases ?? [])
    .filter((one) => !one.begun && one.performances.every((performance) => ids.has(performance)))
    .map(({ turn, partner, performances, seats, dueAt, by, reason }) => ({
      ...{ turn, partner, performances, seats, dueAt, by, reason },
    }));
  const setAside = await findSetAside(deps, levers, seen, now);
  return {
    onSale,
    version: levers.version,
    limit: { published: rules.seatsPerFan, now: levers.seatsPerFan ?? rules.seatsPerFan },
    methods: { now: levers.methods ?? stageMethods, stage: stageMethods, known: knownHere(stageMethods) },
    countedAt: counts.countedAt,
    holdSizes: counts.holdSizes,
    performances: seen.map(({ id, title, startsAt, timeZone }) => ({
      performance: id,
      title,
      startsAt,
      timeZone,
      isStopped: levers.stopped.includes(id),
      isCancelled: cancellationOf(acts, id) !== undefined,
      ...(setAside.has(id) && { allocations: setAside.get(id) ?? [] }),
      ...(counts.performances[id] && { count: counts.performances[id] }),
    })),
    ...(planned.length > 0 && { planned }),
    turns: levers.turns.map(({ act, by, reason, turnedAt }) => ({ act, by, reason, turnedAt })).toReversed(),
  };
}

/** A promise to pay at the box office can be taken wherever there is one. */
export const knownHere = (stage: readonly PaymentMethod[]): readonly PaymentMethod[] => [
  ...new Set<PaymentMethod>([...stage, 'box-office']),
];

const filesKept = 1000;
const fileAgeMs = 15_000;

/** The files of performances, as a warm handler remembers them. */
export function rememberPerformanceFiles(read: ReadPublished): ReadSaleDeps['findFile'] {
  const memory = new Memory<PerformanceFile>(filesKept);
  return (performance, now) =>
    memory.recall(performance, () => read<PerformanceFile>(published.performance(performance)), {
      now,
      ageMs: fileAgeMs,
    });
}
