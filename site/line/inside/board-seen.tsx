import { insideWords } from '../../../words/en/line-inside.ts';
import { Notice } from '../../elements/notice.tsx';
import { heads, keepHeads } from '../../proofs.store.ts';
import type { LineState } from '../line-state.ts';
import { contradicted, isBeforeBeacon, withHead } from './heads.ts';
import { CheckLink } from './turn.tsx';
import { waitSeen } from './wait-seen.ts';

/** After a look at the board: its head is kept, or held against the one that is kept, and the wait is told by it. */
export function seeBoard(state: LineState, seenAt: number): Partial<LineState> {
  const { onSale, line, board, kept, position, now } = state;
  if (!line || !board || !kept) return {};
  const isEarly = position === undefined && isBeforeBeacon(line, kept.place, board, now);
  const all = withHead(heads(onSale), board, { isEarly, seenAt });
  keepHeads(onSale, all);
  return { rewritten: contradicted(all), wait: waitSeen(state) };
}

/** The theatre's record was rewritten: said to the fan, with the way to see what differs. */
export function rewritten(state: LineState) {
  return (
    <Notice title={insideWords.rewritten} tone="trouble">
      <p>{insideWords.rewrittenDetail}</p>
      <p>
        <CheckLink state={state} />
      </p>
    </Notice>
  );
}
