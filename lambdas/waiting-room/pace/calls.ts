import type { Call } from '../line/progress.ts';
import { doubtMs, handlerTimeoutMs } from '../line/shoppers-store.ts';

/*
 * Calls: the positions that were called, the time of each call, and how long their slots are kept. A call slot is 10 s
 * long, counted from the doors; its claim window ends `window` after the slot's end, one time for all of it. Calls are
 * kept to the second for a minute, so that the ceiling is exact; after that those of one slot are kept as one. A call
 * is forgotten when no decision needs it any more.
 *
 *     called ──▶ claim window ──▶ 13 s for claims under way ──▶ slot free, claim is late
 */

export const slotMs = 10_000;

/** A claim that was on time may still be writing for so long. */
export const claimGraceMs = handlerTimeoutMs + doubtMs;

/** The ceiling looks back so far, and the published rate twice as far. */
export const minuteMs = 60_000;

export function slotEnd(opensAt: number, calledAt: number): number {
  return opensAt + (Math.floor((calledAt - opensAt) / slotMs) + 1) * slotMs;
}

/** A slot that the claim window still keeps. */
export function isOutstanding(call: Pick<Call, 'claimBy'>, now: number): boolean {
  return call.claimBy + claimGraceMs > now;
}

/** The call that called a position, unless that is so long ago that it was forgotten. */
export function callOf(calls: readonly Call[], position: number): Call | undefined {
  return calls.find(({ from, upTo }) => from < position && position <= upTo);
}

export function calledSince(calls: readonly Call[], instant: number): number {
  return calls.filter(({ calledAt }) => calledAt > instant).reduce((sum, { from, upTo }) => sum + upTo - from, 0);
}

/** Forgets and merges what no decision needs apart. */
export function tidy(calls: readonly Call[], opensAt: number, now: number): readonly Call[] {
  const needed = calls.filter((call) => isOutstanding(call, now) || call.calledAt > now - 2 * minuteMs);
  const merged: Call[] = [];
  for (const call of needed) {
    const last = merged.at(-1);
    if (last && call.calledAt <= now - minuteMs && areAlike(last, call, opensAt, now)) {
      // The dial may have been turned within the slot: the longer window holds for all of it.
      const claimBy = Math.max(last.claimBy, call.claimBy);
      const came = (last.came ?? 0) + (call.came ?? 0);
      merged[merged.length - 1] = { ...call, from: last.from, claimBy, ...(came > 0 && { came }) };
    } else merged.push(call);
  }
  return merged;
}

/** Both of one slot, and either both kept or both not: an ended one must not be opened again by the other. */
function areAlike(last: Call, call: Call, opensAt: number, now: number): boolean {
  const sameSlot = slotEnd(opensAt, last.calledAt) === slotEnd(opensAt, call.calledAt);
  return sameSlot && last.over === call.over && last.claimBy > now === call.claimBy > now;
}
