import { api } from '../../contracts/api.ts';
import type { PerformanceFile, Season, ShowFile } from '../../contracts/catalogue.ts';
import type { AdmissionRequest, Admissions, DoorList, GuestList } from '../../contracts/door.ts';
import { published } from '../../contracts/paths.ts';
import { type Plan, seatLabel } from '../../contracts/plan.ts';
import { type Answer, ask, type Browser } from '../api.ts';
import type { Logged } from './door-log.store.ts';

/** All that the door asks of the platform, with the right of this device. */

const withRight = (right: string) => ({ authorization: `Bearer ${right}` });

export function readDoorList(browser: Browser, right: string, performance: string): Promise<Answer<DoorList>> {
  return ask(browser, {
    ...api('GET staff/door/{performance}', { performance }),
    headers: withRight(right),
    cache: 'no-store',
    tries: 1,
  });
}

export function readGuests(browser: Browser, right: string, performance: string): Promise<Answer<GuestList>> {
  return ask(browser, {
    ...api('GET staff/door/{performance}/guests', { performance }),
    headers: withRight(right),
    cache: 'no-store',
    tries: 1,
    timeout: 15_000,
  });
}

/**
 * Scans of one door, at most fifty. Once and soon: with somebody waiting, this device decides by itself instead.
 * `letIn`: they are in already, or go in whatever they owe.
 */
export function sendScans(
  browser: Browser,
  right: string,
  performance: string,
  { scans, letIn, timeout }: { readonly scans: readonly Logged[]; readonly letIn: boolean; readonly timeout: number },
): Promise<Answer<Admissions>> {
  return ask(browser, {
    ...api('POST staff/door/{performance}', { performance }),
    headers: withRight(right),
    body: { door: scans[0]?.door ?? '', scans: scans.map((entry) => scanOf(entry, letIn)) },
    tries: 1,
    timeout,
  });
}

function scanOf({ code, order, ticket, seat, usedAt }: Logged, letIn: boolean): AdmissionRequest['scans'][number] {
  return {
    ...(code !== undefined ? { code } : { found: { order: order ?? '', ticket, seat } }),
    scannedAt: usedAt,
    ...(letIn && { letIn }),
  };
}

/** By seat: its name, as it stands on the ticket. */
export type SeatNames = ReadonlyMap<string, string>;

/** Of the plan that this performance is played on; undefined if it cannot be had now. The worker keeps both files. */
export async function readSeatNames(browser: Browser, performance: string): Promise<SeatNames | undefined> {
  const file = await ask<PerformanceFile>(browser, { url: published.performance(performance), tries: 1 });
  if (!file.ok) return undefined;
  const plan = await ask<Plan>(browser, { url: published.plan(file.body.plan), tries: 1 });
  if (!plan.ok) return undefined;
  return new Map(
    plan.body.sections.flatMap((section) =>
      section.rows.flatMap(({ label, seats }) =>
        seats.map((seat) => [seat.id, seatLabel(section, label, seat)] as const),
      ),
    ),
  );
}

/** The waiting ones that can go in one message: of one door, the oldest first. */
export function nextBatch(waiting: readonly Logged[]): readonly Logged[] {
  const inOrder = [...waiting].sort((a, b) => a.usedAt - b.usedAt);
  return inOrder.filter((entry) => entry.door === inOrder[0]?.door).slice(0, 50);
}

/** One performance to open a door for. */
export interface Night {
  readonly id: string;
  readonly show: string;
  readonly title: string;
  readonly startsAt: number;
  readonly timeZone: string;
  readonly venue: string;
}

/** All that are published, the ones nearest to now first. */
export async function readNights(browser: Browser, now: number): Promise<Answer<readonly Night[]>> {
  const season = await ask<Season>(browser, { url: published.season() });
  if (!season.ok) return season;
  const shows = await Promise.all(
    season.body.shows.map(({ id }) => ask<ShowFile>(browser, { url: published.show(id) })),
  );
  const nights = shows.flatMap((show) => (show.ok ? nightsOf(show.body) : []));
  const failed = shows.find((show) => !show.ok);
  if (nights.length === 0 && failed && !failed.ok) return failed;
  return { ...season, body: nights.sort((a, b) => Math.abs(a.startsAt - now) - Math.abs(b.startsAt - now)) };
}

function nightsOf({ id: show, title, timeZone, venue, performances }: ShowFile): readonly Night[] {
  return performances.map(({ id, startsAt }) => ({ id, show, title, startsAt, timeZone, venue }));
}
