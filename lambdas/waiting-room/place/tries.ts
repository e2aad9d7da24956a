/*
 * Wrong tries, of a postcode or of a code, counted for whatever tries. The count ends by itself, and no try is counted
 * beyond the most, however many come at once.
 */
export interface Tries {
  readonly count: number;
  /** Milliseconds since the epoch: forgotten from then on. */
  readonly endsAt: number;
}

/** `now` and `endsAt`, until when the count is kept: milliseconds since the epoch. */
export interface TriesLimit {
  readonly now: number;
  readonly endsAt: number;
  readonly most: number;
}

export function liveCount(tries: Tries | undefined, now: number): number {
  return tries !== undefined && tries.endsAt > now ? tries.count : 0;
}

/** With one try more; undefined if the most are counted. */
export function triesAfter(tries: Tries | undefined, { now, endsAt, most }: TriesLimit): Tries | undefined {
  const count = liveCount(tries, now);
  return count < most ? { count: count + 1, endsAt } : undefined;
}
