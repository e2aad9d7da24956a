import { isAdmitted } from '../../../rules/admitted.ts';
import { withDoors } from '../../../rules/moved-doors.ts';
import { heads, keepHeads } from '../../proofs.store.ts';
import type { LineState } from '../line-state.ts';
import { contradicted, isBeforeBeacon, withHead } from './heads.ts';

/** After a look at the board: its head is kept, or held against the one that is kept. */
export function seeBoard(state: LineState, seenAt: number): Partial<LineState> {
  const { onSale, line, board, kept, position, now, promised = line } = state;
  void import('./arrive.ts').then(
    ({ arrive }) => arrive(state),
    () => undefined,
  );
  if (!promised || !board || !kept) return {};
  const admitted = state.admitted || isAdmitted(board, kept.place);
  const isEarly = position === undefined && isBeforeBeacon(withDoors(promised, board.opensAt), kept.place, board, now);
  const all = withHead(heads(onSale), board, { isEarly, seenAt });
  keepHeads(onSale, all);
  return { rewritten: contradicted(all), admitted };
}
