/**
 * How often, and after which pauses, a message comes again that its function failed at. A fault that passes within
 * seconds is over for its messages within seconds: at first they come again at once, then after pauses that double.
 * After those the queue's own visibility time-out is the pause, which is all that a message had before.
 *
 *   tries  1 2 · 3 ·· 4 ···· 5 ········ 6 ── own ── 7 ── own ── 8 ── own ── 9 ── own ── 10 ── own ── set aside
 *   pause  0 s 2 s  4 s  8 s   16 s
 *
 * A fault that lasted d is over after 2 d + 2 s at most, up to half a minute. Five pauses of the queue's own are as long
 * as five tries were without quick ones: a fault of the same length sets nothing more aside. For the house's queue these
 * are 30 s + 5 × 30 s = 180 s.
 */
export const quickPausesSeconds = [0, 2, 4, 8, 16] as const;

/** Pauses of the queue's own. */
const slowPauses = 5;

/** After so many tries a message is set aside among the dead letters. */
export const mostTries = quickPausesSeconds.length + slowPauses;
