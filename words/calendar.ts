import { locale } from './en/language.ts';
import { long, moment, short } from './en/written.ts';
import { clockTime, formatter, timeOfDay } from './format.ts';

/** Shorter and longer ways to write dates, for pages that list many: see format.ts. */

/** `Sat 21 Nov` */
export function shortDate(at: number, timeZone?: string): string {
  return short(formatter(timeZone, { weekday: 'short', day: 'numeric', month: 'short' })(at));
}

/** `4 – 30 June`, `4 June – 14 August` */
export function dateRange(from: number, to: number, timeZone: string): string {
  return long(new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone }).formatRange(from, to));
}

/** `November 2026` */
export function monthOf(at: number, timeZone?: string): string {
  return long(formatter(timeZone, { month: 'long', year: 'numeric' })(at));
}

/** Saturday or Sunday at the venue. */
export function isAtWeekend(at: number, timeZone?: string): boolean {
  const day = new Intl.DateTimeFormat('en', { weekday: 'short', ...(timeZone && { timeZone }) }).format(at);
  return day === 'Sat' || day === 'Sun';
}

/** Minutes since midnight at the venue. */
export function minuteOfDay(at: number, timeZone?: string): number {
  const [hour = 0, minute = 0] = clockTime(at, timeZone).split(':').map(Number);
  return hour * 60 + minute;
}

/** `Sat 21 Nov, 19:30` */
export function shortMoment(at: number, timeZone?: string): string {
  return moment(shortDate(at, timeZone), timeOfDay(at, timeZone));
}
