import type { Breach } from '../audit/breach.ts';
import { type Enumeration, enumerate } from './enumerate.ts';
import { copyFast, SceneStage, type SmallScene } from './scene.ts';
import type { ScheduleStep } from './schedule.ts';

/* Runs a scene in every order, or in one. */

export interface ExhaustOf {
  /** Complete or cut schedules at the most. */
  readonly limit: number;
  /** So many mishaps in a schedule. @default - as the scene has it */
  readonly mishaps?: number;
  /** Of the scene's. */
  readonly mutant?: string;
  /** False: every order, also of effects that commute. @default true */
  readonly reduce?: boolean;
  readonly told?: (so: Enumeration) => void;
  /** Told of every end, with the stage at it. */
  readonly ended?: (stage: SceneStage) => void;
}

export type Exhausted = Enumeration & { readonly breach?: Breach };

export async function exhaust(scene: SmallScene, of: ExhaustOf): Promise<Exhausted> {
  const { limit, reduce = true, told, ended } = of;
  return undisturbed(scene, of, async (start) => {
    const { scene: stage, ...found } = await enumerate(() => start(false), {
      limit,
      reduce,
      ...(told && { told }),
      ...(ended && { ended }),
    });
    return { ...found, ...(stage?.morning.breach && { breach: stage.morning.breach }) };
  });
}

export interface Replayed {
  readonly breach?: Breach;
  /** All that happened. */
  readonly lines: readonly string[];
}

/** Runs one schedule again. Answers a sentence if it does not fit the scene. */
export async function replay(
  scene: SmallScene,
  of: Pick<ExhaustOf, 'mishaps' | 'mutant'>,
  steps: readonly ScheduleStep[],
): Promise<Replayed | string> {
  return undisturbed(scene, of, async (start) => {
    const stage = await start(true);
    for (let at = 0; stage.waiting.length > 0 && !stage.isOver; at += 1) {
      const { nth, fate } = steps[at] ?? { nth: 0, fate: 'well' };
      const call = stage.waiting[nth];
      // What is left over of a dead process goes nowhere.
      const fates = call ? stage.fatesOf(call) : [];
      if (!call || (at < steps.length && !fates.includes(fate)))
        return `Step ${at + 1} of the schedule does not fit: ${stage.waiting.length} calls wait there`;
      await stage.letThrough(call, fates.includes(fate) ? fate : (fates[0] ?? 'never'));
    }
    if (!stage.isOver) await stage.end();
    const { breach, chronicle } = stage.morning;
    return { ...(breach && { breach }), lines: chronicle.lines() };
  });
}

async function undisturbed<Result>(
  scene: SmallScene,
  { mishaps, mutant }: Pick<ExhaustOf, 'mishaps' | 'mutant'>,
  act: (start: (kept: boolean) => Promise<SceneStage>) => Promise<Result>,
): Promise<Result> {
  const most = mishaps ?? scene.mishaps.most;
  const played: SmallScene = { ...scene, mishaps: { ...scene.mishaps, most } };
  const spoils = mutant === undefined ? undefined : scene.mutants[mutant];
  const restore = copyFast();
  try {
    return await act(async (kept) => {
      const stage = new SceneStage(played, { kept, spoils: spoils?.() ?? {} });
      await stage.begin();
      return stage;
    });
  } finally {
    restore();
  }
}
