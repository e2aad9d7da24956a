import { LoadingGate } from './loading-gate.ts';

/**
 * What all functions share: this machine. A function that is alone gains from two threads a core, one waiting for
 * the database while another computes. Where many are busy the cores never rest anyway, and every further thread
 * only loads the same code once more and finds out for itself which of it is hot.
 */
export class Machine {
  readonly cores: number;
  readonly loading: LoadingGate;
  #busy = 0;

  constructor(cores: number) {
    this.cores = cores;
    this.loading = new LoadingGate(cores);
  }

  /** Counts an invocation as long as it is under way. */
  async during<Result>(invocation: Promise<Result>): Promise<Result> {
    this.#busy += 1;
    try {
      return await invocation;
    } finally {
      this.#busy -= 1;
    }
  }

  /** How many threads a function may grow to now, if it may have `most` at most. */
  threadsOf(most: number): number {
    return this.#busy > 2 * this.cores ? Math.min(most, this.cores) : most;
  }
}
