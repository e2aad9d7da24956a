import { waitAt } from './odds.ts';

/**
 * How long still, in calm words: when half of those at this place are called, and when nine of ten. What was
 * told is not taken back for a small change: only when the line moves at half the speed we counted on do we
 * say a longer time, and then we say that it is longer.
 */
export interface Wait {
  /** Whole minutes, `half` ≤ `most`. */
  readonly half: number;
  readonly most: number;
  /** The promise had to be taken back. */
  readonly longer?: true;
}

/** For `ahead` people at `rate` people a minute; undefined while nobody can say. */
export function estimate(ahead: number, rate: number): Wait | undefined {
  const wait = waitAt({ rate }, ahead + 1);
  return wait && sayable(wait);
}

/** Small numbers stay as they are, larger ones become numbers that people say. */
export function sayable([half, most]: readonly [number, number]): Wait {
  return { half: Math.max(1, round(half, Math.round)), most: Math.max(1, round(most, Math.ceil)) };
}

function round(minutes: number, towards: (n: number) => number): number {
  const step = minutes <= 10 ? 1 : minutes < 60 ? 5 : 15;
  return towards(minutes / step) * step;
}

/** What to tell now, after `told`. */
export function tell(told: Wait | undefined, next: Wait | undefined): Wait | undefined {
  if (!told || !next) return next ?? told;
  if (next.most <= told.most) return next;
  return next.most > told.most * 2 ? { ...next, longer: true } : told;
}

/** A chance in tenths, as people say it: 0 is fewer than 1 in 20, 10 is very likely; never certain, never none. */
export function tenths(chance: number): number {
  if (chance < 0.05) return 0;
  return chance >= 0.95 ? 10 : Math.min(9, Math.max(1, Math.round(chance * 10)));
}
