import { chanceOf } from '../rehearsal/fans/chance.ts';
import type { ComingTrouble } from '../rehearsal/with-people/coming-trouble.ts';

/*
 * The kinds of trouble that may come over a morning: one list. Each says how it shows itself, and which runbook answers
 * it. Who brings them about has a hand for each (`rehearsal/with-people/`).
 */

interface TroubleKind extends Pick<ComingTrouble, 'title' | 'seen' | 'runbook'> {
  /** How long it lasts: from, and up to. */
  readonly seconds: readonly [least: number, most: number];
}

export const troubleKinds = {
  'pacemaker-stands-still': {
    title: 'The pacemaker stands still',
    seen: 'boards grow old, and nobody is called',
    runbook: 'line-stands-still',
    seconds: [20, 45],
  },
  'bank-is-slow': {
    title: 'The bank is slow',
    seen: 'orders stay “being paid” for two minutes',
    runbook: 'orders-not-tended',
    seconds: [60, 150],
  },
  'wave-of-bots': {
    title: 'A wave of bots',
    seen: 'joins are refused many times a second',
    runbook: 'api-throttled',
    seconds: [30, 90],
  },
} as const satisfies Readonly<Record<string, TroubleKind>>;

export type TroubleId = keyof typeof troubleKinds;

/** So long everybody may breathe between two of them. */
const restMs = 20_000;

/**
 * Each kind once, in an order and at times that follow from the seed, one after another. What does not fit any more into
 * the time is left out. Moments in milliseconds since the epoch.
 */
export function troublesOf(
  seed: number,
  { from, until }: { readonly from: number; readonly until: number },
): readonly ComingTrouble<TroubleId>[] {
  const chance = chanceOf(seed, 47);
  const left = Object.keys(troubleKinds) as TroubleId[];
  const slack = (until - from) / (left.length + 1) / 2;
  const coming: ComingTrouble<TroubleId>[] = [];
  let at = from;
  while (left.length > 0) {
    const [id] = left.splice(chance.whole(0, left.length - 1), 1) as [TroubleId];
    const {
      seconds: [least, most],
      ...kind
    } = troubleKinds[id];
    const beginsAt = at + Math.floor(chance.next() * slack);
    const endsAt = beginsAt + chance.whole(least, most) * 1000;
    if (endsAt > until) break;
    coming.push({ id, ...kind, beginsAt, endsAt });
    at = endsAt + restMs;
  }
  return coming;
}
