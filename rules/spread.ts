/**
 * How a crowd spreads its joins. At the doors more people press than the platform lets through in a second, and who is
 * refused comes back. So a join in the first seconds after doors waits by chance, up to as long as everybody takes
 * (`joinSeconds` of the line). In the lobby nothing waits: nobody there is earlier than anybody else.
 */
export interface Doors {
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
}

export interface SpreadLine extends Doors {
  readonly tiers?: readonly Doors[];
  readonly joinSeconds?: number;
}

/** Nobody waits longer than this before their first try; those after it are spread over all of `joinSeconds`. */
const longestSeconds = 30;

/** Milliseconds over which joins are spread; nothing where the platform takes all in a second. */
export const spreadMsOf = ({ joinSeconds = 0 }: SpreadLine): number => joinSeconds * 1000;

/** Milliseconds to wait before the first try. @param chance from 0 up to 1. */
export function joinDelayMs(line: SpreadLine, now: number, chance: number): number {
  const spread = Math.min(longestSeconds * 1000, spreadMsOf(line));
  const rush = [line, ...(line.tiers ?? [])].some(({ opensAt }) => now >= opensAt && now < opensAt + spread);
  return rush ? chance * spread : 0;
}
