import type { Enumeration } from './enumerate.ts';
import { exhaust, replay } from './exhaust.ts';
import type { ExhaustOptions } from './options.ts';
import type { SmallScene } from './scene.ts';
import { scenes } from './scenes.ts';
import { readSchedule, type ScheduleStep, scheduleText } from './schedule.ts';

/** @returns the status: 0 without a breach, 1 with one, 2 if the schedule does not fit. */
export async function runScenes(options: ExhaustOptions): Promise<0 | 1 | 2> {
  for (const name of options.scenes) {
    const scene = scenes[name] as SmallScene;
    const status = await (options.schedule
      ? show(name, scene, options, options.schedule)
      : runScene(name, scene, options));
    if (status !== 0) return status;
  }
  return 0;
}

async function runScene(name: string, scene: SmallScene, options: ExhaustOptions): Promise<0 | 1 | 2> {
  const begun = performance.now();
  let next = 5000;
  const told = (so: Enumeration) => {
    const passed = performance.now() - begun;
    if (passed < next) return;
    next = passed + 5000;
    console.error(`${name}: ${textOf(so, passed)}`);
  };
  const found = await exhaust(scene, { ...options, told });
  const text = textOf(found, performance.now() - begun);
  if (found.over === undefined) {
    console.log(`${name}: no breach in ${text}${found.complete ? '; there is no other' : '; there are more'}`);
    return 0;
  }
  console.log(`${name}: a breach after ${text}`);
  return show(name, scene, options, readSchedule(found.over) ?? []);
}

/** All that happens in one schedule. */
async function show(
  name: string,
  scene: SmallScene,
  options: ExhaustOptions,
  steps: readonly ScheduleStep[],
): Promise<0 | 1 | 2> {
  const shown = await replay(scene, options, steps);
  if (typeof shown === 'string') {
    console.error(shown);
    return 2;
  }
  for (const line of shown.lines) console.log(`  ${line}`);
  const { breach } = shown;
  if (!breach) {
    console.log(`${name}: no breach`);
    return 0;
  }
  console.log(`BREACH of ${breach.invariant}: ${breach.message}`);
  console.log(`Again: ${againText(name, options, steps)}`);
  return 1;
}

function againText(name: string, { mishaps, mutant }: ExhaustOptions, steps: readonly ScheduleStep[]): string {
  return [
    `npm run simulate -- --exhaust ${name}`,
    ...(mishaps === undefined ? [] : [`--mishaps ${mishaps}`]),
    ...(mutant === undefined ? [] : [`--mutant ${mutant}`]),
    `--schedule ${scheduleText(steps)}`,
  ].join(' ');
}

function textOf({ schedules, cut, pruned, steps }: Enumeration, milliseconds: number): string {
  const pace = Math.round((schedules + cut) / Math.max(0.001, milliseconds / 1000));
  return `${schedules} schedules of up to ${steps} steps, ${pruned} ways pruned, ${cut} left in the middle, ${pace} a second`;
}
