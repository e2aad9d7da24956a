/**
 * How long still, in calm words. A wait is told as a range, since a rate measured over the last minutes
 * promises no more than that; and what was told is not taken back for a small change. Only when the line
 * moves at half the speed we counted on do we say a longer time, and then we say that it is longer.
 */
export interface Wait {
  /** Whole minutes, `least` ≤ `most`. */
  readonly least: number;
  readonly most: number;
  /** The promise had to be taken back. */
  readonly longer?: true;
}

/** The range for `ahead` people at `rate` people a minute; undefined while nobody can say. */
export function estimate(ahead: number, rate: number): Wait | undefined {
  if (rate <= 0) return undefined;
  const minutes = (ahead + 1) / rate;
  return { least: round(minutes * 0.85), most: Math.max(1, round(minutes * 1.25 + 0.5)) };
}

/** Small numbers stay as they are, larger ones become numbers that people say. */
function round(minutes: number): number {
  if (minutes < 10) return Math.floor(minutes);
  if (minutes < 60) return Math.round(minutes / 5) * 5;
  return Math.round(minutes / 15) * 15;
}

/** What to tell now, after `told`. */
export function tell(told: Wait | undefined, next: Wait | undefined): Wait | undefined {
  if (!told || !next) return next ?? told;
  if (next.most <= told.most) return next;
  return next.most > told.most * 2 ? { ...next, longer: true } : told;
}
