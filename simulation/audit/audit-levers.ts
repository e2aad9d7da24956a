import type { SaleLevers } from '../../lambdas/seating/house/sale-levers.ts';

/**
 * What staff turned in a sale, and since when. Whoever decides may remember it for a moment, and may be slow to write:
 * so for a while after a turn both what stood and what stands may be gone by.
 */

/** A memory of 2 s, an allocator that has 5 s from its clock to its last write, and a second for clocks that differ. */
export const obeyedAfterMs = 8000;

export class LeverAudit {
  readonly #published: number;
  readonly #turns: { readonly at: number; readonly levers: SaleLevers }[] = [];

  /** `published`: the limit before anything was turned. */
  constructor(published: number) {
    this.#published = published;
  }

  turned(levers: SaleLevers, now: number): void {
    this.#turns.push({ at: now, levers });
  }

  /** The most that a fan could be given by any of the limits that may still be gone by. */
  limit(now: number): number {
    return Math.max(...this.#standing(now).map((levers) => levers?.seatsPerFan ?? this.#published));
  }

  /** Whether nobody can take it for being on sale any more. */
  isStopped(performance: string, now: number): boolean {
    return this.#standing(now).every((levers) => levers?.stopped.includes(performance));
  }

  /** All that may still be gone by; undefined is what was before the first turn. */
  #standing(now: number): readonly (SaleLevers | undefined)[] {
    const since = this.#turns.findLastIndex(({ at }) => at <= now - obeyedAfterMs);
    const lately = this.#turns.slice(Math.max(0, since)).map(({ levers }) => levers);
    return since < 0 ? [undefined, ...lately] : lately;
  }
}
