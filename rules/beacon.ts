import type { Beacon, BeaconChain } from '../contracts/line.ts';

/**
 * The public beacon of randomness (drand). The draw of a round uses the first beacon that comes out after the round
 * took its last join. So nobody, not even the holder of the line's secret, could know the draw while it could still be
 * joined. The time at which the round closed decides which beacon that is, so nobody can choose it. If the beacon
 * cannot be had in time, the line goes on without it. The sheet and the ledger say so.
 */
export interface BeaconSource {
  readonly chain: BeaconChain;
  /** One round of the beacon, verified. Undefined if it is not out yet or cannot be reached. */
  at(round: number): Promise<Beacon | undefined>;
}

/** Two ticks more than a beacon that came out needs to spread: then the line goes on without it. */
export const giveUpMs = 6000;

/** The first round of the beacon that is out at an instant or later, and when; milliseconds since the epoch. */
export function beaconAfter(
  { genesis, period }: Pick<BeaconChain, 'genesis' | 'period'>,
  closedAt: number,
): { readonly round: number; readonly outAt: number } {
  const round = Math.max(0, Math.ceil((closedAt / 1000 - genesis) / period)) + 1;
  return { round, outAt: (genesis + (round - 1) * period) * 1000 };
}
