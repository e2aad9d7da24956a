import { parseArgs } from 'node:util';
import { scenes } from './scenes.ts';
import { readSchedule, type ScheduleStep } from './schedule.ts';

export interface ExhaustOptions {
  /** In this order. */
  readonly scenes: readonly string[];
  readonly limit: number;
  readonly mishaps?: number;
  readonly mutant?: string;
  /** This one alone. */
  readonly schedule?: readonly ScheduleStep[];
}

export const usage = `npm run simulate -- --exhaust <scene> [options]
  scenes          all, ${Object.keys(scenes).join(', ')}
  --limit 1000000 so many schedules at the most
  --mishaps 1     so many in a schedule; left out: as the scene has it
  --mutant name   with one guard taken out: ${Object.entries(scenes)
    .map(([name, { mutants }]) => `${name}: ${Object.keys(mutants).join(', ')}`)
    .join('; ')}
  --schedule 0,1x this one alone, with all that happens in it`;

/** Options as typed, or a sentence on what is wrong with them. */
export function readExhaustOptions(args: readonly string[]): ExhaustOptions | string {
  let values: Readonly<Record<string, string | undefined>>;
  try {
    const text = { type: 'string' } as const;
    const options = { exhaust: text, limit: text, mishaps: text, mutant: text, schedule: text };
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { exhaust = '', mutant, schedule } = values;
  const names = exhaust === 'all' ? Object.keys(scenes) : [exhaust];
  const [first = ''] = names;
  if (!Object.hasOwn(scenes, first))
    return `There is no scene ${exhaust}. There are: all, ${Object.keys(scenes).join(', ')}`;
  const numbers = { limit: 1_000_000, mishaps: undefined } as { limit: number; mishaps: number | undefined };
  for (const [name, least, most] of [
    ['limit', 1, 1e12],
    ['mishaps', 0, 3],
  ] as const) {
    const value = values[name];
    if (value === undefined) continue;
    if (!/^\d+$/.test(value) || Number(value) < least || Number(value) > most)
      return `--${name} must be a whole number from ${least} to ${most}, not ${value}`;
    numbers[name] = Number(value);
  }
  const isSingle = names.length === 1;
  if (!isSingle && (mutant !== undefined || schedule !== undefined))
    return '--mutant and --schedule go with a single scene';
  const mutants = scenes[first]?.mutants ?? {};
  if (mutant !== undefined && !Object.hasOwn(mutants, mutant))
    return `${first} has no mutant ${mutant}. It has: ${Object.keys(mutants).join(', ')}`;
  const steps = schedule === undefined ? undefined : readSchedule(schedule);
  if (schedule !== undefined && !steps) return `--schedule must be as it was printed, like 0,0,2x, not ${schedule}`;
  const { limit, mishaps } = numbers;
  return {
    scenes: names,
    limit,
    ...(mishaps !== undefined && { mishaps }),
    ...(mutant !== undefined && { mutant }),
    ...(steps && { schedule: steps }),
  };
}
