import { locale } from './en/language.ts';
import { days, long, moment, time } from './en/written.ts';

/**
 * Dates and times as the venue writes them: in its time zone, wherever the fan's phone happens to be, and in
 * the language of the page.
 */
export function formatter(timeZone: string | undefined, options: Intl.DateTimeFormatOptions): (at: number) => string {
  const key = JSON.stringify([options, timeZone]);
  formats[key] ??= new Intl.DateTimeFormat(locale, { ...options, timeZone });
  return formats[key].format;
}

/** Pages write their times anew every second, and to make a format takes a hundred times as long as to use it. */
const formats: Record<string, Intl.DateTimeFormat> = {};

/** `Saturday 21 November 2026` */
export function longDate(at: number, timeZone?: string): string {
  return long(formatter(timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })(at));
}

/** `19:30`, whatever the language: for reckoning with. */
export function clockTime(at: number, timeZone?: string): string {
  return formatter(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })(at);
}

/** `19:30` */
export function timeOfDay(at: number, timeZone?: string): string {
  return time(clockTime(at, timeZone));
}

/** `Saturday 21 November 2026, 19:30` */
export function longMoment(at: number, timeZone?: string): string {
  return moment(longDate(at, timeZone), timeOfDay(at, timeZone));
}

const counts = new Intl.NumberFormat(locale);

/** `1,024` */
export function count(n: number): string {
  return counts.format(n);
}

/** `9:05`, `1:09:05`; whole seconds, rounded up so that 0:00 means over. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (n: number) => `${n}`.padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `3 days`, then hours and minutes as a countdown. */
export function timeUntil(milliseconds: number): string {
  const whole = Math.floor(milliseconds / 86_400_000);
  return whole >= 2 ? days(whole) : countdown(milliseconds);
}
