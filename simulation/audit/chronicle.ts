import { createHash } from 'node:crypto';

/**
 * Everything that happened, in its order: the time, the actor, the act, and the seats, places, holds and orders it was
 * about. Kept only where somebody will read it: a run that is kept says the same as one that is not.
 */
export interface Happening {
  readonly happenedAt: number;
  readonly who: string;
  readonly what: string;
  readonly about: readonly string[];
}

export class Chronicle {
  readonly happenings: Happening[] = [];
  readonly #kept: boolean;
  readonly #start: number;

  /** `start`: milliseconds since the epoch. Times count from it. */
  constructor(kept: boolean, start: number) {
    this.#kept = kept;
    this.#start = start;
  }

  /** `tell` is asked only if this is kept. */
  note(
    happenedAt: number,
    who: string,
    tell: () => { readonly what: string; readonly about: readonly string[] },
  ): void {
    if (this.#kept) this.happenings.push({ happenedAt: happenedAt, who, ...tell() });
  }

  /** Lines of those that are about any of these; of all if left out. */
  lines(about?: readonly string[]): readonly string[] {
    const named = about && new Set(about);
    return this.happenings
      .filter((one) => !named || one.about.some((name) => named.has(name)))
      .map(({ happenedAt, who, what }) => `${this.timeOf(happenedAt)}  ${who.padEnd(14)}  ${what}`);
  }

  /** SHA-256 of all of it. */
  digest(): string {
    const hash = createHash('sha256');
    for (const line of this.lines()) hash.update(`${line}\n`);
    return hash.digest('hex');
  }

  /** Minutes, seconds and milliseconds from the doors. */
  timeOf(at: number): string {
    const passed = Math.abs(at - this.#start);
    const minutes = `${Math.floor(passed / 60_000)}`.padStart(2, '0');
    const seconds = (Math.floor(passed % 60_000) / 1000).toFixed(3).padStart(6, '0');
    return `${at < this.#start ? '-' : '+'}${minutes}:${seconds}`;
  }
}
