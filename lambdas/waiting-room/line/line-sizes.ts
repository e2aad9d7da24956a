import { chainLength } from './seed-chain.ts';

/**
 * How wide a line is laid out. Joins are counted on tally shards so that no single item takes them all;
 * a partition takes 1,000 writes a second. After the doors people come in ones and twos, and a round
 * is closed every few seconds, so later rounds have fewer shards to close.
 */

/** 64 shards at the least; at the most 256, which are closed within one tick of the pacemaker. */
export function lobbyShards(audience: number): number {
  return Math.min(256, Math.max(64, Math.ceil(audience / 4000)));
}

export function laterShards(lobby: number): number {
  return Math.max(4, Math.floor(lobby / 16));
}

/**
 * 3 s, or as much as it takes for the numbers of rounds to last. A few are kept for rounds closed after the end, for
 * those whose join was under way. Each tier but the last has `tierStride` of them, and the last has the rest of the
 * chain of seeds.
 */
export function roundSecondsOf({
  opensAt,
  closesAt,
  tiers = [],
}: {
  readonly opensAt: number;
  readonly closesAt: number;
  readonly tiers?: readonly { readonly opensAt: number; readonly round: number }[];
}): number {
  const starts = tiers.length > 0 ? tiers : [{ opensAt, round: 0 }];
  const needed = starts.map(({ opensAt: from, round }, at) => {
    const next = starts[at + 1];
    const rounds = (next?.round ?? chainLength) - round - 1000;
    return Math.ceil(((next?.opensAt ?? closesAt) - from) / 1000 / rounds);
  });
  return Math.max(3, ...needed);
}
