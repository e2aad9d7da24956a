import { sayable, type Wait } from './sayable-wait.ts';

/**
 * The wait in calm words, told again and again. A small change does not take back an earlier answer. Only when the line
 * moves at half the speed we counted on do we say a longer time. Then we say that it is longer. While the answers of two
 * minutes name moments far apart, as they may when the line has just begun to move, we say between which of them it is.
 *
 *     answers that agree: about 25 minutes     45, and 25 within a minute: between 25 and 45 minutes
 */
export interface ToldWait extends Wait {
  /** The answers disagree: it is between this and `half`, in whole minutes. */
  readonly least?: number;
  /** The promise had to be taken back. */
  readonly longer?: true;
  /** The answers of the last minutes. */
  readonly answers: readonly WaitAnswer[];
}

interface WaitAnswer {
  /** Minutes since the epoch: when it was given, and the moment that it named for half. */
  readonly at: number;
  readonly comesAt: number;
  readonly most: number;
}

/** Answers are compared for so long. */
const steadyMinutes = 2;

/** The wait to tell now, after `told`. `now`: milliseconds since the epoch. */
export function tell(told: ToldWait | undefined, next: Wait | undefined, now: number): ToldWait | undefined {
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
