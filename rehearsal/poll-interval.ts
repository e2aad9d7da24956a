import type { Board } from '../contracts/line.ts';

/**
 * When a waiting fan reads the board again: a sixth of the wait that is left, at least 3 s and at most
 * 60 s. Of a 30-minute wait the first 24 minutes cost a poll a minute, the next 5 some 16 polls, and the
 * last 18 seconds 6: about 46 polls where one every 3 s would cost 600.
 */
export function pollSeconds(board: Board, ahead: number | undefined, now: number): number {
  if (board.phase === 'lobby') return within((board.opensAt - now) / 1000 / 6);
  // Not drawn yet: the draw is at most a few seconds away.
  if (ahead === undefined) return 3;
  // Until the line has a rate, take one that keeps the first few hundred attentive.
  const minutes = ahead / (board.rate || 300);
  return within((minutes * 60) / 6);
}

const within = (seconds: number) => Math.min(60, Math.max(3, seconds));
