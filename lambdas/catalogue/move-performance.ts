import type { PerformanceFile } from '../../contracts/catalogue.ts';
import { moment } from '../../contracts/ids.ts';
import { type PerformanceMove, type PlaceAndTime, usualReturnDays } from '../../contracts/performance-acts.ts';
import { noSuchTime, typedOnTheWall } from '../../rules/wall-clock.ts';
import { type ActRefused, type ActShelf, actOnPerformance, actRefused } from './act-on-performance.ts';
import { unprintableFault } from './unprintable-faults.ts';

/*
 * A performance that takes place on another day, at another time, or in another hall with the same seats. Orders,
 * tickets, calendars and doors follow, and every buyer is written to and may give seats back for some days
 * (ordering/follow). A hall with other seats is no move: the seats that were sold are not there.
 */

export type Moved =
  | ({
      readonly ok: true;
      readonly performance: string;
      /** It stood so before this call. */
      readonly already: boolean;
      /** Milliseconds since the epoch; left out if it was never moved. */
      readonly returnUntil?: number;
    } & PlaceAndTime)
  | ActRefused;

const dayMs = 86_400_000;

/** `now` in milliseconds since the epoch. */
export async function movePerformance(shelf: ActShelf, given: PerformanceMove, now: number): Promise<Moved> {
  const { performance, reason, returnDays = usualReturnDays } = given;
  if (given.startsAt === undefined && given.venue === undefined)
    return actRefused('startsAt', 'write a new day and time, or a new venue');
  const acted = await actOnPerformance(
    shelf,
    performance,
    async ({ file }) => {
      const to = whereTo(file, given);
      if (!to.ok) return to;
      const { startsAt, venue } = file;
      if (to.startsAt === startsAt && to.venue === venue) return { ok: true, act: undefined };
      const wrong =
        wrongMove(file, to, given.plan, now) ??
        wrongLetters(venue, to.venue) ??
        (await wrongDate(shelf, file, to)) ??
        (await wrongForSales(shelf, file, to));
      if (wrong) return wrong;
      const act = {
        act: 'move' as const,
        performance,
        actedAt: now,
        reason,
        from: { startsAt, venue },
        to: { startsAt: to.startsAt, venue: to.venue },
        returnUntil: Math.min(now + returnDays * dayMs, to.startsAt),
      };
      return { ok: true, act };
    },
    now,
  );
  if (!acted.ok) return acted;
  const { startsAt, venue, moved } = acted.file;
  return {
    ok: true,
    performance,
    startsAt,
    venue,
    already: !acted.first,
    ...(moved && { returnUntil: moved.returnUntil }),
  };
}

function whereTo(
  { startsAt, venue, timeZone }: PerformanceFile,
  given: PerformanceMove,
): ({ readonly ok: true } & PlaceAndTime) | ActRefused {
  const hall = given.venue ?? venue;
  if (given.startsAt === undefined) return { ok: true, startsAt, venue: hall };
  const [date = '', time = ''] = given.startsAt.split('T');
  const found = typedOnTheWall(date, time, timeZone);
  if (!found) return actRefused('startsAt', `there is no ${given.startsAt} in the calendar`);
  if (found.ok)
    // A season could not say another one, and so could not be published any more.
    return moment.safeParse(found.at).success
      ? { ok: true, startsAt: found.at, venue: hall }
      : actRefused('startsAt', 'write a time before the year 2100');
  return actRefused('startsAt', noSuchTime(found, date, time, timeZone));
}

function wrongMove(file: PerformanceFile, to: PlaceAndTime, plan: string | undefined, now: number) {
  const { id } = file;
  if (file.cancelled) return actRefused('performance', `${id} is cancelled: publish another performance`);
  if (file.startsAt <= now) return actRefused('performance', `${id} has begun: cancel it, or publish another one`);
  if (to.startsAt <= now) return actRefused('startsAt', 'is in the past');
  if (plan !== undefined && plan !== file.plan)
    return actRefused(
      'plan',
      `${id} is sold with ${file.plan}, and its seats are seats of that plan. Publish another performance with ${plan}, and cancel this one with it as "instead"`,
    );
  return undefined;
}

/** The tickets that follow the move print the new hall. */
function wrongLetters(before: string, venue: string): ActRefused | undefined {
  const fault = venue === before ? undefined : unprintableFault('venue', venue);
  return fault && actRefused(fault.field, fault.message);
}

/** Two dates that nobody could tell apart, as in a season (date-faults.ts). */
async function wrongDate(shelf: ActShelf, file: PerformanceFile, to: PlaceAndTime): Promise<ActRefused | undefined> {
  const show = await shelf.readShow(file.show);
  const other = show?.performances.find(
    (one) =>
      one.id !== file.id &&
      !one.cancelled &&
      one.startsAt === to.startsAt &&
      (one.venue ?? show.venue) === to.venue &&
      one.note === file.note,
  );
  return (
    other && actRefused('startsAt', `is the time of ${other.id} too, in the same hall: write another time or venue`)
  );
}

/**
 * A line promised when its doors open, and until when it sells. So what is moved does not begin before that, unless it did
 * so before.
 */
async function wrongForSales(
  shelf: ActShelf,
  file: PerformanceFile,
  to: PlaceAndTime,
): Promise<ActRefused | undefined> {
  if (to.startsAt >= file.startsAt) return undefined;
  const season = await shelf.readSeason();
  const onSales = season?.onSales.filter(({ id }) => file.onSales.some((one) => one.id === id)) ?? [];
  const opensAt = Math.min(...onSales.map((one) => one.opensAt));
  if (onSales.length > 0 && to.startsAt <= opensAt && file.startsAt > opensAt)
    return actRefused('startsAt', 'is before the doors of all its on-sales open: write a later time');
  const late = onSales.find(({ closesAt }) => closesAt > to.startsAt && closesAt <= file.startsAt);
  return late
    ? actRefused(
        'startsAt',
        `"${late.id}" sells ${file.id} until ${new Date(late.closesAt).toISOString().replace('.000Z', 'Z')}, as it promised: move it to a later time, or cancel it`,
      )
    : undefined;
}
