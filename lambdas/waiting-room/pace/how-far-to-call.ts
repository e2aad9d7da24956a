/**
 * Pacing: how far to call. A slot is taken by a pass in use, or it is kept for a claim that may still come on time: for
 * a position that was called, or for a pass that was recalled (`recalls.ts`). A claim without a kept slot gets no pass.
 * It asks for one, and the next free slots go to those who are late, then to those who are next in line, then to those
 * who return. How many: the least of the free slots, the rest of this minute's ceiling, and the seats. Nobody before
 * the doors, after the end, while paused, or while the house is in trouble. A claim on time turns a kept slot into a
 * pass and changes no sum. So passes in use never exceed the dial, but for a moment after it was turned down, and by
 * the vouchers. A no-show's slot is free when its window ends. By then nearly everyone who comes has come
 * (`showing.ts`), so no abandoned place can stop the line.
 */

import type { Dials } from '../../../contracts/line-operation.ts';
import type { Stock } from '../../../contracts/stock.ts';
import type { Call, Recall, Showing } from '../line/progress.ts';
import { namedPass, nameOf, type Shoppers, type Wishes } from '../line/shoppers-store.ts';
import { calledSince, isOutstanding, minuteMs, slotEnd, tidy } from './calls.ts';
import { askersOf, outstandingRecalls, recalledSince, tidyRecalls, withRecall } from './recalls.ts';
import { claimWindowMs, endWindows, learn, nothingLearned, windowNowMs } from './showing.ts';

export interface Called {
  readonly calledUpTo: number;
  readonly calls: readonly Call[];
  /** Nobody if left out. */
  readonly recalls?: readonly Recall[];
  /** The knowledge of how people show up; nothing if left out. */
  readonly showing?: Showing;
}

export interface Readings extends Called {
  readonly now: number;
  readonly opensAt: number;
  readonly closesAt: number;
  /** Highest position that exists. */
  readonly drawn: number;
  readonly shoppers: Pick<Shoppers, 'inUse' | 'claimed' | 'ended'>;
  /** Passes that are asked for. Nobody asks if left out. */
  readonly wishes?: Wishes;
  /** The house is in trouble: see `halt.ts`. */
  readonly halted?: object | undefined;
  /** As the house last counted; nobody knows if left out. */
  readonly stock?: Pick<Stock, 'free'> | undefined;
}

interface Slots extends Pick<Readings, 'calls' | 'shoppers' | 'now'> {
  readonly recalls?: readonly Recall[] | undefined;
}

/** Positions that were called, have not come yet, and were not recalled. Their slots are still kept. */
function outstandingCalls({ calls, recalls, shoppers, now }: Slots): number {
  const kept = calls.filter((call) => isOutstanding(call, now));
  const recalled = [...outstandingRecalls(recalls, shoppers, now)].map(namedPass);
  const accounted = new Set(shoppers.claimed);
  for (const { position, number } of recalled) if (number === 1) accounted.add(position);
  let others = 0;
  for (const position of accounted) if (isAmong(kept, position)) others += 1;
  return kept.reduce((sum, { from, upTo }) => sum + upTo - from, 0) - others;
}

function isAmong(calls: readonly Call[], position: number): boolean {
  return calls.some(({ from, upTo }) => from < position && position <= upTo);
}

/** Slots that are kept for claims: of the called, and of the recalled. */
export function outstanding(slots: Slots): number {
  return outstandingCalls(slots) + outstandingRecalls(slots.recalls, slots.shoppers, slots.now).size;
}

/** Slots that nobody has or is waited for; below 0 with vouchers, or when the dial was turned down. */
export function freeSlots(dials: Pick<Dials, 'shopping'>, slots: Slots): number {
  return dials.shopping - slots.shoppers.inUse.size - outstanding(slots);
}

/** How many may be called or recalled now. */
export function roomNow(dials: Dials, readings: Readings): number {
  const { now, opensAt, closesAt, calls, recalls, halted } = readings;
  if (dials.paused || halted || now < opensAt || now >= closesAt) return 0;
  const aMinuteAgo = now - minuteMs;
  const underCeiling = dials.perMinute - calledSince(calls, aMinuteAgo) - recalledSince(recalls, aMinuteAgo);
  return Math.max(0, Math.min(freeSlots(dials, readings), underCeiling, seatsToOffer(readings)));
}

/** Everybody wants a seat at the least: no more are called, and not come yet, than there are free ones. */
function seatsToOffer(readings: Readings): number {
  return readings.stock ? readings.stock.free - outstanding(readings) : Number.POSITIVE_INFINITY;
}

/** Learns who came, ends windows that need not stay open, and calls and recalls as many as may be. */
export function callFurther(dials: Dials, readings: Readings): Called {
  const { now, opensAt, closesAt, calledUpTo, drawn, shoppers, wishes = new Set() } = readings;
  // A fan who is late and asks has come.
  const lateOnes = [...wishes].map(namedPass).filter(({ number }) => number === 1);
  const arrived = new Set([...shoppers.claimed, ...lateOnes.map(({ position }) => position)]);
  const learned = learn(readings.showing ?? nothingLearned, readings.calls, arrived, now);
  const { showing } = learned;
  const window = windowNowMs(showing, dials, { calls: learned.calls, late: lateOnes.length, now });
  let calls = tidy(endWindows(learned.calls, { window, inUse: shoppers.inUse.size, now }), opensAt, now);
  let recalls = tidyRecalls(readings.recalls, now);
  const slots = () => ({ ...readings, calls, recalls });

  const { late, returning } = askersOf(wishes, { recalls, ended: shoppers.ended });
  const has = now >= opensAt && now < closesAt ? slotOf(dials, slots()) : () => false;
  recalls = withRecall(recalls, [...late, ...returning].filter(has), now);
  const without = (askers: readonly string[]) => askers.filter((name) => !has(name)).slice(0, roomNow(dials, slots()));
  recalls = withRecall(recalls, without(late), now);
  const upTo = calledUpTo + Math.min(roomNow(dials, slots()), drawn - calledUpTo);
  if (upTo > calledUpTo) {
    const claimBy = slotEnd(opensAt, now) + claimWindowMs(dials);
    calls = [...calls, { calledAt: now, from: calledUpTo, upTo, claimBy }];
  }
  recalls = withRecall(recalls, without(returning), now);
  return { calledUpTo: upTo, calls, ...(recalls.length > 0 && { recalls }), showing };
}

/**
 * Whether a pass that is asked for has a slot already: its claim was counted and then cut short; or its fan was called
 * and is a moment late. To let them in takes no slot from anybody, also while paused.
 */
function slotOf(dials: Dials, slots: Slots): (name: string) => boolean {
  const { calls, shoppers, now } = slots;
  // A claim that was counted long after it was cut short may be one too many.
  const allFit = freeSlots(dials, slots) >= 0;
  const kept = calls.filter((call) => isOutstanding(call, now));
  return (name) => {
    if (shoppers.inUse.has(name)) return allFit;
    const { position } = namedPass(name);
    return name === nameOf({ position, number: 1 }) && isAmong(kept, position) && !shoppers.claimed.has(position);
  };
}

/** Positions called a minute, over the last two minutes, or over what has passed of them since the doors. */
export function ratePerMinute({ calls, now, opensAt }: Pick<Readings, 'calls' | 'now' | 'opensAt'>): number {
  const passed = Math.min(2 * minuteMs, Math.max(minuteMs, now - opensAt));
  return Math.round((calledSince(calls, now - 2 * minuteMs) / passed) * minuteMs);
}
