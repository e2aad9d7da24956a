import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../rehearsal/site.ts';

/** A clock that jumps to the next thing anyone waits for, so that a rehearsal of minutes takes none. */
export class VirtualClock implements Clock {
  #now = 1_800_000_000_000;
  readonly #waiting: { readonly at: number; readonly resume: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resume) => {
      this.#waiting.push({ at: this.#now + milliseconds, resume });
    });
  }

  /** Lets time pass until the work is done. Throws if it waits for something other than time. */
  async run<Result>(work: Promise<Result>): Promise<Result> {
    let done = false;
    const finished = work.finally(() => {
      done = true;
    });
    while (!done) {
      await turn();
      const next = this.#waiting.toSorted((a, b) => a.at - b.at)[0];
      if (done) break;
      if (!next) throw new Error('everyone waits, and nobody for time');
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.at);
      next.resume();
    }
    return await finished;
  }
}
