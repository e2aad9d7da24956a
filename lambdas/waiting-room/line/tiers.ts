import { tierStride } from '../../../contracts/line.ts';
import { lobbyShards } from './line-sizes.ts';
import type { LineFacts, LineRecord, TierFacts } from './line-store.ts';
import type { Round } from './progress.ts';

/**
 * Tiers are windows of one line: benefactors, then Friends, then everyone. Everybody may join from the start and waits
 * in the lobby of their own tier, which is drawn when its doors open, behind all positions given by then. From then on
 * its fans join the rounds that everyone of an opened tier joins. Positions never change, so no earlier tier pushes
 * anyone backwards: a latecomer of that tier stands behind those already drawn.
 *
 *     round   0            1 … n          65,536         65,537 …
 *             lobby of     every 3 s,     lobby of       every 3 s,
 *             the first    first tier     the second     both tiers
 */

/** At least one; in the order of their doors. */
export function tiersOf(facts: LineFacts): readonly [TierFacts, ...TierFacts[]] {
  const { title, entry, roster, opensAt, tiers, beacon } = facts;
  const [first, ...later] = tiers ?? [];
  if (first) return [first, ...later];
  const decides = beacon && { beacon: beacon.lobby };
  return [{ id: 'all', name: title, entry, ...(roster && { roster }), opensAt, round: 0, ...decides }];
}

/** The tier whose lobby is drawn next; undefined once all are. */
export function nextTier({ facts, progress }: Pick<LineRecord, 'facts' | 'progress'>): TierFacts | undefined {
  return tiersOf(facts)[progress.lobbies];
}

/** The round in which a fan of a tier (its number, from 0) is counted now. */
export function roundToJoin({ facts, progress }: Pick<LineRecord, 'facts' | 'progress'>, tier: number): Round {
  const own = tiersOf(facts)[tier];
  if (own && tier >= progress.lobbies) return { round: own.round, shards: lobbyShards };
  return progress.open;
}

/** The lobby that a round is, by its number. */
export function isLobby(round: number): boolean {
  return round % tierStride === 0;
}
