/**
 * When a schedule fires next. `rate(5 minutes)` counts from the start. `cron(0 9 ? * MON-FRI *)` names minute, hour,
 * day of the month, month, day of the week and year, in UTC. Each may be `*`, `?`, values, ranges, lists and steps.
 * `L`, `W` and `#` are not known here.
 */

export type Schedule =
  | { readonly kind: 'rate'; readonly everyMs: number }
  | { readonly kind: 'cron'; readonly matches: (time: Date) => boolean };

export type ReadSchedule =
  | { readonly ok: true; readonly schedule: Schedule }
  | { readonly ok: false; readonly problem: string };

const minuteMs = 60_000;
const units: Readonly<Record<string, number>> = {
  minute: minuteMs,
  minutes: minuteMs,
  hour: 60 * minuteMs,
  hours: 60 * minuteMs,
  day: 1440 * minuteMs,
  days: 1440 * minuteMs,
};

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface Field {
  readonly least: number;
  readonly most: number;
  readonly names: readonly string[];
  readonly of: (time: Date) => number;
}

const fields: readonly Field[] = [
  { least: 0, most: 59, names: [], of: (time) => time.getUTCMinutes() },
  { least: 0, most: 23, names: [], of: (time) => time.getUTCHours() },
  { least: 1, most: 31, names: [], of: (time) => time.getUTCDate() },
  { least: 1, most: 12, names: monthNames, of: (time) => time.getUTCMonth() + 1 },
  { least: 1, most: 7, names: dayNames, of: (time) => time.getUTCDay() + 1 },
  { least: 1970, most: 2199, names: [], of: (time) => time.getUTCFullYear() },
];

const readValue = (text: string, { least, most, names }: Field): number | undefined => {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + least : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
};

/** The values a field allows; undefined if it is not well written. */
const readField = (text: string, field: Field): ReadonlySet<number> | undefined => {
  const allowed = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step = '1'] = part.split('/');
    const [first = '', last] = range.split('-');
    const any = range === '*' || range === '?';
    const from = any ? field.least : readValue(first, field);
    const upTo = any || (part.includes('/') && last === undefined) ? field.most : readValue(last ?? first, field);
    if (from === undefined || upTo === undefined || !/^[1-9]\d*$/.test(step)) return undefined;
    for (let value = from; value <= upTo; value += Number(step)) allowed.add(value);
  }
  return allowed;
};

const readCron = (text: string): ReadSchedule => {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length) return { ok: false, problem: `cron(${text}) must have six fields` };
  const tests: ((time: Date) => boolean)[] = [];
  for (const [index, field] of fields.entries()) {
    const part = parts[index] ?? '';
    const allowed = readField(part, field);
    if (allowed === undefined)
      return { ok: false, problem: `cron(${text}): "${part}" is not known to the local cloud` };
    tests.push((time) => allowed.has(field.of(time)));
  }
  return { ok: true, schedule: { kind: 'cron', matches: (time) => tests.every((test) => test(time)) } };
};

export const readSchedule = (expression: string): ReadSchedule => {
  const rate = /^rate\((\d+) (\w+)\)$/.exec(expression);
  if (rate !== null) {
    const unit = units[rate[2] ?? ''];
    const count = Number(rate[1]);
    if (unit === undefined || count < 1) return { ok: false, problem: `${expression} is not a rate` };
    return { ok: true, schedule: { kind: 'rate', everyMs: count * unit } };
  }
  const cron = /^cron\((.+)\)$/.exec(expression);
  if (cron !== null) return readCron(cron[1] ?? '');
  return { ok: false, problem: `the local cloud does not know the schedule ${expression}` };
};

const longestSearch = 366 * 1440;

/**
 * @param after milliseconds since 1970; for a rate, the last time it fired.
 * @returns milliseconds since 1970, or undefined if it fires no more within a year.
 */
export const nextFiring = (schedule: Schedule, after: number): number | undefined => {
  if (schedule.kind === 'rate') return after + schedule.everyMs;
  let minute = Math.floor(after / minuteMs) * minuteMs;
  for (let searched = 0; searched < longestSearch; searched += 1) {
    minute += minuteMs;
    if (schedule.matches(new Date(minute))) return minute;
  }
  return undefined;
};
