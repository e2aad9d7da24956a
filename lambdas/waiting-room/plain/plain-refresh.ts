import type { Board } from '../../../contracts/line.ts';
import { pollMs } from '../../../rules/poll-rhythm.ts';
import type { Standing } from '../../../rules/standing.ts';

/** A whole page that comes anew more often than this is no longer read. */
const fastestMs = 5000;

/**
 * How long until the page should ask again, in the rhythm of the page with JavaScript and in whole seconds, as a
 * header says no others; undefined where nothing comes by itself, and where somebody is filling in a form.
 */
export function refreshMs(standing: Standing, board: Board | undefined, now: number): number | undefined {
  const rhythm = (ahead?: number, doors?: number) =>
    Math.max(fastestMs, 1000 * Math.round((board ? pollMs(board, ahead, now, doors) : 15_000) / 1000));
  switch (standing.at) {
    case 'lobby':
      return rhythm(undefined, standing.doorsAt);
    case 'drawing':
      return fastestMs;
    case 'waiting':
      return board?.phase === 'sold-out' ? 60_000 : rhythm(standing.ahead);
    case 'called':
    case 'shopping':
      return 60_000;
    default:
      return undefined;
  }
}
