import type { Dials } from '../../../contracts/line-operation.ts';
import type { Call, Showing } from '../line/progress.ts';
import { isOutstanding, minuteMs } from './calls.ts';

/*
 * Learns how called fans show up: how soon after the call, and how many never do. Both are learned from the last
 * minutes, older ones counting half as much every three. From them follows how long a slot is kept: until nearly
 * everyone who still comes has come, and never longer than the dial says. A fan who comes after that is late. They
 * stand first among the next, and take the next free slot. One who is late and asks has come, and is learned from.
 *
 * While answers are slow, those who come seem not to. If windows ran out then, others would be called, who make the
 * answers slower still. So windows are longer while many are late, or far fewer came than come as a rule.
 *
 *     called ──▶ most come ──▶ 19 of 20 have come ──▶ half as long again: the window closes ──▶ dial's end
 *
 * Some never come, so it would be quicker to call more people than there are slots. But if they all came, more would
 * shop than the dial allows (docs/decisions/0011-no-overbooking.md).
 */

export const nothingLearned: Showing = { ages: [], called: 0, came: 0, learnedAt: 0 };

const ageMs = 10_000;
/** Five minutes and more are one. */
const oldestAge = 30;

const halfLifeMs = 3 * 60_000;

/** So many must have come before their haste says anything of the others. */
const fewestToLearnFrom = 20;

const nearlyAll = 0.95;

/** Nobody's slot is kept for less: a phone takes a while to be found. */
export const shortestWindowMs = 30_000;

/**
 * The floor: when no fan shops and nobody came for so long, the slots of those called before are free. The line always
 * moves, whatever the dial says of claim minutes.
 */
export const emptyRoomMs = 60_000;

/** A claim may be judged by a line that was read so long ago: a window ends no sooner than everyone knows. */
const lineAgeMs = 1000;

/** The lesson of this tick: who came since the last one, and which windows are over. */
export function learn(
  showing: Showing,
  calls: readonly Call[],
  arrived: ReadonlySet<number>,
  now: number,
): { readonly showing: Showing; readonly calls: readonly Call[] } {
  const counted = countCame(calls, arrived);
  const news = counted.some((call, at) => call.came !== calls[at]?.came) || calls.some((call) => isOver(call, now));
  if (!news) return { showing, calls };
  const faded = fade(showing, now);
  const ages = Array.from({ length: oldestAge }, (_, age) => faded.ages[age] ?? 0);
  let { called, came } = faded;
  const seen = counted.map((call, at): Call => {
    const age = Math.min(oldestAge - 1, Math.max(0, Math.floor((now - call.calledAt) / ageMs)));
    ages[age] = (ages[age] ?? 0) + (call.came ?? 0) - (calls[at]?.came ?? 0);
    if (!isOver(call, now)) return call;
    called += call.upTo - call.from;
    came += call.came ?? 0;
    return { ...call, over: true };
  });
  return { showing: rounded({ ages, called, came, learnedAt: now }), calls: seen };
}

/** Milliseconds from a call to the end of its window. */
export function windowMs(showing: Showing, dials: Pick<Dials, 'claimMinutes' | 'passMinutes'>): number {
  const longest = claimWindowMs(dials);
  const all = showing.ages.reduce((sum, count) => sum + count, 0);
  if (all < fewestToLearnFrom) return longest;
  let seen = 0;
  const enough = showing.ages.findIndex((count) => {
    seen += count;
    return seen >= nearlyAll * all;
  });
  // The last age has no end.
  if (enough === oldestAge - 1) return longest;
  return Math.min(longest, Math.max(shortestWindowMs, (enough + 1) * ageMs * 1.5));
}

/** Late fans who ask now, of those called in the last two minutes. One of twenty is late by the rule of windows itself. */
const manyLate = 0.1;
const fewestLate = 5;

/** Of those who come as a rule, so many at least have come by the end of a window; else something is in their way. */
const mostOfThem = 0.5;

/** Milliseconds from a call to the end of its window, as things stand now. */
export function windowNowMs(
  showing: Showing,
  dials: Pick<Dials, 'claimMinutes' | 'passMinutes'>,
  { calls, late, now }: { readonly calls: readonly Call[]; readonly late: number; readonly now: number },
): number {
  const window = windowMs(showing, dials);
  const lately = sizeOf(calls.filter(({ calledAt }) => now - calledAt < 2 * minuteMs));
  const areLate = late >= fewestLate && late > manyLate * lately;
  return Math.min(claimWindowMs(dials), window * (fewCame(showing, calls, window, now) ? 4 : areLate ? 2 : 1));
}

/** Far fewer of those whose window is nearly over have come than of those before them. */
function fewCame({ called, came }: Showing, calls: readonly Call[], window: number, now: number): boolean {
  const nearlyOver = calls.filter((call) => !call.over && now - call.calledAt >= Math.min(window, shortestWindowMs));
  const size = sizeOf(nearlyOver);
  if (called < fewestToLearnFrom || size < fewestToLearnFrom) return false;
  return nearlyOver.reduce((sum, call) => sum + (call.came ?? 0), 0) < mostOfThem * (came / called) * size;
}

function sizeOf(calls: readonly Call[]): number {
  return calls.reduce((sum, { from, upTo }) => sum + upTo - from, 0);
}

/**
 * A slot is never kept longer than a pass lasts. So a fan who claimed within the window still has a living pass until
 * the window ends, and that counts them. Readings need not look at passes that are over.
 */
export function claimWindowMs(dials: Pick<Dials, 'claimMinutes' | 'passMinutes'>): number {
  return Math.min(dials.claimMinutes, dials.passMinutes) * 60_000;
}

/** Ends the windows that need not stay open. A window that has ended is never opened again. */
export function endWindows(
  calls: readonly Call[],
  { window, inUse, now }: { readonly window: number; readonly inUse: number; readonly now: number },
): readonly Call[] {
  // The same for all: while the last of them may be on the way, the others are not given up either.
  const youngest = Math.max(...calls.map(({ calledAt }) => calledAt));
  const deserted = inUse === 0 && now - youngest >= emptyRoomMs;
  const endsAt = now + lineAgeMs;
  return calls.map((call) =>
    call.claimBy > endsAt && (deserted || now - call.calledAt >= window) ? { ...call, claimBy: endsAt } : call,
  );
}

function countCame(calls: readonly Call[], arrived: ReadonlySet<number>): readonly Call[] {
  const came = new Map<Call, number>();
  for (const position of arrived) {
    const call = calls.find(({ from, upTo }) => from < position && position <= upTo);
    if (call) came.set(call, (came.get(call) ?? 0) + 1);
  }
  // A pass that is over is no longer read: it stays counted.
  return calls.map((call) => {
    const now = Math.max(call.came ?? 0, came.get(call) ?? 0);
    return now === (call.came ?? 0) ? call : { ...call, came: now };
  });
}

function isOver(call: Call, now: number): boolean {
  return !call.over && !isOutstanding(call, now);
}

function fade({ ages, called, came, learnedAt }: Showing, now: number): Showing {
  const share = learnedAt === 0 ? 1 : 2 ** (-Math.max(0, now - learnedAt) / halfLifeMs);
  return { ages: ages.map((count) => count * share), called: called * share, came: came * share, learnedAt: now };
}

/** The line's item stays small. */
function rounded({ ages, called, came, learnedAt }: Showing): Showing {
  const two = (n: number) => Math.round(n * 100) / 100;
  return { ages: ages.map(two), called: two(called), came: two(came), learnedAt };
}
