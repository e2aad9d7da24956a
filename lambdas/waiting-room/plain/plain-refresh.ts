import type { Board } from '../../../contracts/line.ts';
import { pollSeconds } from '../../../rules/poll-rhythm.ts';
import type { Standing } from '../../../rules/standing.ts';

/** A whole page that comes anew more often than this is no longer read. */
const fastestRefresh = 5;

/**
 * Seconds until the page should ask again, in the rhythm of the page with JavaScript; undefined where nothing
 * comes by itself, and where somebody is filling in a form.
 */
export function refreshSeconds(standing: Standing, board: Board | undefined, now: number): number | undefined {
  const rhythm = (ahead?: number, doors?: number) =>
    Math.max(fastestRefresh, Math.round(board ? pollSeconds(board, ahead, now, doors) : 15));
  switch (standing.at) {
    case 'lobby':
      return rhythm(undefined, standing.doorsAt);
    case 'drawing':
      return fastestRefresh;
    case 'waiting':
      return board?.phase === 'sold-out' ? 60 : rhythm(standing.ahead);
    case 'called':
    case 'shopping':
      return 60;
    default:
      return undefined;
  }
}
