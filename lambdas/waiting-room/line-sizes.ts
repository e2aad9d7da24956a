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
 * 3 s, or as much as it takes for the chain of seeds to last: one seed is the lobby's, and a few are
 * kept for rounds closed after the end for those whose join was under way.
 */
export function roundSecondsOf({ opensAt, closesAt }: { opensAt: number; closesAt: number }): number {
  return Math.max(3, Math.ceil((closesAt - opensAt) / 1000 / (chainLength - 1000)));
}
