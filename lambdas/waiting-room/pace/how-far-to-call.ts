/**
 * Pacing: how far to call. A slot is taken by a pass in use, or by a position that was called and may still claim on
 * time. The number to call is the least of four: the free slots, the rest of this minute's ceiling, the drawn
 * positions, and the seats. Nobody is called before the doors, after the end, while paused, or while the house is in
 * trouble. A claim on time turns an outstanding call into a pass and changes no sum. So passes in use exceed the dial
 * only by those who claimed late. Late fans are admitted at once and counted. A no-show's slot is free when its claim
 * window ends. By then nearly everyone who comes has come (`showing.ts`), so no abandoned place can stop the line.
 */

import type { Dials } from '../../../contracts/line-operation.ts';
import type { Stock } from '../../../contracts/stock.ts';
import type { Call, Showing } from '../line/progress.ts';
import type { Shoppers } from '../line/shoppers-store.ts';
import { calledSince, isOutstanding, minuteMs, slotEnd, tidy } from './calls.ts';
import { claimWindowMs, endWindows, learn, nothingLearned, windowMs } from './showing.ts';

export interface Called {
  readonly calledUpTo: number;
  readonly calls: readonly Call[];
  /** The knowledge of how people show up; nothing if left out. */
  readonly showing?: Showing;
}

export interface Readings extends Called {
  readonly now: number;
  readonly opensAt: number;
  readonly closesAt: number;
  /** Highest position that exists. */
  readonly drawn: number;
  readonly shoppers: Shoppers;
  /** The house is in trouble: see `halt.ts`. */
  readonly halted?: object | undefined;
  /** As the house last counted; nobody knows if left out. */
  readonly stock?: Pick<Stock, 'free'> | undefined;
}

/** Positions called, not claimed yet, whose slots are still kept. */
export function outstanding({ calls, shoppers, now }: Pick<Readings, 'calls' | 'shoppers' | 'now'>): number {
  const kept = calls.filter((call) => isOutstanding(call, now));
  let claimed = 0;
  for (const position of shoppers.claimed) {
    if (kept.some(({ from, upTo }) => from < position && position <= upTo)) claimed += 1;
  }
  return kept.reduce((sum, { from, upTo }) => sum + upTo - from, 0) - claimed;
}

/** Slots that nobody has or is waited for; below 0 after late claims or when the dial was turned down. */
export function freeSlots(dials: Dials, readings: Readings): number {
  return dials.shopping - readings.shoppers.inUse - outstanding(readings);
}

/** How many may be called now. */
export function callable(dials: Dials, readings: Readings): number {
  const { now, opensAt, closesAt, calls, calledUpTo, drawn, halted } = readings;
  if (dials.paused || halted || now < opensAt || now >= closesAt) return 0;
  const underCeiling = dials.perMinute - calledSince(calls, now - minuteMs);
  return Math.max(0, Math.min(freeSlots(dials, readings), underCeiling, drawn - calledUpTo, seatsToOffer(readings)));
}

/** Everybody wants a seat at the least: no more are called, and not come yet, than there are free ones. */
function seatsToOffer(readings: Readings): number {
  return readings.stock ? readings.stock.free - outstanding(readings) : Number.POSITIVE_INFINITY;
}

/** Learns who came, ends windows that need not stay open, and calls as many as may be. */
export function callFurther(dials: Dials, readings: Readings): Called {
  const { now, opensAt, calledUpTo, shoppers } = readings;
  const learned = learn(readings.showing ?? nothingLearned, readings.calls, shoppers.claimed, now);
  const { showing } = learned;
  const window = windowMs(showing, dials);
  const calls = tidy(endWindows(learned.calls, { window, inUse: shoppers.inUse, now }), opensAt, now);
  const count = callable(dials, { ...readings, calls });
  if (count === 0) return { calledUpTo, calls, showing };
  const upTo = calledUpTo + count;
  const claimBy = slotEnd(opensAt, now) + claimWindowMs(dials);
  return { calledUpTo: upTo, calls: [...calls, { calledAt: now, from: calledUpTo, upTo, claimBy }], showing };
}

/** Whether a fan who had a turn may have another: only what those next in line leave free. */
export function hasRoomForReturning(dials: Dials, readings: Readings): boolean {
  return !dials.paused && freeSlots(dials, readings) - callable(dials, readings) > 0;
}

/** Positions called a minute, over the last two minutes, or over what has passed of them since the doors. */
export function ratePerMinute({ calls, now, opensAt }: Pick<Readings, 'calls' | 'now' | 'opensAt'>): number {
  const passed = Math.min(2 * minuteMs, Math.max(minuteMs, now - opensAt));
  return Math.round((calledSince(calls, now - 2 * minuteMs) / passed) * minuteMs);
}
