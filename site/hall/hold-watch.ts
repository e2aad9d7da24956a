/**
 * How a page waits for a hold's answer: soon and often at first, then calmer, and not for ever. A house in the first
 * minute of an on-sale has a line of its own. After half a minute we say so, and the question stays in: asking again
 * with the same key finds the same hold.
 *
 *     300 ms, 450, 675, … 2 s, 2 s, …          until `patience` is over
 */
const first = 300;
const calmest = 2_000;
const patience = 30_000;

/** Milliseconds before look number `look` (from 0) when `spent` milliseconds have gone by; undefined: stop. */
export function beforeLook(look: number, spent: number): number | undefined {
  if (spent >= patience) return undefined;
  return Math.min(calmest, first * 1.5 ** look);
}
