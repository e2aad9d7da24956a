import type { Board, DrawSheet, LineFile, Place } from '../../../contracts/line.ts';
import type { Lane } from '../../../contracts/line-requests.ts';
import { positionOf } from '../../../rules/draw.ts';
import { pollSeconds } from '../../../rules/poll-rhythm.ts';

/**
 * Where a fan without JavaScript stands, from the published files and what their browser keeps. No database is
 * read: the number follows from the draw sheet, as it does in the page with JavaScript.
 *
 *     outside ──join──▶ lobby ──doors──▶ drawing ──▶ waiting ──▶ called ──claim──▶ shopping
 *                          (a later round starts at drawing)        ▲                │
 *                                                                   └── pass over ───┘
 *     at any time: over
 */
export type PlainStanding =
  | { readonly at: 'outside'; readonly doors: 'before' | 'open' }
  | { readonly at: 'lobby'; readonly doorsAt: number }
  | { readonly at: 'drawing' }
  | { readonly at: 'waiting'; readonly position: number; readonly ahead: number }
  | { readonly at: 'called'; readonly position: number; readonly again: boolean }
  | { readonly at: 'shopping'; readonly position: number | undefined; readonly until: number }
  | { readonly at: 'over' };

/** What the fan's browser keeps. */
export interface PlainPlace {
  readonly receipt: string;
  /** As it was when the fan joined or claimed; a claim tells them anew. */
  readonly lane?: Pick<Lane, 'lane' | 'why'>;
  /** Milliseconds since the epoch: when the pass they were given ends, or ended. */
  readonly passUntil?: number;
}

export interface PlainKnown {
  readonly line: LineFile;
  readonly board?: Board | undefined;
  /** Of a genuine receipt. */
  readonly place?: Place | undefined;
  /** Of the place's round, once it is drawn. */
  readonly sheet?: DrawSheet | undefined;
  readonly passUntil?: number | undefined;
  readonly now: number;
}

export function plainStanding({ line, board, place, sheet, passUntil, now }: PlainKnown): PlainStanding {
  const position = place && sheet && positionOf(sheet, place);
  if (place && passUntil !== undefined && now < passUntil) return { at: 'shopping', position, until: passUntil };
  if (board?.phase === 'closed' || now >= line.closesAt) return { at: 'over' };
  if (!place)
    return { at: 'outside', doors: (board ? board.phase === 'lobby' : now < line.opensAt) ? 'before' : 'open' };
  if (position === undefined) {
    const doorsAt = doorsOf(line, place);
    return doorsAt !== undefined && now < doorsAt ? { at: 'lobby', doorsAt } : { at: 'drawing' };
  }
  const calledUpTo = board?.calledUpTo ?? 0;
  if (position <= calledUpTo) return { at: 'called', position, again: passUntil !== undefined };
  return { at: 'waiting', position, ahead: position - calledUpTo - 1 };
}

/** When the doors of the lobby that a place is in open; undefined in a later round. */
function doorsOf({ opensAt, tiers }: LineFile, { round }: Pick<Place, 'round'>): number | undefined {
  return tiers?.find((tier) => tier.round === round)?.opensAt ?? (round === 0 ? opensAt : undefined);
}

/** A whole page that comes anew more often than this is no longer read. */
const fastestRefresh = 5;

/**
 * Seconds until the page should ask again, in the rhythm of the page with JavaScript; undefined where nothing
 * comes by itself, and where somebody is filling in a form.
 */
export function refreshSeconds(standing: PlainStanding, board: Board | undefined, now: number): number | undefined {
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
    case 'outside':
    case 'over':
      return undefined;
  }
}
