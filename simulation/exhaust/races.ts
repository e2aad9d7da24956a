import { type Footprint, touchEachOther } from './footprint.ts';
import type { Fate } from './schedule.ts';

/** One step of a schedule that was run. */
export interface TakenStep {
  readonly id: number;
  readonly by: string;
  readonly footprint: Footprint;
  readonly fate: Fate;
  /** The step that made its process make it; -1 for the first ones. */
  readonly after: number;
}

/**
 * Whether the order of two steps matters. The calls that a process makes at once commute if what they touch does, as
 * long as it hears of both. If it is killed by one, it matters which of them it heard of.
 */
export function depend(one: Omit<TakenStep, 'id' | 'after'>, other: Omit<TakenStep, 'id' | 'after'>): boolean {
  if (one.by === other.by && (isMishap(one.fate) || isMishap(other.fate))) return true;
  if (one.fate === 'never' || other.fate === 'never') return false;
  return touchEachOther(one.footprint, other.footprint);
}

const isMishap = (fate: Fate): boolean => fate !== 'well' && fate !== 'never';

/** What came before what, of necessity: a step before the calls it led to, and before the steps that depend on it. */
export class Necessity {
  readonly #before: Uint32Array[] = [];
  readonly #taken: TakenStep[] = [];

  /** Keeps the first so many steps, and forgets the others. */
  cutTo(steps: number): void {
    this.#before.length = Math.min(this.#before.length, steps);
    this.#taken.length = Math.min(this.#taken.length, steps);
  }

  get steps(): number {
    return this.#taken.length;
  }

  /**
   * Adds the next step. Answers its races: the earlier steps that it depends on, and need not have come before it. For
   * each, the ids of the calls that might go first instead, to turn the race round. The first is the best guess.
   */
  add(next: TakenStep): readonly { readonly at: number; readonly instead: readonly number[] }[] {
    const at = this.#taken.length;
    const before = new Uint32Array((at >> 5) + 1);
    const include = (step: number) => {
      for (const [word, bits] of (this.#before[step] as Uint32Array).entries())
        before[word] = (before[word] ?? 0) | bits;
      before[step >> 5] = (before[step >> 5] ?? 0) | (1 << (step & 31));
    };
    if (next.after >= 0) include(next.after);
    const races: number[] = [];
    for (let step = at - 1; step >= 0; step -= 1) {
      if (has(before, step) || !depend(this.#taken[step] as TakenStep, next)) continue;
      races.push(step);
      include(step);
    }
    this.#before.push(before);
    this.#taken.push(next);
    return races.map((step) => ({ at: step, instead: this.#firstInstead(step, at) }));
  }

  /** Of the steps after this one that did not need it, up to the other: those that need none of the others. */
  #firstInstead(race: number, last: number): readonly number[] {
    const free: number[] = [];
    for (let step = race + 1; step <= last; step += 1) {
      const before = this.#before[step] as Uint32Array;
      // The last one depends on the race, and is to go before it all the same.
      if (step < last && has(before, race)) continue;
      free.push(step);
    }
    const first = free.filter((step) => {
      const before = this.#before[step] as Uint32Array;
      return !free.some((other) => other < step && has(before, other));
    });
    const ids = first.map((step) => (this.#taken[step] as TakenStep).id);
    const own = (this.#taken[last] as TakenStep).id;
    return ids.includes(own) ? [own, ...ids.filter((id) => id !== own)] : ids;
  }
}

function has(bits: Uint32Array, step: number): boolean {
  return ((bits[step >> 5] ?? 0) & (1 << (step & 31))) !== 0;
}
