import { lineWords } from '../../../words/en/line.ts';
import { insideWords } from '../../../words/en/line-inside.ts';
import { timeOfDay } from '../../../words/format.ts';
import { codeOf } from '../../api.ts';
import { TroubleNotice } from '../../elements/notice.tsx';
import type { LineState } from '../line-state.ts';

export const keepsPlace = insideWords.keepPlace;

/** A fan's turn: the pass is on its way, or the room is full, or their time is over and they may come again. */
export function Called({ state, onClaim }: { readonly state: LineState; readonly onClaim: () => void }) {
  const { busy, claimTrouble, visible, pass, voucher } = state;
  const code = codeOf(claimTrouble);
  const full = code === 'room-full';
  // Why a place is slower is told above, with the way to appeal.
  const slower = code === 'slower-lane';
  const [title, detail] = full
    ? [insideWords.roomFull, insideWords.roomFullDetail]
    : voucher
      ? [insideWords.voucher, insideWords.voucherDetail]
      : pass
        ? [insideWords.again, insideWords.againDetail]
        : [lineWords.called, visible ? insideWords.calledDetail : insideWords.calledAway];
  return (
    <>
      <h2 class="turn-title">{title}</h2>
      {!slower && <p class="centred">{detail}</p>}
      {claimTrouble && !full && !slower && <TroubleNotice trouble={claimTrouble} />}
      <button type="button" class="button button-grand" onClick={onClaim} aria-disabled={busy === 'claim'}>
        {busy === 'claim' ? insideWords.claiming : insideWords.claim}
      </button>
    </>
  );
}

/** The way to the seats, for as long as the pass is good. */
export function Shopping(props: {
  readonly state: LineState;
  readonly expiresAt: number;
  readonly onFinish: () => void;
}) {
  const { state, expiresAt, onFinish } = props;
  const { goal, pass, later, busy, timeZone } = state;
  return (
    <>
      <h2 class="turn-title">{insideWords.shopping}</h2>
      <p class="centred">{insideWords.shoppingDetail(timeOfDay(expiresAt, timeZone))}</p>
      <a class="button button-grand" href={goal}>
        {goal === '/' ? insideWords.toSeason : insideWords.toHall}
      </a>
      {!!pass?.extensions && later?.moreTime(state)}
      <p class="asides">
        <button type="button" class="link" onClick={onFinish} aria-disabled={busy === 'leave'}>
          {insideWords.finish}
        </button>
      </p>
    </>
  );
}

/** The proof of the number, for whoever wants to see it. */
export function CheckLink({ state }: { readonly state: LineState }) {
  return <a href={`/check?on-sale=${encodeURIComponent(state.onSale)}`}>{insideWords.check}</a>;
}
