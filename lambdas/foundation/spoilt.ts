import type { Problem } from '../../contracts/refusals.ts';

/** The thing that a fault leaves to the fan. It goes into the problem document. */
export type Left = Pick<Problem, 'voucher'>;

/** A fault of ours that spoilt what a fan was doing. The cause goes to the log; the part for the fan never does. */
export class Spoilt extends Error {
  // Private: loggers print an error with all fields that they can see.
  readonly #left: Left;

  constructor(message: string, left: Left, cause: unknown) {
    super(message, { cause });
    this.#left = left;
  }

  get left(): Left {
    return this.#left;
  }
}
