/**
 * A health check as Route 53 documents it. Checkers in several places ask on their own, each at its own moment of the
 * interval. Each has an opinion, which changes after `threshold` answers in a row that say otherwise. The address
 * counts as well while more than 18 % of them say so. An inverted check turns the outcome round.
 *
 *     answers ──▶ opinion of each checker ──▶ more than 18 % say well? ──▶ inverted? ──▶ healthy
 *
 * So an inverted check that looks every 30 s notices what appears after some 6 s, and what vanishes after some 25 s.
 *
 * Source: "How Amazon Route 53 determines whether a health check is healthy", Route 53's developer guide.
 */
import type { HealthCheck } from './records.ts';

/** Route 53 checks from eight regions where nothing else is said, and has more than one checker in each. */
export const checkers = 16;

const enough = 0.18;

export interface Opinion {
  readonly isWell: boolean;
  /** Answers in a row that said otherwise. */
  readonly against: number;
}

/** One for each checker, in their order. */
export type Opinions = readonly Opinion[];

/** Of a check that has run for long, by what its address answers now. */
export function settledOpinions(isWell: boolean): Opinions {
  return Array.from({ length: checkers }, () => ({ isWell, against: 0 }));
}

export function afterAnswer(opinions: Opinions, checker: number, isWell: boolean, threshold: number): Opinions {
  return opinions.map((opinion, at) => (at === checker ? changed(opinion, isWell, threshold) : opinion));
}

function changed(opinion: Opinion, isWell: boolean, threshold: number): Opinion {
  if (opinion.isWell === isWell) return { isWell, against: 0 };
  const against = opinion.against + 1;
  return against >= threshold ? { isWell, against: 0 } : { ...opinion, against };
}

export function isHealthy(opinions: Opinions, { inverted }: Pick<HealthCheck, 'inverted'>): boolean {
  const well = opinions.filter((opinion) => opinion.isWell).length;
  return well > opinions.length * enough !== inverted;
}

/**
 * Milliseconds from `now` to the next question of a checker. The moments of checkers lie evenly over the interval, in an
 * order of their own: neighbours do not ask one after another.
 */
export function untilNextQuestion(checker: number, { interval }: Pick<HealthCheck, 'interval'>, now: number): number {
  const every = interval * 1000;
  // 7 and 16 have no divisor in common, so each checker has a moment of its own.
  const moment = (((checker * 7) % checkers) / checkers) * every;
  const wait = (((moment - now) % every) + every) % every;
  return wait === 0 ? every : wait;
}

/** Well is an answer of 2xx or 3xx. */
export function answersWell(status: number): boolean {
  return status >= 200 && status < 400;
}
