import { chanceAt, tenths } from '../../../rules/chance.ts';
import { haltFor } from '../../../rules/line-news.ts';
import type { Standing } from '../../../rules/standing.ts';
import type { ToldWait } from '../../../rules/told-wait.ts';
import { lineWords, minutes } from '../../../words/en/line.ts';
import { insideWords } from '../../../words/en/line-inside.ts';
import { count } from '../../../words/en/written.ts';
import { lazily } from '../lazily.ts';
import type { LineState } from '../line-state.ts';

const told = lazily(() => import('./wait-told.ts'));
// Fetched at once: it is shown with the number.
told();

/** The number, as on a bill: how many are ahead, how long, how far, and whether there will be tickets. */
export function BillNumber(props: {
  readonly state: LineState;
  readonly stand: Standing & { readonly at: 'waiting' };
}) {
  const { state, stand } = props;
  const { position, ahead } = stand;
  const { board, shown } = state;
  const wait = told()?.waitTold(state);
  const halt = haltFor(stand, board);
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
            {halt ? lineWords.halts[halt][0] : wait ? waitWords(wait) : insideWords.unknownWait}
            {halt && <small>{lineWords.halts[halt][1]}</small>}
            {!halt && wait && (
              <small>
                {wait.longer && `${insideWords.longer} `}
                {insideWords.waitDetail(minutes(wait.half) === minutes(wait.most) ? undefined : minutes(wait.most))}
              </small>
            )}
          </dd>
        </div>
        {odds && halt !== 'sold-out' && (
          <div>
            <dt>{insideWords.chanceTitle}</dt>
            <dd>
              {insideWords.chance(tenths(chanceAt(odds, ahead)))}
              <small>{insideWords.chanceDetail}</small>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function waitWords({ least, half }: ToldWait): string {
  return least !== undefined && least < half
    ? insideWords.waitBetween(least < 60 && half < 60 ? `${least}` : minutes(least), minutes(half))
    : insideWords.wait(minutes(half));
}

/** From 0 at the doors up to 1 when called: how much of the line before this position has gone in. */
export function progressOf(position: number, calledUpTo: number): number {
  return position <= 1 ? 1 : Math.min(1, calledUpTo / (position - 1));
}
