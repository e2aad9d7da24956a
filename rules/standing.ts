import type { Board, Place } from '../contracts/line.ts';
import type { SlowerLane } from '../contracts/line-requests.ts';
import { type Windows, windowOf } from './windows.ts';

/**
 * Tells where a fan stands in a line, from what is known: the line's file, its board, the fan's place, the number that
 * the draw gave it, and their pass. The line page and the page without JavaScript both ask this rule, and only put
 * words to its answer.
 *
 *     unheard ──▶ unknown, announced                    nothing was heard yet; there is no such line; it comes later
 *        │
 *        ▼
 *     outside ──join──▶ lobby ──doors──▶ drawing ──▶ waiting ──▶ called ──claim──▶ shopping ──▶ over
 *        ▲                  (a later round starts here)             ▲                │    (from anywhere, when the
 *        └──leave── lobby, waiting, called                          └─ pass over, ───┘     line closes; a pass goes
 *                                                                      given back          on to its end)
 *
 * A fan whose window to claim has ended is still called: they come in late, and lose nothing by it. A halt of the line,
 * a slower lane and silence change nothing of where a fan stands: see line-news.ts.
 */
export type Standing =
  | { readonly at: Unfound }
  /** The doors are those of the line's first window. `left`: the fan gave their place up a moment ago. */
  | { readonly at: 'outside'; readonly doors: 'before' | 'open'; readonly doorsAt: number; readonly left: boolean }
  /** The doors are those of the fan's own window. */
  | { readonly at: 'lobby'; readonly doorsAt: number }
  | { readonly at: 'drawing' }
  | { readonly at: 'waiting'; readonly position: number; readonly ahead: number }
  | { readonly at: 'called'; readonly position: number | undefined; readonly turn: Turn }
  | { readonly at: 'shopping'; readonly position: number | undefined; readonly expiresAt: number }
  | { readonly at: 'over' };

export type FoundStanding = Exclude<Standing, { readonly at: Unfound }>;

/**
 * The three cases: nothing was heard of the line yet; there is no line of that name; the season names it, and nobody
 * opened it yet.
 */
export type Unfound = 'unheard' | 'unknown' | 'announced';

/**
 * The claim that is open: the first, of an ordinary place or one in the slower lane; another one after a pass, or with a
 * voucher for a turn that an error of ours spoilt. A place that was removed is let in only once staff restored it.
 */
export type Turn = 'first' | 'slower' | 'again' | 'voucher' | 'removed';

export type LineTimes = Windows & { readonly closesAt: number };

export interface Known {
  /** As `foundLine` has it. */
  readonly line: LineTimes | Unfound;
  readonly board?: Pick<Board, 'phase'> | undefined;
  readonly place?: Pick<Place, 'round'> | undefined;
  readonly position?: number | undefined;
  /** The highest call ever seen: caches may show an older board after a newer one, and a call stays made. */
  readonly calledUpTo: number;
  /** The last that the fan had, also when it is over. */
  readonly pass?: { readonly expiresAt: number } | undefined;
  readonly slowerLane?: SlowerLane['state'] | undefined;
  readonly voucher?: string | undefined;
  /** Staff let the fan in before their turn: see admitted.ts. */
  readonly admitted?: boolean | undefined;
  readonly left?: boolean | undefined;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
}

export function standing(known: Known & { readonly line: LineTimes }): FoundStanding;
export function standing(known: Known): Standing;
export function standing(known: Known): Standing {
  const { line, board, place, position, calledUpTo, pass, now } = known;
  if (pass && now < pass.expiresAt) return { at: 'shopping', position, expiresAt: pass.expiresAt };
  if (typeof line === 'string') return { at: line };
  if (board?.phase === 'closed' || now >= line.closesAt) return { at: 'over' };
  if (!place) {
    // The theatre's own word counts before any clock; without it, the clock does.
    const before = board ? board.phase === 'lobby' : now < line.opensAt;
    return { at: 'outside', doors: before ? 'before' : 'open', doorsAt: line.opensAt, left: !!known.left };
  }
  // Only a called fan has ever had a pass.
  if (pass || (known.admitted && position !== undefined) || (position ?? Number.POSITIVE_INFINITY) <= calledUpTo) {
    return { at: 'called', position, turn: turnOf(known) };
  }
  if (position !== undefined) return { at: 'waiting', position, ahead: position - calledUpTo - 1 };
  const { round, opensAt } = windowOf(line, place.round);
  return place.round === round && now < opensAt ? { at: 'lobby', doorsAt: opensAt } : { at: 'drawing' };
}

function turnOf({ slowerLane, voucher, pass }: Known): Turn {
  if (slowerLane === 'removed') return slowerLane;
  return voucher ? 'voucher' : pass ? 'again' : (slowerLane ?? 'first');
}

/** The line's file; without it, what its absence means. `listed`: the season names it. */
export function foundLine<Line>(line: Line | undefined, isMissing: boolean, listed: boolean): Line | Unfound {
  return line ?? (!isMissing ? 'unheard' : listed ? 'announced' : 'unknown');
}

/** A place can be given up at any time but in the few seconds of the draw; a pass is given back instead. */
export function mayLeave({ at }: Standing): boolean {
  return at === 'lobby' || at === 'waiting' || at === 'called';
}

/**
 * Whether a page that a fan looks at may take the pass by itself. A fan who has had a turn may come in again, but
 * says so: looking at a page must not take a slot twice.
 */
export function comesInByItself(stand: Standing): boolean {
  return stand.at === 'called' && (stand.turn === 'first' || stand.turn === 'slower');
}

/**
 * Whether the round of a place may be drawn, as the board has it. Rounds are drawn in their order: while a beacon is
 * waited for, the round that was closed last is not, and nobody need ask for its sheet.
 */
export function mayBeDrawn({ round, awaits }: Pick<Board, 'round' | 'awaits'>, place: Pick<Place, 'round'>): boolean {
  return round > place.round + (awaits === undefined ? 0 : 1);
}
