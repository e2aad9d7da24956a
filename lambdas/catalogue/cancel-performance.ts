import type { PerformanceFile } from '../../contracts/catalogue.ts';
import { type DateChoice, type PerformanceCancellation, usualChoiceDays } from '../../contracts/performance-acts.ts';
import { equalCategory, mayBeChosen, offeredUntilMs } from '../../rules/equal-category.ts';
import { cancellationOf } from '../foundation/performance-acts.ts';
import {
  type ActRefused,
  type ActShelf,
  actOnPerformance,
  actRefused,
  type PerformanceNow,
} from './act-on-performance.ts';
import { isOver } from './contradictions.ts';

/*
 * A performance that does not take place. From then on its house sells nothing and its tickets open no door. Ordering
 * gives back its seats and the money for them, and writes to every buyer (ordering/follow). The first cancellation
 * stands: it is not taken back, since buyers were told, and its reason and its offer stay as they were told them.
 */

export type Cancelled =
  | {
      readonly ok: true;
      readonly performance: string;
      /** Milliseconds since the epoch. */
      readonly cancelledAt: number;
      readonly reason: string;
      readonly instead: readonly string[];
      /** Other dates that its buyers may choose, and until when: milliseconds since the epoch. */
      readonly choice?: DateChoice;
      /** It was cancelled before, as is said here. */
      readonly already: boolean;
    }
  | ActRefused;

/** `now` in milliseconds since the epoch. */
export async function cancelPerformance(
  shelf: ActShelf,
  given: PerformanceCancellation,
  now: number,
): Promise<Cancelled> {
  const { performance, reason } = given;
  const dates = [...new Set(given.choice?.dates ?? [])];
  const instead = [...new Set([...(given.instead ?? []), ...dates])];
  const acted = await actOnPerformance(
    shelf,
    performance,
    async (standing) => {
      if (standing.file.cancelled) return { ok: true, act: undefined };
      if (isOver(standing.file, now))
        return actRefused('performance', `${performance} is over: cancel its orders in the order book`);
      const wrong = await wrongOffer(shelf, standing, given.instead ?? [], now);
      if (wrong) return wrong;
      const choice = given.choice && (await choiceOf(shelf, standing, dates, given.choice.days, now));
      if (choice && !choice.ok) return choice;
      const act = { act: 'cancel' as const, performance, actedAt: now, reason };
      return {
        ok: true,
        act: { ...act, ...(instead.length > 0 && { instead }), ...(choice && { choice: choice.choice }) },
      };
    },
    now,
  );
  if (!acted.ok) return acted;
  const { cancelled } = acted.file;
  const act = cancellationOf(acted.acts, performance);
  if (!cancelled || !act) throw new Error(`${performance} was cancelled, and its file does not say so`);
  return {
    ok: true,
    performance,
    cancelledAt: cancelled.cancelledAt,
    reason: cancelled.reason,
    instead: cancelled.instead ?? [],
    ...(act.choice && { choice: act.choice }),
    already: !acted.first,
  };
}

/** An offered performance takes place, and later than now. */
async function wrongOffer(
  shelf: ActShelf,
  { file, acts }: PerformanceNow,
  instead: readonly string[],
  now: number,
): Promise<ActRefused | undefined> {
  for (const [at, id] of instead.entries()) {
    const field = `instead.${at}`;
    if (id === file.id) return actRefused(field, `${id} is the performance that is cancelled`);
    const offered = await shelf.readPerformance(id);
    if (!offered) return actRefused(field, `${id} is not published`);
    if (cancellationOf(acts, id)) return actRefused(field, `${id} is cancelled too`);
    if (offered.startsAt <= now) return actRefused(field, `${id} has begun`);
  }
  return undefined;
}

const day = 24 * 3_600_000;

/**
 * The choice as it is written down, or why it cannot be offered. A date must be able to take an order as it stands: of
 * the same show and currency, sold in the same on-sales (a fan's limit is kept by them), its house open, and with a price
 * category that is as good.
 */
async function choiceOf(
  shelf: ActShelf,
  { file, acts }: PerformanceNow,
  dates: readonly string[],
  days: number = usualChoiceDays,
  now: number,
): Promise<{ readonly ok: true; readonly choice: DateChoice } | ActRefused> {
  const houses = Object.values((await shelf.readOpenHouses())?.onSales ?? {}).flat();
  const until: number[] = [];
  for (const [at, id] of dates.entries()) {
    const field = `choice.dates.${at}`;
    const date = await shelf.readPerformance(id);
    if (!date) return actRefused(field, `${id} is not published`);
    const why =
      id === file.id
        ? 'is the performance that is cancelled'
        : cancellationOf(acts, id)
          ? 'is cancelled too'
          : unlike(file, date, now);
    if (why !== undefined) return actRefused(field, `${id} ${why}`);
    if (!houses.includes(id)) return actRefused(field, `the house of ${id} is not open: open it first`);
    until.push(date.startsAt - offeredUntilMs);
  }
  return { ok: true, choice: { dates, until: Math.min(now + days * day, Math.max(...until)) } };
}

function unlike(file: PerformanceFile, date: PerformanceFile, now: number): string | undefined {
  if (date.show !== file.show) return `is of another show: name it in "instead"`;
  if (date.currency !== file.currency) return `is sold in ${date.currency}, not in ${file.currency}`;
  if (!mayBeChosen(date, now)) return 'begins within the hour, or has begun';
  const missing = file.onSales.find(({ id }) => !date.onSales.some((one) => one.id === id));
  if (missing) return `is not sold in ${missing.id}, in which seats of ${file.id} were sold`;
  if (!Object.keys(file.prices).some((category) => equalCategory(category, file, date)))
    return 'has no price category of the same name or price';
  return undefined;
}
