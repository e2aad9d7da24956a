/**
 * Lets only so many threads load their code at once, over all functions. Loading is nothing but computing: a dozen
 * threads that load together on two cores are all late together, and those who wait for the first of them wait for the
 * last. A thread that was let in says when it is done.
 */
export class LoadingGate {
  #free: number;
  readonly #waiting: ((leave: () => void) => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** Resolves, in order of asking, with what is to be called once when the loading has ended. */
  enter(): Promise<() => void> {
    return new Promise((letIn) => {
      this.#waiting.push(letIn);
      this.#next();
    });
  }

  #next(): void {
    if (this.#free === 0) return;
    const letIn = this.#waiting.shift();
    if (letIn === undefined) return;
    this.#free -= 1;
    letIn(() => {
      this.#free += 1;
      this.#next();
    });
  }
}
