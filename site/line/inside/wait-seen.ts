import { estimate, type Told, tell } from '../../../rules/wait.ts';
import type { LineState } from '../line-state.ts';

/** The wait to tell after the board that was read just now. */
export function waitSeen({ board, position, calledUpTo, wait }: LineState): Told | undefined {
  if (!board || position === undefined) return wait;
  return tell(wait, estimate(Math.max(0, position - calledUpTo - 1), board.rate), board.writtenAt);
}
