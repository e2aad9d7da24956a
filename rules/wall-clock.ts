/*
 * A time on the wall becomes a moment only if the clocks of that place show it. Where they are put forward an hour has
 * no times: such a time is refused, with the times around it. Where they are put back an hour comes twice: then the
 * first of the two moments is meant, as it was written before anybody turned a clock.
 */

const dayMs = 86_400_000;

/** A day of the calendar, without a time. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type OnTheWall =
  /** Milliseconds since the epoch. */
  | { readonly ok: true; readonly at: number }
  /** No clock shows it. `earlier` and `later` are the same time by the clock before and after it was put forward. */
  | { readonly ok: false; readonly refusal: 'no-such-time'; readonly earlier: number; readonly later: number };

/**
 * The same of a day and a time as forms and files give them, `2027-03-06` and `09:00`; undefined if one of them is none, as
 * `2027-02-30` and `24:00`.
 */
export function typedOnTheWall(day: string, time: string, timeZone: string): OnTheWall | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const noon = new Date(Date.UTC(year, month - 1, date, 12));
  if (noon.toISOString().slice(0, 10) !== day || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/.test(time))
    return undefined;
  return momentOnTheWall({ year, month, day: date }, time.slice(0, 5), timeZone);
}

/** The moment at which the clocks of a time zone show `HH:MM` on a day. */
export function momentOnTheWall({ year, month, day }: Day, time: string, timeZone: string): OnTheWall {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const shown = Date.UTC(year, month - 1, day, hour, minute);
  // No place is further from UTC than 14 hours, and none turns its clocks twice in three days.
  const offsets = [-1.5, 0, 1.5].map((days) => offsetAt(shown + days * dayMs, timeZone));
  const guesses = offsets.map((offset) => shown - offset).sort((a, b) => a - b);
  const at = guesses.find((guess) => guess + offsetAt(guess, timeZone) === shown);
  if (at !== undefined) return { ok: true, at };
  return { ok: false, refusal: 'no-such-time', earlier: guesses[0] ?? shown, later: guesses.at(-1) ?? shown };
}

/** `HH:MM`, as the clocks of a time zone show it. */
export function timeOnTheWall(at: number, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(11, 16);
}

/**
 * To operators, what may be written for a time that no clock shows: the time before it, or the one after it. Where clocks are
 * put forward at midnight one of them is on another day. `day` is the one that was written, `2027-09-05`.
 */
export function noSuchTime(
  { earlier, later }: { readonly earlier: number; readonly later: number },
  day: string,
  time: string,
  timeZone: string,
): string {
  const [before, after] = [earlier, later].map((at) => {
    const [date = '', shown = ''] = timeWithOffset(at, timeZone).slice(0, 16).split('T');
    return date === day ? shown : `${shown} on ${date}`;
  });
  return `no clock in ${timeZone} shows ${time} on ${day}, when clocks are put forward: write ${before} or ${after}`;
}

/** `2027-06-04T19:30:00+01:00`: as the clocks of a time zone show it, with their offset. */
export function timeWithOffset(at: number, timeZone: string): string {
  const offset = offsetAt(at, timeZone);
  const minutes = Math.abs(offset) / 60_000;
  const two = (n: number) => `${n}`.padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const shown = new Date(at + offset).toISOString().slice(0, 19);
  return `${shown}${sign}${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes % 60))}`;
}

/** How far a time zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(instant / 1000) * 1000
  );
}

/**
 * The zone whose clocks are read here: UTC in a browser that is older than the zone's name (`Europe/Kyiv` is of 2022), as
 * the times that its pages show. A form says by which clocks it reads.
 */
export function zoneHere(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone }) && timeZone;
  } catch {
    return 'UTC';
  }
}

/** Kept by time zone: making one takes a hundred times as long as using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const whole = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zoneHere(timeZone), hourCycle: 'h23', ...whole, ...time });
  clocks.set(timeZone, clock);
  return clock;
}
