import type { PlanItem, WeekDay } from '../../contracts/run-up.ts';
import { weekDays } from '../../contracts/run-up.ts';
import { type ReadRun, readColumns } from './sheet-columns.ts';

/* A run-up plan as a house has it in a spreadsheet: weeks before, day, what, who, whether it is done. */

export type TaskRow = Omit<PlanItem, 'id' | 'version'>;

const columns = {
  weeksBefore: 'weeksbefore weeks week weeksbeforedoors weekbefore',
  day: 'day weekday',
  action: 'action what task todo item',
  owner: 'owner who by responsible department',
  done: 'done isdone complete completed status',
} as const;

const longest = { action: 300, owner: 80 } as const;

export function planOf(file: Uint8Array): ReadRun<TaskRow> {
  return readColumns(file, columns, ['weeksBefore', 'day', 'action'], ({ cell }) => {
    const weeksBefore = weeksIn(cell('weeksBefore'));
    const day = dayIn(cell('day'));
    const done = doneIn(cell('done'));
    const [action, owner] = [cell('action'), cell('owner')];
    if (weeksBefore === undefined)
      return no(`has "${cell('weeksBefore')}" for the weeks: write 2 for two weeks before, or "1 after"`);
    if (day === undefined) return no(`has "${cell('day')}" for the day: write Mon to Sun`);
    if (action === '') return no('says nothing to do');
    if (done === undefined) return no(`has "${cell('done')}" for done: write yes or no`);
    if (action.length > longest.action)
      return no(`has an action of ${action.length} letters: at most ${longest.action}`);
    if (owner.length > longest.owner) return no(`has an owner of ${owner.length} letters: at most ${longest.owner}`);
    return { ok: true, row: { weeksBefore, day, action, owner, done } };
  });
}

const no = (fault: string) => ({ ok: false, fault }) as const;

/** `2`, `2 before`, `2 weeks before`; `1 after` and `-1` are the week after the doors. */
export function weeksIn(cell: string): number | undefined {
  const [, sign, digits, after] = /^([-−]?)\s*(\d{1,3})\s*(?:weeks?|wks?)?\s*(after|before)?$/i.exec(cell) ?? [];
  if (digits === undefined || (sign && after)) return undefined;
  const weeks = sign || after?.toLowerCase() === 'after' ? -Number(digits) : Number(digits);
  return weeks < -52 || weeks > 104 ? undefined : weeks === 0 ? 0 : weeks;
}

/** `Tue`, `Tues.`, `Tuesday`. */
export function dayIn(cell: string): WeekDay | undefined {
  const letters = cell.toLowerCase().replace(/[^a-z]/g, '');
  const day = weekDays.find((one) => letters.startsWith(one));
  return day !== undefined && whole[day].startsWith(letters) ? day : undefined;
}

const whole: Readonly<Record<WeekDay, string>> = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
};

function doneIn(cell: string): boolean | undefined {
  if (/^(yes|y|x|1|true|done|complete|completed|✓|✔|☑)$/i.test(cell)) return true;
  return /^(|no|n|0|false|open|todo|to do|not yet|☐|-)$/i.test(cell) ? false : undefined;
}
