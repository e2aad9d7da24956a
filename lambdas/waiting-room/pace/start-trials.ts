import { isTrial } from '../../../contracts/trial.ts';
import type { LiveLine } from '../line/line-store.ts';
import { isAwake } from './keep-pace.ts';

/*
 * When a run of the trial begins (contracts/trial.ts): every five minutes, from an hour before the doors of a line until it
 * ends. The line of a trial is no reason for another run. The pacemaker starts every minute, late by seconds, and asks once.
 */

const everyMinutes = 5;

/** `now` in milliseconds since the epoch. */
export function trialBegins(lines: readonly LiveLine[], now: number): boolean {
  return (
    Math.floor(now / 60_000) % everyMinutes === 0 && lines.some((line) => !isTrial(line.onSale) && isAwake(line, now))
  );
}
