import type { Day } from '../rules/wall-clock.ts';

/*
 * Times as people write them. A moment is an instant (`2027-05-01T09:00:00Z`) or so long after the world is loaded
 * (`+PT2M`, `+P7D`). A performance is a day and a time on the venue's own clock. It becomes an instant once the time
 * zone is known. A year may be left to be `next`, so that an example never grows old.
 */

const day = 86_400_000;

/** Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds; undefined if it is none. */
export function durationOf(text: string): number | undefined {
  const match = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!match) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (weeks * 7 + days) * day + hours * 3_600_000 + minutes * 60_000 + seconds * 1_000;
}

/** Milliseconds since the epoch; undefined if the text is neither an instant nor `+` and a duration. */
export function momentOf(text: string, loadedAt: number): number | undefined {
  if (text.startsWith('+')) {
    const after = durationOf(text.slice(1));
    return after === undefined ? undefined : loadedAt + after;
  }
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.exec(text);
  const at = match ? Date.parse(text) : Number.NaN;
  const wall = match ? Date.parse(`${match[1]}Z`) : Number.NaN;
  // 30 February is read as 2 March by some engines: a time counts if it reads back the same.
  return Number.isNaN(at) || !new Date(wall).toISOString().startsWith(match?.[1] ?? '-') ? undefined : at;
}

/** `MM-DD` of a year; undefined if that year has no such day. */
export function dayOf(text: string, year: number): Day | undefined {
  const match = /^(\d\d)-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [month, dayOfMonth] = [Number(match[1]), Number(match[2])];
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth) return undefined;
  return { year, month, day: dayOfMonth };
}

/** Every day from one to the other, both included. */
export function daysBetween(from: Day, to: Day): readonly Day[] {
  const [first, last] = [from, to].map(({ year, month, day }) => Date.UTC(year, month - 1, day)) as [number, number];
  return Array.from({ length: Math.max(0, Math.round((last - first) / day) + 1) }, (_, n) => {
    const date = new Date(first + n * day);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  });
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
export type Weekday = (typeof weekdays)[number];

export function weekdayOf({ year, month, day }: Day): Weekday {
  return weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? 'Sun';
}
