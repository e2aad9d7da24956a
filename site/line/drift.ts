import type { Board } from '../../contracts/line.ts';

/**
 * How far was called by now, between two looks at the board: a far number would otherwise stand still for a minute and
 * then jump. We count on with the lower side of the measured rate, so that the next board has, as good as always,
 * called at least as many. Nothing moves while the line is halted, nor for longer than the longest pause between two
 * looks. Nobody hears that they are next before they are.
 */
export function calledBy(
  board: Pick<Board, 'writtenAt' | 'phase' | 'halt' | 'rate'>,
  calledUpTo: number,
  position: number,
  now: number,
): number {
  if (board.phase !== 'open' || board.halt) return calledUpTo;
  // People are called one by one as others leave: two standard deviations of a minute's calls, and a fifth.
  const sure = 0.8 * Math.max(0, board.rate - 2 * Math.sqrt(board.rate));
  const minutes = Math.min(1.2, Math.max(0, now - board.writtenAt) / 60_000);
  return Math.max(calledUpTo, Math.min(position - 2, Math.floor(calledUpTo + sure * minutes)));
}
