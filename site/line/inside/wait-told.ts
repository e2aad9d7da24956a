import { type ToldWait, tell } from '../../../rules/told-wait.ts';
import { estimate } from '../../../rules/wait.ts';
import type { LineState } from '../line-state.ts';

/** The last that was told, of which place, and after which board. */
let last:
  | { readonly receipt: string; readonly board: LineState['board']; readonly told: ToldWait | undefined }
  | undefined;

/** The wait to tell after the newest board. It is asked for with every drawing, and told anew with every board. */
export function waitTold({ board, position, calledUpTo, kept }: WaitingState): ToldWait | undefined {
  if (!board || !kept || position === undefined) return undefined;
  const { receipt } = kept;
  const before = last?.receipt === receipt ? last : undefined;
  if (before?.board === board) return before.told;
  const told = tell(before?.told, estimate(Math.max(0, position - calledUpTo - 1), board.rate), board.writtenAt);
  last = { receipt, board, told };
  return told;
}

type WaitingState = Pick<LineState, 'board' | 'position' | 'calledUpTo' | 'kept'>;
