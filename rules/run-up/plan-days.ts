import { type PlanItem, weekDays } from '../../contracts/run-up.ts';
import { type Day, momentOnTheWall, timeWithOffset } from '../wall-clock.ts';

/*
 * The days of a plan. Week 0 is the week of the doors, from Monday to Sunday, by the venue's calendar; so the dates follow
 * when the doors move. A row that is not done is late from the day after.
 */

const dayMs = 86_400_000;

/** The day of the calendar in a time zone. */
export function dayAt(at: number, timeZone: string): Day {
  const [year = 0, month = 0, day = 0] = timeWithOffset(at, timeZone).slice(0, 10).split('-').map(Number);
  return { year, month, day };
}

/** Days of the calendar in the order of time: two days that follow each other differ by one. */
export const dayNumber = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day) / dayMs;

function dayOfNumber(number: number): Day {
  const date = new Date(number * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export interface DoorsOfPlan {
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
  readonly timeZone: string;
}

/** On which day a row is. */
export function dateOf(
  { weeksBefore, day }: Pick<PlanItem, 'weeksBefore' | 'day'>,
  { opensAt, timeZone }: DoorsOfPlan,
): Day {
  const doors = dayNumber(dayAt(opensAt, timeZone));
  // 1 January 1970 was a Thursday.
  const monday = doors - ((((doors + 3) % 7) + 7) % 7);
  return dayOfNumber(monday - 7 * weeksBefore + weekDays.indexOf(day));
}

/** Noon of a day, for writing it: no clock is put forward then. */
export function noonOf(day: Day, timeZone: string): number {
  const noon = momentOnTheWall(day, '12:00', timeZone);
  return noon.ok ? noon.at : noon.later;
}

export type ItemState = 'late' | 'today' | 'ahead' | 'done';

export interface DatedItem {
  readonly item: PlanItem;
  readonly date: Day;
  readonly state: ItemState;
  /** Days until then; negative of a day that is over. */
  readonly inDays: number;
}

const order: readonly ItemState[] = ['late', 'today', 'ahead', 'done'];

/** What is late first, then what is for today, what comes, and what is done; each by its day. */
export function datedPlan(plan: readonly PlanItem[], doors: DoorsOfPlan, now: number): readonly DatedItem[] {
  const today = dayNumber(dayAt(now, doors.timeZone));
  return plan
    .map((item) => {
      const date = dateOf(item, doors);
      const inDays = dayNumber(date) - today;
      const open = inDays < 0 ? 'late' : inDays === 0 ? 'today' : 'ahead';
      return { item, date, inDays, state: item.done ? ('done' as const) : (open as ItemState) };
    })
    .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.inDays - other.inDays);
}

/** A time that a row names, e.g. `(6 pm)`, `9.30 am` or `18:00`, as `HH:MM`; undefined if it names none. */
export function timeIn(action: string): string | undefined {
  const [, hour, minute = '00', half] = /\b(\d{1,2})(?:[.:](\d\d))?\s*([ap])\.?m\b/i.exec(action) ?? [];
  if (hour !== undefined && Number(hour) >= 1 && Number(hour) <= 12 && Number(minute) < 60) {
    const of24 = (Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
    return `${`${of24}`.padStart(2, '0')}:${minute}`;
  }
  return /\b([01]\d|2[0-3]):[0-5]\d\b/.exec(action)?.[0];
}

/** The moment from which a plan says that nothing is changed any more; undefined if no row says so. */
export function freezeMeant(plan: readonly PlanItem[], doors: DoorsOfPlan): number | undefined {
  const row = plan.find(({ action }) => /\block(?:ed)?[ -]?down\b|\bfreeze\b|\bfrozen\b/i.test(action));
  const time = row && timeIn(row.action);
  if (!row || time === undefined) return undefined;
  const moment = momentOnTheWall(dateOf(row, doors), time, doors.timeZone);
  return moment.ok ? moment.at : moment.later;
}
