import { spread } from '../poll.ts';

/**
 * How long until the next look at the board: three seconds, spread so that a crowd does not ask in step;
 * longer while nobody is looking or nothing answers. Whoever comes back to the page looks at once.
 */
export interface Moment {
  readonly visible: boolean;
  /** Looks in a row that were not answered. */
  readonly unanswered: number;
}

const lively = 3_000;
const hidden = 12_000;
const slowest = 30_000;

/** Milliseconds. */
export function nextLook({ visible, unanswered }: Moment, chance: number): number {
  const calm = visible ? lively : hidden;
  return spread(Math.min(slowest, calm * 2 ** Math.max(0, unanswered - 1)), chance);
}
