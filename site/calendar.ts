import { formatter, language, timeOfDay } from './format.ts';

/** Shorter and longer ways to write dates, for pages that list many: see format.ts. */

/** `Sat 21 Nov` */
export function shortDate(at: number, timeZone?: string): string {
  return formatter(timeZone, { weekday: 'short', day: 'numeric', month: 'short' })(at).replace(',', '');
}

/** `4 – 30 June`, `4 June – 14 August` */
export function dateRange(from: number, to: number, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone }).formatRange(from, to);
}

/** `November 2026` */
export function monthOf(at: number, timeZone?: string): string {
  return formatter(timeZone, { month: 'long', year: 'numeric' })(at);
}

/** Minutes since midnight at the venue. */
export function minuteOfDay(at: number, timeZone?: string): number {
  const [hour = 0, minute = 0] = timeOfDay(at, timeZone).split(':').map(Number);
  return hour * 60 + minute;
}

/** `Sat 21 Nov, 19:30` */
export function shortMoment(at: number, timeZone?: string): string {
  return `${shortDate(at, timeZone)}, ${timeOfDay(at, timeZone)}`;
}
