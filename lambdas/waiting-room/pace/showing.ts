import type { Dials } from '../../../contracts/line-operation.ts';
import type { Call, Showing } from '../line/progress.ts';
import { isOutstanding } from './calls.ts';

/*
 * Learns how called fans show up: how soon after the call, and how many never do. Both are learned from the last
 * minutes, older ones counting half as much every three. From them follows how long a slot is kept: until nearly
 * everyone who still comes has come, and never longer than the dial says. A fan who comes after that is late. This
 * costs them nothing: they are admitted at once, and counted.
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
  claimed: ReadonlySet<number>,
  now: number,
): { readonly showing: Showing; readonly calls: readonly Call[] } {
  const counted = countCame(calls, claimed);
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

function countCame(calls: readonly Call[], claimed: ReadonlySet<number>): readonly Call[] {
  const came = new Map<Call, number>();
  for (const position of claimed) {
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
