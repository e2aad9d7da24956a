import type { Beacon, BeaconChain } from '../contracts/line.ts';

/**
 * The public beacon of randomness (drand). Which of its rounds decides a draw is promised before anyone can know it: for
 * a lobby in the line's file, for another round in its commitment (`rules/roll.ts`). So nobody, not even the holder of
 * the line's secret, could know the draw while its roll could still be changed. It never changes: a beacon that cannot
 * be had is waited for.
 */
export interface BeaconSource {
  readonly chain: BeaconChain;
  /** One round of the beacon, verified. Undefined if it is not out yet or cannot be reached. */
  at(round: number): Promise<Beacon | undefined>;
}

/** The first round of the beacon that is out at an instant or later, and when; milliseconds since the epoch. */
export function beaconAfter(
  { genesis, period }: Pick<BeaconChain, 'genesis' | 'period'>,
  instant: number,
): { readonly round: number; readonly outAt: number } {
  const round = Math.max(0, Math.ceil((instant / 1000 - genesis) / period)) + 1;
  return { round, outAt: beaconOutAt({ genesis, period }, round) };
}

/** When a round of the beacon comes out; milliseconds since the epoch. */
export function beaconOutAt({ genesis, period }: Pick<BeaconChain, 'genesis' | 'period'>, round: number): number {
  return (genesis + (round - 1) * period) * 1000;
}
