import type { CallGate, Leaving } from '../stage/cloud.ts';
import { changesAnything, type Footprint, footprintOf } from './footprint.ts';
import type { Fate, PaidFate } from './schedule.ts';

/** A call that waits until it is let through. */
export interface WaitingCall {
  /** Counted in the order the calls were made: the same after the same steps. */
  readonly id: number;
  readonly by: string;
  readonly call: string;
  readonly footprint: Footprint;
  /** The step that made its process make it; -1 for the first ones. */
  readonly after: number;
}

/** Everything that runs has come to its next call: a tick comes after all microtasks, and need not wait for the machine. */
export const quiet = () => new Promise<void>((resolve) => process.nextTick(resolve));

interface KeptCall extends WaitingCall {
  readonly leaving: Leaving;
}

export interface Mishaps {
  readonly kinds: readonly PaidFate[];
  /** So many in one schedule at the most. */
  readonly most: number;
}

/**
 * The gate that all calls of a scene wait at. Whoever holds the scene lets one through at a time, and everything that
 * runs because of it comes to its next call before another goes. So the order of effects is all that is left to chance,
 * and there is no chance in it.
 */
export class Scheduler implements CallGate {
  /** Calls go through as they come: while a scene is set up, and once it is over. */
  isOpen = true;
  /** Told of each effect, before whoever made it hears of it. */
  onEffect: (call: string, of: readonly unknown[]) => void = () => {};
  readonly #kept: KeptCall[] = [];
  #mishapsLeft: number;
  readonly #kinds: readonly PaidFate[];
  #count = 0;
  #steps = 0;

  constructor({ kinds, most }: Mishaps) {
    this.#kinds = kinds;
    this.#mishapsLeft = most;
  }

  admit(leaving: Leaving): void {
    const { by, call, of } = leaving;
    const footprint = this.isOpen ? [] : footprintOf(call, of);
    if (footprint.length === 0) {
      void leaving.arrive();
      return;
    }
    this.#kept.push({
      id: this.#count,
      by: by.name,
      call,
      footprint,
      after: this.#steps - 1,
      leaving,
    });
    this.#count += 1;
  }

  /** In the order the calls were made. */
  get waiting(): readonly WaitingCall[] {
    return this.#kept;
  }

  /**
   * What may become of a waiting call now. A process that is killed after it read something might as well have been
   * killed before, and so after its last write.
   */
  fatesOf({ id, footprint }: WaitingCall): readonly Fate[] {
    const alive = this.#kept.find((one) => one.id === id)?.leaving.by.alive;
    const changes = changesAnything(footprint);
    if (!alive) return changes ? ['well', 'never'] : ['never'];
    return this.#mishapsLeft > 0 && changes ? ['well', ...this.#kinds] : ['well'];
  }

  /** Lets one through, and waits until nothing runs any more. */
  async letThrough({ id }: WaitingCall, fate: Fate): Promise<void> {
    const at = this.#kept.findIndex((one) => one.id === id);
    const [kept] = this.#kept.splice(at, 1);
    if (!kept || at < 0) throw new Error(`No call ${id} waits`);
    this.#steps += 1;
    if (fate === 'never') return;
    if (fate !== 'well') this.#mishapsLeft -= 1;
    const arrived = kept.leaving.arrive(fate === 'well' ? undefined : fate);
    this.onEffect(kept.call, kept.leaving.of);
    await arrived;
    await quiet();
  }

  /** From then on nothing waits. */
  async open(): Promise<void> {
    this.isOpen = true;
    for (const { leaving } of this.#kept.splice(0)) void leaving.arrive();
    await quiet();
  }
}
