import { runMany } from '../many.ts';
import type { Run } from '../simulate.ts';
import type { Crash } from '../stage/cloud.ts';
import { runOf, type Task } from '../worker.ts';

/**
 * A seed again and again: first as it is, to count its calls, and then once for each with a process killed just before
 * the call takes effect, and once just after. So no call is left out that a seed's own weather happens to spare.
 */
export interface Swept {
  readonly runs: number;
  /** The calls of the seed as it is, by name: how many, and at how many crashes a process was killed there. */
  readonly calls: ReadonlyMap<string, { readonly made: number; readonly killed: number }>;
  /** The first run with a breach, and the task it had. */
  readonly breached?: { readonly run: Run; readonly task: Task };
}

export interface SweepOf {
  readonly task: Omit<Task, 'crash'>;
  readonly workers: number;
  /**
   * So many calls of each name at the most, spread over the seed, in turn one before and one after. Left out: all of them,
   * before and after. More than half of a seed's calls seal shards that nobody stands in.
   */
  readonly ofEach?: number;
  readonly done?: (runs: number, of: number) => void;
}

export async function sweep({ task, workers, ofEach, done }: SweepOf): Promise<Swept> {
  const first = await runOf(task, true);
  const called = first.called ?? [];
  const calls = new Map<string, { made: number; killed: number }>();
  for (const name of called) calls.set(name, { made: (calls.get(name)?.made ?? 0) + 1, killed: 0 });
  if (first.breach) return { runs: 1, calls, breached: { run: first, task } };
  const crashes = ofEach === undefined ? everyCrash(called) : someOfEach(called, ofEach);
  const tasks = crashes.map((crash) => ({ ...task, crash }));
  let runs = 0;
  const breached = await runMany(tasks, {
    workers,
    done({ struck }) {
      const name = called[(tasks[runs]?.crash.call ?? 0) - 1] ?? '';
      runs += 1;
      const counted = calls.get(name);
      if (struck && counted) counted.killed += 1;
      done?.(runs, tasks.length);
    },
  });
  const at = tasks[runs - 1];
  return { runs: runs + 1, calls, ...(breached && at && { breached: { run: breached, task: at } }) };
}

function everyCrash(called: readonly string[]): readonly Crash[] {
  return called.flatMap((_, at) => (['before', 'after'] as const).map((when) => ({ call: at + 1, when })));
}

function someOfEach(called: readonly string[], most: number): readonly Crash[] {
  const byName = Map.groupBy(called.keys(), (at) => called[at]);
  return [...byName.values()]
    .flatMap((calls) =>
      calls
        .filter((_, nth) => Math.floor((nth * most) / calls.length) > Math.floor(((nth - 1) * most) / calls.length))
        .map((at, nth) => ({ call: at + 1, when: nth % 2 === 0 ? 'before' : 'after' }) as const),
    )
    .sort((one, other) => one.call - other.call);
}

/** Names of calls whose processes had all died before the crash that was meant for them. */
export function spared({ calls }: Swept): readonly string[] {
  return [...calls].flatMap(([name, { killed }]) => (killed === 0 ? [name] : [])).sort();
}
