import type { Board } from '../../contracts/line.ts';
import { pollMs } from '../../rules/poll-rhythm.ts';
import type { Standing } from '../../rules/standing.ts';
import { spread } from '../poll.ts';

/**
 * How long until the next look at the board: the nearer the turn (or the doors), the sooner, spread so that a crowd
 * does not ask in step. Longer while nobody is looking, unless a signal was asked for. Longer while nothing answers,
 * though the first silence is asked again soon. A fan who comes back to the page looks at once.
 */
export interface MomentInLine {
  readonly stand: Standing;
  readonly board?: Pick<Board, 'phase' | 'opensAt' | 'rate'> | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Somebody looks, or wants a signal. */
  readonly attentive: boolean;
  /** Looks in a row that were not answered. */
  readonly unanswered: number;
}

const livelyMs = 3000;
const hiddenMs = 12_000;
const slowestMs = 60_000;
const silenceMs = 30_000;
/** A fan who reads the form of an open line, or shops, has no number that moves. */
const unhurriedMs = 10_000;

/** Milliseconds. */
export function nextLook(moment: MomentInLine, chance: number): number {
  const { unanswered, attentive } = moment;
  const wanted = unanswered === 0 ? paceOf(moment) : Math.min(silenceMs, livelyMs * 2 ** (unanswered - 1));
  return Math.min(slowestMs, spread(Math.max(wanted, attentive ? 0 : hiddenMs), chance));
}

function paceOf({ stand, board, now }: MomentInLine): number {
  const { at } = stand;
  if (at === 'shopping' || (at === 'outside' && stand.doors === 'open')) return unhurriedMs;
  if (board && at === 'waiting') return pollMs(board, stand.ahead, now);
  return board && (at === 'outside' || at === 'lobby') ? pollMs(board, undefined, now, stand.doorsAt) : livelyMs;
}
