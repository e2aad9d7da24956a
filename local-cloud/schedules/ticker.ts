/** Fires a schedule: a rate at once and then at its interval, a cron expression at its times. */
import { nextFiring, type Schedule } from './schedule-expression.ts';

/** Node's timers cannot wait longer than this; a longer wait is done in pieces. */
const longestTimer = 2 ** 31 - 1;

export class Ticker {
  readonly #schedule: Schedule;
  readonly #fire: (at: number) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(schedule: Schedule, fire: (at: number) => void) {
    this.#schedule = schedule;
    this.#fire = fire;
  }

  start(now: number): void {
    if (this.#schedule.kind === 'rate') this.#fire(now);
    this.#await(nextFiring(this.#schedule, now));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #await(at: number | undefined): void {
    if (at === undefined) return;
    const wait = at - Date.now();
    this.#timer = setTimeout(
      () => {
        if (wait > longestTimer) {
          this.#await(at);
          return;
        }
        this.#fire(at);
        // After a sleep of the laptop the firings that were missed are not made up for.
        const next = nextFiring(this.#schedule, at);
        const now = Date.now();
        this.#await(next === undefined || next > now ? next : nextFiring(this.#schedule, now));
      },
      Math.min(Math.max(wait, 0), longestTimer),
    );
  }
}
