import type { Board, LineFile } from '../contracts/line.ts';
import type { Standing } from './standing.ts';

/**
 * The news of the line itself for a fan, besides where they stand in it: why nobody is called, that nothing is heard,
 * how many are in the lobby.
 */

/** Why nobody is called. */
export type Halt = NonNullable<Board['halt']> | 'sold-out';

/** In the order of weight. */
export function haltOf(board: Pick<Board, 'phase' | 'halt'> | undefined): Halt | undefined {
  if (board?.phase === 'sold-out') return 'sold-out';
  return board?.halt ?? (board?.phase === 'paused' ? 'staff' : undefined);
}

/**
 * The halt as far as it concerns this fan. A called fan need not care that nobody else is called, but should know
 * before they come in that there is no seat. A fan who shops sees the seats themselves.
 */
export function haltFor(stand: Standing, board: Pick<Board, 'phase' | 'halt'> | undefined): Halt | undefined {
  const halt = haltOf(board);
  if (!concernsLine(stand) || (stand.at === 'called' && (halt === 'staff' || halt === 'house'))) return undefined;
  return halt;
}

/** Not once a fan shops, and not when the line is over. */
export function concernsLine({ at }: Standing): boolean {
  return at !== 'shopping' && at !== 'over';
}

/** While a line is live its board is written every five seconds: nobody writes one so old. */
const longestSilenceMs = 60_000;

/** Whether nothing is heard of a line that is live, from the board as it was just read. */
export function isSilent(
  { opensAt }: Pick<LineFile, 'opensAt'>,
  board: Pick<Board, 'writtenAt'> | undefined,
  now: number,
): boolean {
  return now > opensAt && (!board || now - board.writtenAt > longestSilenceMs);
}

/**
 * How many are in the lobby. The board counts all who are not called yet. In a line with one window, before its doors,
 * these are the lobby. In any other line they are not.
 */
export function inLobby(
  { tiers }: Pick<LineFile, 'tiers'>,
  board: Pick<Board, 'phase' | 'waiting'> | undefined,
): number | undefined {
  return board?.phase === 'lobby' && !tiers ? board.waiting : undefined;
}
