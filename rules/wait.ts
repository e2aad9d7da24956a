/**
 * How long still, in calm words: the time when half of those at this place are called, and the time for nine of ten. A
 * small change does not take back an earlier answer. Only when the line moves at half the speed we counted on do we say
 * a longer time. Then we say that it is longer.
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

/** The wait to tell now, after `told`. */
export function tell(told: Wait | undefined, next: Wait | undefined): Wait | undefined {
  if (!told || !next) return next ?? told;
  if (next.most <= told.most) return next;
  return next.most > told.most * 2 ? { ...next, longer: true } : told;
}

/**
 * Minutes until a place with so many ahead is called: half are called by the first, nine of ten by the second. `rate`
 * is positions called a minute, as the board has it. `spread` is how far off it may be, as a share of itself. Undefined
 * while the rate is unknown or nobody is called. The further back a place is, the more of those ahead give up
 * meanwhile, and their turns are short. A line of half an hour takes 26 minutes, and one of an hour 47.
 */
export function waitAt(
  { rate, spread = 0.12 }: { readonly rate: number; readonly spread?: number },
  ahead: number,
): readonly [number, number] | undefined {
  if (rate <= 0) return undefined;
  const positions = Math.max(0, ahead);
  const half = 100 * Math.log1p(positions / rate / 100) + 0.1;
  // People are called as others finish, one by one, which spreads like the square root of their number; and in gusts.
  return [half, half + 1.2816 * Math.hypot(Math.sqrt(positions) / rate, spread * half, 0.5)];
}
