import type { ForecastReadings } from '../contracts/levers.ts';
import { oddsOf } from './odds.ts';

/**
 * The effect of a dial before it is turned. From the readings of this moment the line is run on in steps of five
 * seconds, by the platform's own rules: people are called into free slots, no more a minute than the ceiling, and a slot
 * is free again when its fan is done or did not come. How long a slot is taken is what was measured. So the same
 * question can be asked of the dials as they stand and as they would be, and the answers be compared.
 *
 *     readings, dials ──▶ slots taken ⇄ called ──▶ minutes until the middle of the line is called, and until the seats run out
 *
 * What it does not know: that people leave because of what they are told, and what somebody turns next.
 */
export interface Forecast {
  /** Positions called a minute, over the next half of the line. */
  readonly rate: number;
  /** Minutes until the fan in the middle of the line is called; undefined: nobody waits, or not within a day. */
  readonly wait: Spread | undefined;
  /** Minutes until all seats are sold or in baskets; undefined: no stock is known, or they outlast the line. */
  readonly runOut: Spread | undefined;
}

/** In minutes: four of five come within `off` of it. */
export interface Spread {
  readonly minutes: number;
  readonly off: number;
}

export interface ForecastDials {
  readonly shopping: number;
  readonly perMinute: number;
  readonly passMinutes: number;
  readonly paused: boolean;
}

const step = 1 / 12;
const longest = 24 * 60;

export function forecastOf(readings: ForecastReadings, dials: ForecastDials, before: ForecastDials = dials): Forecast {
  if (dials.paused) return { rate: 0, wait: undefined, runOut: undefined };
  const slot = slotOf(readings, before);
  const middle = Math.ceil(readings.waiting / 2);
  const run = calledAfter(readings, dials, before, slot);
  const half = run(middle);
  const rate = half !== undefined && half > 0 ? middle / half : 0;
  const wait = readings.waiting > 0 && half !== undefined ? spreadOf(half, middle, rate, 0) : undefined;
  return { rate, wait, runOut: runOutOf(readings, slot, run, rate) };
}

/** How long a slot is taken, in minutes: by a fan who comes, and by one who does not. */
interface Slot {
  readonly comes: number;
  readonly stays: number;
  readonly kept: number;
}

/** Before anything was measured: as `paceOf` believes. */
const believed = 7.5;
/** Minutes that the belief weighs. */
const weight = 5;
const shortest = 1.5;
const nearlyFull = 0.97;

/**
 * The time of a slot is the one with which the line, run from the doors under these dials, would have called as many as
 * it has, or have as many inside. In the first minutes that says little yet, and the belief counts more.
 */
function slotOf(readings: ForecastReadings, before: ForecastDials): Slot {
  const { calledUpTo, slots, windowMinutes, showing } = readings;
  // Below the dial the ceiling alone decides how many are called, and how many are in tells how long they stay.
  const isFull = slots > nearlyFull * before.shopping;
  const since = Math.min(longestMemory, Math.max(0, readings.since));
  const expected = prior.come / (1 + gone(since - seenBefore));
  const comes = (expected * prior.weight + (showing?.came ?? 0)) / (prior.weight + (showing?.called ?? 0));
  const slot = (stays: number): Slot => ({ comes, stays, kept: windowMinutes });
  let [least, most] = [shortest, Math.max(2 * believed, before.passMinutes)];
  for (let halved = 0; halved < 14; halved += 1) {
    const stays = (least + most) / 2;
    const { called, busy } = sinceDoors(since, before, slot(stays));
    const isTooShort = isFull ? called > calledUpTo : taken(busy) < slots;
    if (isTooShort) least = stays;
    else most = stays;
  }
  const trust = since / (since + weight);
  return slot(trust * ((least + most) / 2) + (1 - trust) * believed);
}

/** Minutes. What was longer ago says the same. */
const longestMemory = 90;

/** As rules/odds.ts believes of an audience. */
const prior = { weight: 60, come: 0.92, patience: 45 } as const;
const seenBefore = 4;
const doubt = 0.3;

function gone(minutes: number): number {
  return (Math.max(0, minutes) / prior.patience) ** 3;
}

/** A slot passes through so many stages, so that those who came together do not all leave at once, nor at random. */
const stages = 4;

/** Answers after how many minutes so many more have been called. */
function calledAfter(
  readings: ForecastReadings,
  dials: ForecastDials,
  before: ForecastDials,
  { comes, stays, kept }: Slot,
): (more: number) => number | undefined {
  const since = Math.max(0, readings.since);
  const seenAt = gone(since - seenBefore);
  const haste = Math.max(0, prior.come / comes - 1 + doubt) / (seenAt + doubt);
  const comeAt = (minutes: number) => (comes * (1 + haste * seenAt)) / (1 + haste * gone(since + minutes));
  const busy = busyNow(readings, before, { comes, stays, kept });
  // Calls of the last minute, by steps; the oldest first.
  const lately = Array.from({ length: Math.round(1 / step) }, () => readings.calledThisMinute * step);
  const reached: number[] = [];
  let called = 0;
  let at = 0;
  const advance = () => {
    lately.shift();
    flow(busy, stays, kept);
    const room = Math.max(0, dials.shopping - taken(busy));
    const ceiling = Math.max(0, dials.perMinute - lately.reduce((sum, one) => sum + one, 0));
    const calls = Math.min(room, ceiling);
    const share = comeAt(at);
    busy.coming[0] = (busy.coming[0] ?? 0) + calls * share;
    busy.lapsing[0] = (busy.lapsing[0] ?? 0) + calls * (1 - share);
    lately.push(calls);
    called += calls;
    at += step;
    reached.push(called);
  };
  return (more) => {
    if (more <= 0) return 0;
    while (called < more && at < longest) {
      const count = called;
      advance();
      // Nobody is called and nobody leaves: it never gets there.
      if (called === count && taken(busy) === 0 && dials.perMinute === 0) break;
    }
    const first = reached.findIndex((sum) => sum >= more);
    return first < 0 ? undefined : (first + 1) * step;
  };
}

/** Slots that are taken, by stage. */
interface Busy {
  readonly coming: number[];
  readonly lapsing: number[];
}

const taken = ({ coming, lapsing }: Busy) => [...coming, ...lapsing].reduce((sum, one) => sum + one, 0);

/** One step through the stages. */
function flow({ coming, lapsing }: Busy, stays: number, kept: number): void {
  pass(coming, (stages / stays) * step);
  pass(lapsing, (stages / Math.max(step * stages, kept)) * step);
}

function pass(through: number[], share: number): void {
  const part = Math.min(1, share);
  for (let stage = through.length - 1; stage >= 0; stage -= 1) {
    const moves = (through[stage] ?? 0) * part;
    through[stage] = (through[stage] ?? 0) - moves;
    if (stage + 1 < through.length) through[stage + 1] = (through[stage + 1] ?? 0) + moves;
  }
}

/** The line as it would be, had the dials stood so since the doors: how many were called, and how far those in have come. */
function sinceDoors(
  minutes: number,
  { shopping, perMinute }: ForecastDials,
  { comes, stays, kept }: Slot,
): { readonly called: number; readonly busy: Busy } {
  const busy: Busy = { coming: Array(stages).fill(0), lapsing: Array(stages).fill(0) };
  const lately: number[] = Array(Math.round(1 / step)).fill(0);
  let called = 0;
  for (let at = 0; at < minutes; at += step) {
    lately.shift();
    flow(busy, stays, kept);
    const ceiling = Math.max(0, perMinute - lately.reduce((sum, one) => sum + one, 0));
    const calls = Math.min(Math.max(0, shopping - taken(busy)), ceiling);
    busy.coming[0] = (busy.coming[0] ?? 0) + calls * comes;
    busy.lapsing[0] = (busy.lapsing[0] ?? 0) + calls * (1 - comes);
    lately.push(calls);
    called += calls;
  }
  return { called, busy };
}

/** Those who are in now, as far as they would have come. */
function busyNow({ since, slots }: ForecastReadings, before: ForecastDials, slot: Slot): Busy {
  const { busy } = sinceDoors(Math.min(longestMemory, Math.max(step, since)), before, slot);
  const all = taken(busy);
  const scaled = (part: number[]) => part.map((one) => (all === 0 ? 0 : (one * slots) / all));
  return { coming: scaled(busy.coming), lapsing: scaled(busy.lapsing) };
}

/** Of the time that a fan stays, so much passes until the seats are in their basket. */
const untilHeld = 0.25;

function runOutOf(
  readings: ForecastReadings,
  { stays }: Slot,
  run: (more: number) => number | undefined,
  rate: number,
): Spread | undefined {
  const { stock, waiting, since } = readings;
  if (!stock) return undefined;
  const line = { since: Math.max(0, since), waiting, rate };
  const odds = oddsOf({ ...readings, stock, ...(rate > 0 && { line }) });
  if (odds.mean <= 0) return undefined;
  const more = odds.left / odds.mean - odds.room;
  if (more > waiting) return undefined;
  const calledAt = run(Math.max(0, more));
  if (calledAt === undefined) return undefined;
  return spreadOf(calledAt + stays * untilHeld, Math.max(1, more), rate, odds.err / odds.mean);
}

/** Four of five lie within 1.28 standard deviations. */
const four = 1.28;
/** How far the time of a slot may drift, as a share of the forecast. */
const drift = 0.08;

function spreadOf(minutes: number, people: number, rate: number, doubt: number): Spread {
  const single = rate > 0 ? Math.sqrt(people) / rate : 0;
  return { minutes, off: four * Math.hypot(single, drift * minutes, doubt * minutes, 0.5) };
}
