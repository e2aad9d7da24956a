import { clockParts, shortParts, writes } from './writing.ts';

/* The clock on the venue's wall, for reckoning with: it speaks no page's language. */

const clock = writes('en-GB', clockParts);
const day = writes('en-GB', shortParts);

/** Minutes since midnight at the venue. */
export function minuteOfDay(at: number, timeZone: string): number {
  // The minutes may be followed by `UTC`.
  const [hour = 0, minute = 0] = clock(at, timeZone)
    .split(':')
    .map((part) => Number.parseInt(part, 10));
  return hour * 60 + minute;
}

/** Saturday or Sunday at the venue. */
export function isAtWeekend(at: number, timeZone: string): boolean {
  return /^S[au]/.test(day(at, timeZone));
}
