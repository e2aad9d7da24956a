import type { Board } from '../../contracts/line.ts';
import type { Line } from './line-store.ts';
import { ratePerMinute } from './pacing.ts';

/**
 * The board says what everyone may know of a line, and nothing that only one fan may. It is written when
 * it says something new, and every 5 s all the same, so that a reader can tell a quiet line from a dead
 * pacemaker.
 */
export const heartbeatMs = 5000;

/** `joined`: fans in rounds that are not drawn yet. */
export function boardOf({ facts, dials, progress }: Line, joined: number, now: number): Board {
  const { drawn, calledUpTo, calls, open } = progress;
  return {
    v: 1,
    onSale: facts.onSale,
    phase: phaseOf({ facts, dials, progress }, now),
    at: now,
    opensAt: facts.opensAt,
    round: open.round,
    drawn,
    calledUpTo,
    waiting: drawn - calledUpTo + joined,
    rate: ratePerMinute({ calls, now, opensAt: facts.opensAt }),
    ...(dials.message && { message: dials.message }),
  };
}

function phaseOf({ facts, dials, progress }: Pick<Line, 'facts' | 'dials' | 'progress'>, now: number): Board['phase'] {
  if (now >= facts.closesAt) return 'closed';
  if (progress.drawnRounds === 0) return 'lobby';
  return dials.paused ? 'paused' : 'open';
}

/** Whether this board must be published after that one. */
export function isNews(board: Board, last: Board | undefined): boolean {
  if (!last || board.at - last.at >= heartbeatMs) return true;
  return JSON.stringify({ ...board, at: 0 }) !== JSON.stringify({ ...last, at: 0 });
}
