import type { Board } from '../../contracts/line.ts';
import type { LinesSeen, Read } from '../deployment/live-lines.ts';

/** A line that calls people, or will at its doors; with `withPaused` a paused one as well. */
export interface BoardLine {
  readonly onSale: string;
  readonly waiting: number;
  /** It gave turns. */
  readonly isOpen: boolean;
}

/**
 * Lines that must be paused before everyone comes back, or a sentence if it cannot be told which there are. Paused lines are
 * among them where all shall say that tickets are sold elsewhere, or give turns once more.
 */
export function linesToPause({ season, boards }: LinesSeen, withPaused: boolean): readonly BoardLine[] | string {
  const phases: readonly Board['phase'][] = withPaused ? ['lobby', 'open', 'paused'] : ['lobby', 'open'];
  if (season.is === 'unknown') return unknown('the published season', season);
  const lines: BoardLine[] = [];
  for (const [onSale, board] of boards) {
    if (board.is === 'unknown') return unknown(`the board of ${onSale}`, board);
    if (board.is === 'there' && phases.includes(board.file.phase)) {
      const { waiting, phase } = board.file;
      lines.push({ onSale, waiting, isOpen: phase !== 'lobby' });
    }
  }
  return lines;
}

function unknown(what: string, { why }: Extract<Read<unknown>, { is: 'unknown' }>): string {
  return `Which lines are live cannot be told: ${what} cannot be read (${why}).`;
}
