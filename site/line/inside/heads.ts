import type { SeenHead } from '../../../contracts/heads.ts';
import type { Board, LineFile, Place } from '../../../contracts/line.ts';
import { beaconOutAt } from '../../../rules/beacon.ts';

/**
 * Heads of the board, as docs/fairness.md has it. The page keeps the last one that it read before the beacon of its
 * round came out, and holds every later board against it. Two that contradict each other are kept for ever.
 *
 *     none ──early board──▶ one ──a board that agrees: the newer one while it is early──▶ one
 *                            └──a board that contradicts it──▶ both
 */
export function withHead(
  kept: readonly SeenHead[],
  board: Pick<Board, 'ledger' | 'writtenAt'>,
  { isEarly, seenAt }: { readonly isEarly: boolean; readonly seenAt: number },
): readonly SeenHead[] {
  const { n, rolls, head } = board.ledger;
  const seen = { n, rolls, head, at: board.writtenAt, seenAt };
  const last = kept.at(-1);
  if (!last) return isEarly ? [seen] : kept;
  // A cache may show an older board after a newer one: that is no later reading.
  if (contradicted(kept) || board.writtenAt < (last.at ?? 0)) return kept;
  if (contradicted([last, seen])) return [last, seen];
  if (!isEarly) return kept;
  // Of one head the time at which it was first seen proves most.
  return [n === last.n && rolls === last.rolls ? { ...seen, seenAt: last.seenAt } : seen];
}

/** Whether a later head has become shorter, or another one at the same numbers. In the order in which they were seen. */
export function contradicted(heads: readonly SeenHead[]): boolean {
  return heads.some(({ n, rolls, head }, at) => {
    const before = heads[at - 1];
    if (!before) return false;
    return n < before.n || rolls < before.rolls || (n === before.n && rolls === before.rolls && head !== before.head);
  });
}

/**
 * Whether the beacon of a place's round is not out yet, as far as a page can know. That of a lobby was promised; that of
 * another round is named once the round is committed to. `now`: by the theatre's clock.
 */
export function isBeforeBeacon(
  { beacon, tiers }: Pick<LineFile, 'beacon' | 'tiers'>,
  { round }: Pick<Place, 'round'>,
  board: Pick<Board, 'round' | 'awaits'>,
  now: number,
): boolean {
  const isOpen = board.round <= round;
  if (!beacon) return isOpen;
  const promised = round === 0 ? beacon.lobby : tiers?.find((tier) => tier.round === round)?.beacon;
  const due = promised ?? (isOpen ? undefined : board.awaits);
  return due === undefined ? isOpen : now < beaconOutAt(beacon, due);
}
