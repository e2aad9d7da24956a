import type { PlanItem, RunUpAct, WeekDay } from '../../../contracts/run-up.ts';
import { weekDays } from '../../../contracts/run-up.ts';
import { typedOnTheWall } from '../../../rules/wall-clock.ts';

/* From what stands in a form to an act, or to the fields that are wrong. */

export type PlanWished<Act> =
  | { readonly ok: true; readonly act: Act }
  | { readonly ok: false; readonly wrong: readonly string[] };

type Values = Readonly<Record<string, string>>;

/** `newId`: for a row that is new. */
export function itemWished(values: Values, standing: PlanItem | undefined, newId: () => string): PlanWished<RunUpAct> {
  const { action = '', owner = '', weeks = '', day = '' } = values;
  const weeksBefore = Number(weeks.replace('−', '-'));
  const wrong = [
    ...(action === '' || action.length > 300 ? ['action'] : []),
    ...(weeks === '' || !Number.isInteger(weeksBefore) || weeksBefore < -52 || weeksBefore > 104 ? ['weeks'] : []),
  ];
  if (wrong.length > 0 || !isWeekDay(day)) return { ok: false, wrong };
  const id = standing?.id ?? newId();
  const item = { id, weeksBefore, day, action, owner: owner.slice(0, 80), done: standing?.done ?? false };
  return { ok: true, act: { act: 'put-item', item, ...(standing && { version: standing.version }) } };
}

/** The same row, done or not. */
export function ticked({ version, ...item }: PlanItem, done: boolean): RunUpAct {
  return { act: 'put-item', item: { ...item, done }, version };
}

/** Two moments on the clocks of the venue. */
export function spanWished(
  { fromDay = '', fromTime = '', untilDay = '', untilTime = '' }: Values,
  timeZone: string,
): PlanWished<{ readonly from: number; readonly until: number }> {
  const [from, until] = [momentOf(fromDay, fromTime, timeZone), momentOf(untilDay, untilTime, timeZone)];
  const wrong = [
    ...(from === undefined ? ['from'] : []),
    ...(until === undefined || (from !== undefined && until <= from) ? ['until'] : []),
  ];
  if (wrong.length > 0 || from === undefined || until === undefined) return { ok: false, wrong };
  return { ok: true, act: { from, until } };
}

function momentOf(day: string, time: string, timeZone: string): number | undefined {
  const found = typedOnTheWall(day, time, timeZone);
  return found?.ok ? found.at : undefined;
}

const isWeekDay = (day: string): day is WeekDay => (weekDays as readonly string[]).includes(day);
