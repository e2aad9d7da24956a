import { turn } from '../stage/run-virtual.ts';
import { depend, Necessity, type TakenStep } from './races.ts';
import { type Fate, type ScheduleStep, scheduleText } from './schedule.ts';
import type { WaitingCall } from './scheduler.ts';

/**
 * Enumerates every order of effects of a scene, and every mishap in each. A scene cannot be taken back, so each schedule
 * is run from the beginning. Schedules that differ only in the order of effects that commute come to the same, so of
 * each such family one is run. Two rules see to that:
 *
 *   races         a step is put before an earlier one only if they depend on each other and nothing forces their order
 *   asleep        a call that was tried at a crossing stays out of the other ways, until one of them touches what it
 *                 touches
 *
 * This is source-set dynamic partial-order reduction (Abdulla, Aronis, Jonsson, Sagonas, POPL 2014), where a step has
 * several fates, and all of them are tried wherever it is.
 */
export interface HeldScene {
  readonly waiting: readonly WaitingCall[];
  fatesOf(waiting: WaitingCall): readonly Fate[];
  letThrough(waiting: WaitingCall, fate: Fate): Promise<void>;
  /** True if nothing more may happen: a breach was found. */
  readonly isOver: boolean;
  /** Nothing waits any more: lets the scene come to rest and looks at what came of it. */
  end(): Promise<void>;
}

export interface Enumeration {
  /** Complete schedules that were run. */
  readonly schedules: number;
  /** Schedules that were left in the middle: all that could follow was tried elsewhere. */
  readonly cut: number;
  /** Ways at crossings that were never entered, since another stands for them. */
  readonly pruned: number;
  /** The most steps of a schedule. */
  readonly steps: number;
  /** Whether there is no other. */
  readonly complete: boolean;
  /** The schedule at which it was over. */
  readonly over?: string;
}

export interface EnumerateOptions<Played> {
  readonly limit: number;
  /** False: every order, also of effects that commute. For tests of the reduction. */
  readonly reduce?: boolean;
  readonly told?: (so: Enumeration) => void;
  /** Told of every scene that came to its end. */
  readonly ended?: (scene: Played) => void;
}

type Sleeper = Pick<TakenStep, 'id' | 'by' | 'footprint' | 'fate'>;

interface Crossing {
  readonly waiting: readonly { readonly call: WaitingCall; readonly fates: readonly Fate[] }[];
  readonly asleep: readonly Sleeper[];
  /** Ids of the calls that must be tried here. */
  readonly todo: Set<number>;
  readonly done: Sleeper[];
  chosen: Sleeper;
}

export async function enumerate<Played extends HeldScene>(
  start: () => Promise<Played>,
  { limit, reduce = true, told, ended }: EnumerateOptions<Played>,
): Promise<Enumeration & { readonly scene?: Played }> {
  const crossings: Crossing[] = [];
  const necessity = new Necessity();
  const counts = { schedules: 0, cut: 0, pruned: 0, steps: 0 };
  for (;;) {
    const scene = await start();
    const isCut = await follow(scene, crossings, necessity, reduce);
    if (!isCut && !scene.isOver) await scene.end();
    counts.steps = Math.max(counts.steps, crossings.length);
    if (isCut) counts.cut += 1;
    else counts.schedules += 1;
    if (!isCut) ended?.(scene);
    // Whoever waits for the machine has a turn.
    if ((counts.schedules + counts.cut) % 64 === 0) await turn();
    if (scene.isOver) return { ...counts, complete: false, over: textOf(crossings), scene };
    counts.pruned += turnBack(crossings);
    necessity.cutTo(Math.max(0, crossings.length - 1));
    if (crossings.length === 0) return { ...counts, complete: true };
    if (counts.schedules + counts.cut >= limit) return { ...counts, complete: false };
    told?.({ ...counts, complete: false });
  }
}

/** Runs the scene along the chosen ways, and on from there. True if it was left in the middle. */
async function follow(
  scene: HeldScene,
  crossings: Crossing[],
  necessity: Necessity,
  reduce: boolean,
): Promise<boolean> {
  for (let at = 0; scene.waiting.length > 0; at += 1) {
    let crossing = crossings[at];
    if (!crossing) {
      crossing = crossingAt(scene, crossings[at - 1], reduce);
      if (!crossing) return true;
      crossings.push(crossing);
    }
    const { id, fate } = crossing.chosen;
    const call = scene.waiting.find((one) => one.id === id);
    if (!call) throw new Error(`Call ${id} does not wait at step ${at}: the scene is not the same each time`);
    if (at >= necessity.steps) {
      const races = necessity.add({ ...crossing.chosen, after: call.after });
      if (reduce) for (const race of races) tryInstead(crossings[race.at], race.instead);
    }
    await scene.letThrough(call, fate);
    if (scene.isOver) {
      crossings.length = at + 1;
      return false;
    }
  }
  return false;
}

/** Undefined if every way on was tried elsewhere. */
function crossingAt(scene: HeldScene, last: Crossing | undefined, reduce: boolean): Crossing | undefined {
  const waiting = scene.waiting.map((call) => ({ call, fates: scene.fatesOf(call) }));
  const asleep = last && reduce ? stillAsleep(last) : [];
  const awake = waiting
    .flatMap(({ call, fates }) => fates.map((fate) => ({ id: call.id, by: call.by, footprint: call.footprint, fate })))
    .find((way) => !isAmong(asleep, way));
  if (!awake) return undefined;
  const todo = new Set(reduce ? [awake.id] : waiting.map(({ call }) => call.id));
  return { waiting, asleep, todo, done: [], chosen: awake };
}

function stillAsleep({ asleep, done, chosen }: Crossing): readonly Sleeper[] {
  return [...asleep, ...done].filter((one) => one.id !== chosen.id && !depend(one, chosen));
}

function tryInstead(crossing: Crossing | undefined, instead: readonly number[]): void {
  const [best] = instead;
  if (!crossing || best === undefined || instead.some((id) => crossing.todo.has(id))) return;
  crossing.todo.add(best);
}

/** Goes back to the last crossing with a way that is not tried, and chooses it. @returns how many ways were left out. */
function turnBack(crossings: Crossing[]): number {
  let leftOut = 0;
  for (let last = crossings.at(-1); last; last = crossings.at(-1)) {
    const { waiting, asleep, todo, done, chosen } = last;
    done.push(chosen);
    const ways = waiting.flatMap(({ call: { id, by, footprint }, fates }) =>
      fates.map((fate): Sleeper => ({ id, by, footprint, fate })),
    );
    const next = ways.find((way) => todo.has(way.id) && !isAmong(done, way) && !isAmong(asleep, way));
    if (next) {
      last.chosen = next;
      return leftOut;
    }
    leftOut += ways.length - done.length;
    crossings.pop();
  }
  return leftOut;
}

function isAmong(ways: readonly Sleeper[], { id, fate }: Sleeper): boolean {
  return ways.some((one) => one.id === id && one.fate === fate);
}

function textOf(crossings: readonly Crossing[]): string {
  return scheduleText(
    crossings.map(
      ({ waiting, chosen }): ScheduleStep => ({
        nth: waiting.findIndex(({ call }) => call.id === chosen.id),
        fate: chosen.fate,
      }),
    ),
  );
}
