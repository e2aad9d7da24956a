import { LoadingGate } from './loading-gate.ts';

/**
 * The machine that all functions share. A function that is alone gains from two threads a core, one waiting for the
 * database while another computes. When many are busy the cores never rest anyway. Every further thread only loads the
 * same code once more, and has to find out for itself which parts of it are hot.
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
