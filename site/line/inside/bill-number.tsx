import { chanceAt } from '../../../rules/odds.ts';
import { progressOf } from '../../../rules/standing.ts';
import { tenths } from '../../../rules/wait.ts';
import { lineWords, minutes } from '../../../words/en/line.ts';
import { insideWords } from '../../../words/en/line-inside.ts';
import { count } from '../../../words/format.ts';
import { haltOf, type LineState } from '../line-state.ts';

/** The number, as on a bill: how many are ahead, how long, how far, and whether there will be tickets. */
export function BillNumber({ state, position }: { readonly state: LineState; readonly position: number }) {
  const { wait, board, shown } = state;
  const halt = haltOf(state);
  const odds = board?.odds;
  const digits = count(position);
  return (
    <div class="bill">
      <h2 class="bill-line">{insideWords.number}</h2>
      <p class={`bill-number bill-number-${digits.length > 5 ? 'long' : 'short'}`}>{digits}</p>
      <p class="bill-ahead">{lineWords.ahead(position - shown - 1)}</p>
      <progress max={1} value={progressOf(position, shown)} aria-label={insideWords.progress} />
      <p class="bill-called">{shown > 0 ? insideWords.calledSoFar(shown) : insideWords.nobodyCalled}</p>
      <dl class="bill-wait">
        <div>
          <dt>{insideWords.waitTitle}</dt>
          <dd>
            {halt ? lineWords.halts[halt][0] : wait ? insideWords.wait(minutes(wait.half)) : insideWords.unknownWait}
            {halt && <small>{lineWords.halts[halt][1]}</small>}
            {!halt && wait && (
              <small>
                {wait.longer && `${insideWords.longer} `}
                {insideWords.waitDetail(minutes(wait.most))}
              </small>
            )}
          </dd>
        </div>
        {odds && halt !== 'sold-out' && (
          <div>
            <dt>{insideWords.chanceTitle}</dt>
            <dd>
              {insideWords.chance(tenths(chanceAt(odds, position - state.calledUpTo - 1)))}
              <small>{insideWords.chanceDetail}</small>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
