import type { Sighting } from './api.ts';

/**
 * The doors open by the theatre's clock, not the phone's. Every answer that carries a `Date` says
 * between which two offsets the truth lies: it was made after we asked and before we heard, and it
 * was then between its `Date` and a second later. Narrowing by each answer soon tells the time to a
 * fraction of a second. If two answers contradict each other the device's clock was set meanwhile, and
 * the newest one counts.
 *
 *     low ──────[ what all answers allow ]────── high        server time = device time + middle
 */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export const anyOffset: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** The rights that one answer gives. An age comes in whole seconds too. */
export function boundsOf({ sentAt, gotAt, datedAt, ageMs }: Sighting): Bounds {
  if (datedAt === undefined) return anyOffset;
  const slack = ageMs > 0 ? 2_000 : 1_000;
  return { low: datedAt + ageMs - gotAt, high: datedAt + ageMs + slack - sentAt };
}

/** The server cannot have been earlier than something it wrote. */
export function notBefore(writtenAt: number, gotAt: number): Bounds {
  return { low: writtenAt - gotAt, high: Number.POSITIVE_INFINITY };
}

export function narrow(known: Bounds, seen: Bounds): Bounds {
  const both = { low: Math.max(known.low, seen.low), high: Math.min(known.high, seen.high) };
  return both.low <= both.high ? both : seen;
}

/** Whole milliseconds to add to this device's clock; 0 while nothing is known. */
export function offsetOf({ low, high }: Bounds): number {
  if (Number.isFinite(low) && Number.isFinite(high)) return Math.round((low + high) / 2);
  // One-sided knowledge moves the clock only as far as it must.
  return Math.min(Math.max(0, low), high);
}
