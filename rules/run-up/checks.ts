import type { CheckReport, ReportedCheck, RunUpShown } from '../../contracts/run-up.ts';
import { reportedChecks } from '../../contracts/run-up.ts';
import { frozenBy, liftedUntil, windowOf } from '../freeze.ts';
import { type PriceDifference, type PublishedPrices, priceDifferences } from './brochure.ts';
import { type DoorsOfPlan, datedPlan, dayAt, dayNumber } from './plan-days.ts';

/*
 * Whether it may begin. A check is a rule over facts that have a time. Some facts are read: from the published files, and
 * from the clock of this device. Of others somebody, or a program, has said so; that ages, and is red once it is older than
 * its rule says. A check of which nothing can be told is not green.
 */

export type CheckId = 'season' | 'plans' | 'prices' | 'line' | 'houses' | 'freeze' | 'clock' | 'tasks' | ReportedCheck;

export interface RunUpCheck {
  readonly id: CheckId;
  readonly state: 'green' | 'red' | 'unknown';
  /** What a check rests on. */
  readonly by: 'published' | 'device' | 'plan' | 'program' | 'person';
  /** Its words are by this code. */
  readonly found: string;
  /** What the words are about: how many, or until when, in milliseconds since the epoch. */
  readonly count?: number;
  readonly at?: number;
  readonly report?: CheckReport;
  readonly differences?: readonly PriceDifference[];
}

/** What is published of an on-sale, as fans read it. */
export interface CatalogueRead {
  /** Those that take place. */
  readonly performances: readonly PublishedPrices[];
  /** By id of a plan the names of its categories by their ids; plans that are not there are not in it. */
  readonly plans: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface CheckFacts {
  readonly onSale: string;
  readonly doors: DoorsOfPlan;
  readonly shown: RunUpShown;
  /** Undefined: it could not be read, or not yet. */
  readonly catalogue: CatalogueRead | undefined;
  /** How far this device's clock is from the site's; undefined: nobody knows. */
  readonly clockOffMs: number | undefined;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How old a report may be. A rehearsal is of today, by the venue's calendar. */
export const reportAgeMs: Readonly<Record<ReportedCheck, number | 'today'>> = {
  // The canary buys every five minutes, from an hour before the doors.
  trial: 2 * hourMs,
  rehearsal: 'today',
  quotas: dayMs,
  'warm-tables': dayMs,
  keys: dayMs,
  mail: 7 * dayMs,
  certificate: 7 * dayMs,
  // A function asks it every hour.
  fallback: 3 * hourMs,
  drill: 31 * dayMs,
};

/** Times that people read aloud must be right to the second or two. */
export const clockMayDifferMs = 2000;

/** Red ones first, then those of which nothing can be told. */
export function checksOf(facts: CheckFacts, now: number): readonly RunUpCheck[] {
  const rank = { red: 0, unknown: 1, green: 2 } as const;
  return [
    season(facts),
    plans(facts),
    prices(facts),
    line(facts),
    houses(facts),
    freeze(facts, now),
    tasks(facts, now),
    clock(facts),
    ...reportedChecks.map((check) => reported(check, facts, now)),
  ].sort((one, other) => rank[one.state] - rank[other.state]);
}

/** Whether nothing stands against it. */
export const notGreen = (checks: readonly RunUpCheck[]): number =>
  checks.filter(({ state }) => state !== 'green').length;

/** Those that rest on somebody's word, as they stand now. All others were read, or looked at by a program. */
export const onSomebodysWord = (checks: readonly RunUpCheck[]): readonly CheckId[] =>
  checks.filter(({ by }) => by === 'person').map(({ id }) => id);

const unread = (id: CheckId): RunUpCheck => ({ id, state: 'unknown', by: 'published', found: 'unread' });

function season({ catalogue }: CheckFacts): RunUpCheck {
  if (!catalogue) return unread('season');
  const { length } = catalogue.performances;
  return length > 0
    ? { id: 'season', state: 'green', by: 'published', found: 'published', count: length }
    : { id: 'season', state: 'red', by: 'published', found: 'nothing' };
}

function plans({ catalogue }: CheckFacts): RunUpCheck {
  if (!catalogue) return unread('plans');
  const wanted = new Set(catalogue.performances.map(({ plan }) => plan));
  const missing = [...wanted].filter((plan) => !catalogue.plans.has(plan));
  if (wanted.size === 0) return { id: 'plans', state: 'red', by: 'published', found: 'nothing' };
  return missing.length === 0
    ? { id: 'plans', state: 'green', by: 'published', found: 'published', count: wanted.size }
    : { id: 'plans', state: 'red', by: 'published', found: 'missing', count: missing.length };
}

function prices({ catalogue, shown }: CheckFacts): RunUpCheck {
  const printed = shown.runUp.prices;
  if (printed.length === 0) return { id: 'prices', state: 'red', by: 'published', found: 'no-list' };
  if (!catalogue) return unread('prices');
  const nameOf = (plan: string, category: string) => catalogue.plans.get(plan)?.get(category);
  const differences = priceDifferences(printed, catalogue.performances, nameOf);
  return differences.length === 0
    ? { id: 'prices', state: 'green', by: 'published', found: 'same', count: printed.length }
    : { id: 'prices', state: 'red', by: 'published', found: 'differ', count: differences.length, differences };
}

function line({ shown }: CheckFacts): RunUpCheck {
  const { lineOpened } = shown.facts;
  return {
    id: 'line',
    state: lineOpened ? 'green' : 'red',
    by: 'published',
    found: lineOpened ? 'open' : 'not-open',
  };
}

function houses({ catalogue, shown }: CheckFacts): RunUpCheck {
  if (!catalogue) return unread('houses');
  const open = new Set(shown.facts.openHouses);
  const { performances } = catalogue;
  const shut = performances.filter(({ performance }) => !open.has(performance)).length;
  if (performances.length === 0) return { id: 'houses', state: 'red', by: 'published', found: 'nothing' };
  return shut === 0
    ? { id: 'houses', state: 'green', by: 'published', found: 'open', count: performances.length }
    : { id: 'houses', state: 'red', by: 'published', found: 'shut', count: shut };
}

function freeze({ shown, onSale }: CheckFacts, now: number): RunUpCheck {
  const file = shown.freeze;
  const frozen = frozenBy(file, now);
  const lifted = liftedUntil(file, now);
  const of = { id: 'freeze', by: 'published' } as const;
  if (frozen) return { ...of, state: 'green', found: 'on', at: frozen.until };
  if (lifted !== undefined) return { ...of, state: 'red', found: 'lifted', at: lifted };
  const next = windowOf(file, onSale, now);
  return next ? { ...of, state: 'red', found: 'later', at: next.from } : { ...of, state: 'red', found: 'none' };
}

function tasks({ shown, doors }: CheckFacts, now: number): RunUpCheck {
  const { plan } = shown.runUp;
  const of = { id: 'tasks', by: 'plan' } as const;
  if (plan.length === 0) return { ...of, state: 'red', found: 'no-plan' };
  const late = datedPlan(plan, doors, now).filter(({ state }) => state === 'late').length;
  return late === 0 ? { ...of, state: 'green', found: 'on-time' } : { ...of, state: 'red', found: 'late', count: late };
}

function clock({ clockOffMs }: CheckFacts): RunUpCheck {
  const of = { id: 'clock', by: 'device' } as const;
  if (clockOffMs === undefined) return { ...of, state: 'unknown', found: 'unread' };
  const off = Math.abs(clockOffMs);
  return {
    ...of,
    state: off <= clockMayDifferMs ? 'green' : 'red',
    found: off <= clockMayDifferMs ? 'right' : 'off',
    count: off,
  };
}

function reported(id: ReportedCheck, { shown, doors }: CheckFacts, now: number): RunUpCheck {
  const report = shown.reports.find(({ check }) => check === id);
  const of = { id, by: report?.by ?? 'program' } as const;
  if (!report) return { ...of, state: 'red', found: 'never' };
  if (!report.good) return { ...of, state: 'red', found: 'bad', report };
  const limit = reportAgeMs[id];
  const isOld =
    limit === 'today'
      ? dayNumber(dayAt(report.happenedAt, doors.timeZone)) !== dayNumber(dayAt(now, doors.timeZone))
      : now - report.happenedAt > limit;
  return { ...of, state: isOld ? 'red' : 'green', found: isOld ? 'old' : 'good', report };
}
