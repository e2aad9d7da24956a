import { isAtWeekend, minuteOfDay } from '../../words/venue-clock.ts';

/**
 * A show's dates: of one kind, and by month. A matinee begins before five in the afternoon, at the
 * venue; the weekend is Saturday and Sunday there.
 */
export type DateKind = 'all' | 'matinee' | 'evening' | 'weekend';

const eveningFrom = 17 * 60;

export function isOfKind(startsAt: number, timeZone: string, kind: DateKind): boolean {
  if (kind === 'all') return true;
  if (kind === 'weekend') return isAtWeekend(startsAt, timeZone);
  return minuteOfDay(startsAt, timeZone) < eveningFrom === (kind === 'matinee');
}
