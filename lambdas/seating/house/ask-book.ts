import type { AskLimits } from '../../../contracts/ask-limits.ts';
import { askTimes } from '../../../contracts/house.ts';
import { memory } from './basket.ts';
import type { BasketKey } from './basket-record.ts';

/**
 * The asks for seats that one fan sent in one on-sale. Each is written here before it goes into the queue. So an ask that
 * gets lost on its way is known all the same, and its end follows from its age. The same write keeps the fan within
 * their rate, and says whether a key was used for another wish.
 *
 *     asked ──▶ decided: the basket has the answer
 *       └─ askTimes.answerMs ─▶ lost: the house decides it no more, and nothing needs to be written
 */
export interface AskBook extends BasketKey {
  /** Grows by one with every write; 0 was never written. */
  readonly version: number;
  /** The newest last. */
  readonly asks: readonly AskedHold[];
  /** Milliseconds since the epoch: the time up to which the fan's asks have used up their rate. */
  readonly usedUpTo: number;
}

export interface AskedHold {
  readonly hold: string;
  /** What was asked for: see `fingerprintOfWish`. */
  readonly wish: string;
  /** Milliseconds since the epoch: of the first request with this key. */
  readonly askedAt: number;
}

/**
 * Asks remembered at most. A fan who keeps to a minute's rate makes 20. At some 40 bytes an ask the item is below 1 KB for
 * nearly everybody, and below 5 KB for all.
 */
const asksKept = 100;

/** A fan who may not ask now may ask again when this is over, if it does not follow from the rate. */
const pauseMs = 2000;

export function askedFor({ asks }: AskBook, hold: string): AskedHold | undefined {
  return asks.find((asked) => asked.hold === hold);
}

/** Whether no allocator decides this ask any more, and none that began in time is still at it. */
export function isOver({ askedAt }: Pick<AskedHold, 'askedAt'>, now: number): boolean {
  return now >= askedAt + askTimes.answerMs;
}

/** The asks that may still lie in the queue. Those that the basket has answers for are among them. */
export function mayBeWaiting({ asks }: AskBook, now: number): readonly AskedHold[] {
  return asks.filter((asked) => !isOver(asked, now));
}

/**
 * The book with one more ask, or how long the fan has to wait. The rate is a bucket that holds `burst` asks and is
 * refilled `perMinute`: one number is enough to keep it. `undecided` asks of the fan are in the queue.
 */
export function withAsk(
  book: AskBook,
  ask: AskedHold,
  limits: AskLimits,
  undecided: number,
): { readonly ok: true; readonly book: AskBook } | { readonly ok: false; readonly retryAfterMs: number } {
  const now = ask.askedAt;
  const each = 60_000 / limits.perMinute;
  const usedUpTo = Math.max(now, book.usedUpTo);
  const waitMs = Math.ceil(usedUpTo - now - (limits.burst - 1) * each);
  if (waitMs > 0) return { ok: false, retryAfterMs: waitMs };
  if (undecided >= limits.undecided) return { ok: false, retryAfterMs: pauseMs };
  const kept = book.asks.filter(({ askedAt }) => now < askedAt + memory).slice(1 - asksKept);
  // An ask that may still be decided is never forgotten, or its end could not be told.
  const forgotten = book.asks.find((asked) => !kept.includes(asked) && !isOver(asked, now));
  if (forgotten) return { ok: false, retryAfterMs: forgotten.askedAt + askTimes.answerMs - now };
  return { ok: true, book: { ...book, version: book.version + 1, asks: [...kept, ask], usedUpTo: usedUpTo + each } };
}
