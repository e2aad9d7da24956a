import { count } from '../format.ts';
import { lineWords, waitWords } from '../words/line.ts';
import type { LineState } from './line-state.ts';
import type { Standing } from './standing.ts';

/** The number, as on a bill: how many are ahead, how long, how far. */
export function BillNumber(props: {
  readonly state: LineState;
  readonly stand: Extract<Standing, { readonly at: 'waiting' }>;
}) {
  const { wait, board, calledUpTo } = props.state;
  const { position, ahead, progress } = props.stand;
  const digits = count(position);
  return (
    <div class="bill">
      <h2 class="bill-line">{lineWords.number}</h2>
      <p class={`bill-number bill-number-${digits.length > 5 ? 'long' : 'short'}`}>{digits}</p>
      <p class="bill-ahead">{lineWords.ahead(ahead)}</p>
      <progress max={1} value={progress} aria-label={lineWords.progress} />
      <p class="bill-called">{calledUpTo > 0 ? lineWords.calledSoFar(calledUpTo) : lineWords.nobodyCalled}</p>
      <dl class="bill-wait">
        <dt>{lineWords.waitTitle}</dt>
        <dd>
          {board?.phase === 'paused' ? lineWords.paused : wait ? waitWords(wait) : lineWords.unknownWait}
          {wait?.longer && <small>{lineWords.longer}</small>}
        </dd>
      </dl>
    </div>
  );
}
