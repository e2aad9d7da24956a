import { insideWords } from '../../../words/en/line-inside.ts';
import { Notice } from '../../elements/notice.tsx';
import { heads, keepHeads } from '../../proofs.store.ts';
import type { LineState } from '../line-state.ts';
import { contradicted, isBeforeBeacon, withHead } from './heads.ts';
import { CheckLink } from './turn.tsx';

/** Keeps the head of the board that was read just now, or holds it against the one that is kept. */
export function seeBoard({ onSale, line, board, kept, position, now }: LineState, seenAt: number): Partial<LineState> {
  if (!line || !board || !kept) return {};
  const isEarly = position === undefined && isBeforeBeacon(line, kept.place, board, now);
  const all = withHead(heads(onSale), board, { isEarly, seenAt });
  keepHeads(onSale, all);
  return { rewritten: contradicted(all) };
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
