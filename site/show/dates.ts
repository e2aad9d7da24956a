import { monthOf } from '../../words/en/written.ts';
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

/** Months in order, each with its dates in order. */
export function byMonth<Dated extends { readonly startsAt: number }>(
  dates: readonly Dated[],
  timeZone: string,
): readonly { readonly month: string; readonly dates: readonly Dated[] }[] {
  const months = new Map<string, Dated[]>();
  for (const date of [...dates].sort((a, b) => a.startsAt - b.startsAt)) {
    const month = monthOf(date.startsAt, timeZone);
    months.set(month, [...(months.get(month) ?? []), date]);
  }
  return [...months].map(([month, inMonth]) => ({ month, dates: inMonth }));
}
