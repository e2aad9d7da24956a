import { lineWords } from '../../../words/en/line.ts';
import { laterWords } from '../../../words/en/line-later.ts';
import { siteWords } from '../../../words/en/site.ts';
import { Forgetful, InApp } from '../../elements/forgetful.tsx';
import { Notice, TroubleNotice } from '../../elements/notice.tsx';
import { ordered } from '../../kept.store.ts';
import type { LineState } from '../line-state.ts';
import { when } from '../line-view.tsx';

/** There is no line to join: no on-sale was named, it is not set up yet, or there is none of that name. */
export function missing(state: LineState) {
  const { lineTrouble, listed, onSale } = state;
  if (!onSale || !lineTrouble) return <Notice title={laterWords.noOnSaleDetail} children={<ToSeason />} />;
  if (!listed) return <TroubleNotice trouble={lineTrouble} children={<ToSeason />} />;
  return (
    <Notice title={laterWords.notYet}>
      <p>{when(listed.opensAt, state)}</p>
      <p>{laterWords.notYetDetail}</p>
    </Notice>
  );
}

export function over({ onSale }: LineState) {
  return (
    <Notice title={lineWords.over}>
      <p>{laterWords.overDetail}</p>
      <p>
        <a href={`/order?on-sale=${encodeURIComponent(onSale)}`}>{laterWords.findOrder}</a>
      </p>
      <ToSeason />
    </Notice>
  );
}

export const forgetful = ({ onSale, forgetful: what }: LineState) =>
  what === 'app' ? <InApp /> : <Forgetful onSale={onSale} />;

/** A fan who bought has left with their tickets, and is told where they are. */
export function left({ onSale }: LineState) {
  const [bought] = ordered(onSale);
  if (bought)
    return (
      <Notice title={laterWords.leftBought} tone="good" role="status">
        <p>{laterWords.leftBoughtDetail}</p>
        <p>
          <a class="button" href={`/order?id=${encodeURIComponent(bought.order)}`}>
            {laterWords.toOrder}
          </a>
        </p>
      </Notice>
    );
  return (
    <Notice title={laterWords.left} role="status">
      <p>{laterWords.leftDetail}</p>
    </Notice>
  );
}

function ToSeason() {
  return (
    <p>
      <a href="/">{siteWords.toSeason}</a>
    </p>
  );
}
