import { type RollLayout, rollLayout } from '../../../contracts/roll.ts';
import { chainLength } from './seed-chain.ts';

/**
 * How wide a line is laid out. A round offers a few shards of its roll to all, so that no single item takes every join; a
 * partition takes 1,000 writes a second. A shard holds `cap` marks. Once the offered ones fill up, each handler is given
 * shards of its own (`entry/own-shards.ts`), so a rush makes as many as it needs.
 */
export const lobbyShards = 64;

/** After the doors people come in ones and twos, and a round of few is closed every few seconds. */
export function laterShards(audience: number): number {
  return Math.min(16, Math.max(4, Math.floor(audience / 64_000)));
}

/** Of an audience beyond this a tile has more shards, so that its files stay some ten thousand. */
const largeAudience = 2_000_000;

/** How the rolls of a new line are laid out. An open line keeps the layout that it was opened with. */
export function layoutFor(audience: number): RollLayout {
  return audience > largeAudience ? { ...rollLayout, tile: 32 } : rollLayout;
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

/** Steps, so that the published line does not tell how many fans its venue expects. */
const joinSteps = [2, 5, 10, 20, 30];
const longestJoinSeconds = 60;

/** In how many seconds all of an audience joins, if all come at once; undefined if in one. */
export function joinSecondsOf(audience: number, joinsASecond: number): number | undefined {
  const seconds = audience / joinsASecond;
  return seconds > 1 ? (joinSteps.find((step) => seconds <= step) ?? longestJoinSeconds) : undefined;
}
