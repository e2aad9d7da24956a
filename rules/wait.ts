/**
 * How long still, in calm words: the time when half of those at this place are called, and the time for nine of ten. A
 * small change does not take back an earlier answer. Only when the line moves at half the speed we counted on do we say
 * a longer time. Then we say that it is longer. While the answers of two minutes name moments far apart, as they may
 * when the line has just begun to move, we say between which of them it is.
 *
 *     answers that agree: about 25 minutes     45, and 25 within a minute: between 25 and 45 minutes
 */
export interface Wait {
  /** Whole minutes, `half` ≤ `most`. */
  readonly half: number;
  readonly most: number;
}

/** The wait as a fan was told it. */
export interface Told extends Wait {
  /** The answers disagree: it is between this and `half`, in whole minutes. */
  readonly least?: number;
  /** The promise had to be taken back. */
  readonly longer?: true;
  /** The answers of the last minutes. */
  readonly answers: readonly Answer[];
}

interface Answer {
  /** Minutes since the epoch: when it was given, and the moment that it named for half. */
  readonly at: number;
  readonly comesAt: number;
  readonly most: number;
}

/** Answers are compared for so long. */
const steadyMinutes = 2;

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

/** The wait to tell now, after `told`. `now`: milliseconds since the epoch. */
export function tell(told: Told | undefined, next: Wait | undefined, now: number): Told | undefined {
  if (!next) return told;
  const longer = told !== undefined && next.most > told.most * 2;
  if (told && !longer && next.most > told.most) return told;
  const at = now / 60_000;
  const known = (told && !longer ? told.answers : []).filter((answer) => answer.at > at - steadyMinutes);
  const answers = [...known, { at, comesAt: at + next.half, most: next.most }];
  const moments = answers.map(({ comesAt }) => comesAt);
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  // Round numbers alone are up to five minutes apart, and a quarter of an hour from an hour on.
  const isSteady = last - first <= 3 + next.half / 4;
  const shown = isSteady
    ? next
    : { ...between(first - at, last - at), most: Math.max(...answers.map(({ most }) => most)) };
  return { ...shown, answers, ...(longer && { longer }) };
}

function between(first: number, last: number): { readonly least: number; readonly half: number } {
  return { least: sayable([first, first]).half, half: sayable([last, last]).half };
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
