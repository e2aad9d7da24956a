import { stepOf } from '../../../contracts/readings.ts';
import { minuteOf } from '../../../rules/minute-history.ts';

/**
 * Whether readings are written now: once in each step of the clock while somebody looks, else once in each minute, for
 * the history.
 */
export function isTimeToWrite(writtenAt: number | undefined, isLookedAt: boolean, now: number): boolean {
  if (writtenAt === undefined || minuteOf(writtenAt) < minuteOf(now)) return true;
  return isLookedAt && stepOf(writtenAt) < stepOf(now);
}

/** Milliseconds until the next step begins. */
export const untilNextStep = (now: number, stepMs: number): number => stepMs - (now % stepMs);
