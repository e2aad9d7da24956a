/**
 * Pacing: how far to call. A slot is taken by a pass in use, or by a position that was called and may
 * still claim on time. As many are called as slots are free, as the ceiling a minute leaves, and as
 * are drawn; none before the doors, after the end, or while paused. A claim on time turns an
 * outstanding call into a pass and changes no sum, so passes in use never exceed the dial but by those
 * who claimed late, who are admitted at once and counted. A no-show's slot is free when its claim window
 * ends, so no abandoned place can stop the line.
 */

import type { Dials } from '../../contracts/line.ts';
import { type Call, calledSince, isOutstanding, minuteMs, slotEnd, tidy } from './calls.ts';

export interface Called {
  readonly calledUpTo: number;
  readonly calls: readonly Call[];
}

/** What the room of shoppers looks like now. */
export interface Room {
  /** Passes that are neither over nor given back. */
  readonly inUse: number;
  /** Positions that took a pass whose time is not over, given back or not. */
  readonly claimed: ReadonlySet<number>;
}

export interface Readings extends Called {
  readonly now: number;
  readonly opensAt: number;
  readonly closesAt: number;
  /** Highest position that exists. */
  readonly drawn: number;
  readonly room: Room;
}

/** Positions called, not claimed yet, whose slots are still kept. */
export function outstanding({ calls, room, now }: Pick<Readings, 'calls' | 'room' | 'now'>): number {
  const kept = calls.filter((call) => isOutstanding(call, now));
  let claimed = 0;
  for (const position of room.claimed) {
    if (kept.some(({ from, upTo }) => from < position && position <= upTo)) claimed += 1;
  }
  return kept.reduce((sum, { from, upTo }) => sum + upTo - from, 0) - claimed;
}

/** Slots that nobody has or is waited for; below 0 after late claims or when the dial was turned down. */
export function freeSlots(dials: Dials, readings: Readings): number {
  return dials.shopping - readings.room.inUse - outstanding(readings);
}

/** How many may be called now. */
export function callable(dials: Dials, readings: Readings): number {
  const { now, opensAt, closesAt, calls, calledUpTo, drawn } = readings;
  if (dials.paused || now < opensAt || now >= closesAt) return 0;
  const underCeiling = dials.perMinute - calledSince(calls, now - minuteMs);
  return Math.max(0, Math.min(freeSlots(dials, readings), underCeiling, drawn - calledUpTo));
}

/** Calls as many as may be. */
export function callFurther(dials: Dials, readings: Readings): Called {
  const { now, opensAt, calledUpTo } = readings;
  const calls = tidy(readings.calls, opensAt, now);
  const count = callable(dials, readings);
  if (count === 0) return { calledUpTo, calls };
  const upTo = calledUpTo + count;
  const claimBy = slotEnd(opensAt, now) + claimWindowMs(dials);
  return { calledUpTo: upTo, calls: [...calls, { at: now, from: calledUpTo, upTo, claimBy }] };
}

/**
 * A slot is never kept longer than a pass lasts: so whoever claimed within the window is still counted by
 * a living pass until the window ends, and readings need not look at passes that are over.
 */
export function claimWindowMs(dials: Pick<Dials, 'claimMinutes' | 'passMinutes'>): number {
  return Math.min(dials.claimMinutes, dials.passMinutes) * 60_000;
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
