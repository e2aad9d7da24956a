import type { Board, Place } from '../contracts/line.ts';
import { type Windows, windowOf } from './windows.ts';

/**
 * Where a fan stands, from what is known: the line, its board, their place, the number the draw gave it,
 * and their pass. Everything the page shows follows from this one answer.
 *
 *     outside ──join──▶ lobby ──doors──▶ drawing ──▶ waiting ──▶ called ──claim──▶ shopping
 *                          (a later round starts at drawing)        ▲                │
 *                                                                   └── pass over ───┘
 *     at any time: left, over
 */
export type Standing =
  | { readonly at: 'outside'; readonly doors: 'before' | 'open' }
  | { readonly at: 'lobby' }
  | { readonly at: 'drawing' }
  | { readonly at: 'waiting'; readonly position: number; readonly ahead: number; readonly progress: number }
  | { readonly at: 'called'; readonly position: number }
  | { readonly at: 'shopping'; readonly expiresAt: number }
  | { readonly at: 'over' };

export interface Known {
  readonly line: Windows & { readonly closesAt: number };
  readonly board?: Pick<Board, 'phase'> | undefined;
  readonly place?: Pick<Place, 'round'> | undefined;
  readonly position?: number | undefined;
  /** The highest call ever seen: see `furthest`. */
  readonly calledUpTo: number;
  readonly pass?: { readonly expiresAt: number } | undefined;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
}

export function standing(known: Known): Standing {
  const { line, board, place, position, calledUpTo, pass, now } = known;
  if (pass && now < pass.expiresAt) return { at: 'shopping', expiresAt: pass.expiresAt };
  if (board?.phase === 'closed' || now >= line.closesAt) return { at: 'over' };
  // The theatre's own word counts before any clock; without it, the clock does.
  const before = board ? board.phase === 'lobby' : now < line.opensAt;
  if (!place) return { at: 'outside', doors: before ? 'before' : 'open' };
  if (position === undefined) {
    const { round, opensAt } = windowOf(line, place.round);
    return { at: place.round === round && now < opensAt ? 'lobby' : 'drawing' };
  }
  if (position <= calledUpTo) return { at: 'called', position };
  return { at: 'waiting', position, ahead: position - calledUpTo - 1, progress: progressOf(position, calledUpTo) };
}

/** From 0 at the doors up to 1 when called: how much of the line before this position has gone in. */
export function progressOf(position: number, calledUpTo: number): number {
  return position <= 1 ? 1 : Math.min(1, calledUpTo / (position - 1));
}

/** Caches may show an older board after a newer one; a call that was made stays made. */
export function furthest(seen: number, board: Pick<Board, 'calledUpTo'>): number {
  return Math.max(seen, board.calledUpTo);
}
