import type { Turn } from '../../../rules/standing.ts';
import { lineWords } from '../../../words/en/line.ts';
import { insideWords } from '../../../words/en/line-inside.ts';
import { timeOfDay } from '../../../words/en/written.ts';
import { codeOf } from '../../api.ts';
import { TroubleNotice } from '../../elements/notice.tsx';
import { dropPass, dropReceipt, ordered } from '../../kept.store.ts';
import { putAside } from '../../proofs.store.ts';
import { lazily } from '../lazily.ts';
import type { LineState } from '../line-state.ts';
import type { StandProps } from '../line-view.tsx';

/** Hardly any fan needs these words. */
const proofTrouble = lazily(() => import('./proof-trouble.tsx'));

export const keepsPlace = insideWords.keepPlace;

/**
 * A fan's turn: the pass is on its way, or they are late, or the room is full, or their time is over and they may
 * come again. A fan whose
 * place was removed may try: staff may have restored it since.
 */
export function Called(props: StandProps & { readonly turn: Turn }) {
  const { state, turn, onClaim, onTurn } = props;
  const { busy, claimTrouble, visible, pass } = state;
  const code = codeOf(claimTrouble);
  const onJoinAgain = () => {
    if (state.kept) putAside(state.onSale, state.kept.receipt);
    dropReceipt(state.onSale);
    dropPass(state.onSale);
    onTurn({ kept: undefined, position: undefined, pass: undefined, claimTrouble: undefined });
  };
  if (claimTrouble && code === 'receipt-not-in-roll')
    return (
      proofTrouble()?.notInRoll({ check: <CheckLink state={state} />, trouble: claimTrouble, onJoinAgain }) ?? null
    );
  // The words above say why a place is slower or was removed, with the way to appeal.
  const judged = code === 'slower-lane' || code === 'place-removed';
  const waits = {
    'late-next': [insideWords.late, insideWords.lateDetail],
    'room-full': [insideWords.roomFull, insideWords.roomFullDetail],
  }[code ?? ''];
  const [title, detail] =
    waits ??
    {
      first: [lineWords.called, visible ? insideWords.calledDetail : insideWords.calledAway],
      slower: [lineWords.called],
      again: [ordered(state.onSale).length > 0 ? insideWords.bought : insideWords.again, insideWords.againDetail],
      voucher: [insideWords.voucher, insideWords.voucherDetail],
      removed: [],
    }[turn];
  return (
    <>
      {title && <h2 class="turn-title">{title}</h2>}
      {detail && <p class="centred">{detail}</p>}
      {claimTrouble && !waits && !judged && <TroubleNotice trouble={claimTrouble} />}
      <button type="button" class="button button-grand" onClick={onClaim} aria-disabled={busy === 'claim'}>
        {busy === 'claim' ? insideWords.claiming : insideWords.claim}
      </button>
      {pass && (
        <p class="asides">
          <FindOrder state={state} />
        </p>
      )}
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
        <FindOrder state={state} />
      </p>
    </>
  );
}

/** For a fan who ordered, and lost the page. */
function FindOrder({ state }: { readonly state: LineState }) {
  return <a href={`/order?on-sale=${encodeURIComponent(state.onSale)}`}>{insideWords.findOrder}</a>;
}

/** The devices that hold the place, or the way to see them. It tells how many they are, if there are several. */
export function devices(given: { readonly state: LineState; readonly onTurn: (change: Partial<LineState>) => void }) {
  const { state, onTurn } = given;
  const { kept, opened, later } = state;
  if (!kept) return null;
  if (opened?.devices && later) return later.devices(state);
  return (
    <p class="asides">
      <button type="button" class="link" onClick={() => onTurn({ opened: { devices: true } })}>
        {insideWords.devices(kept.devices ?? 1)}
      </button>
    </p>
  );
}

/** The theatre's record was rewritten: said to the fan, with the way to see what differs. */
export function rewritten(state: LineState) {
  return proofTrouble()?.rewritten({ check: <CheckLink state={state} /> }) ?? null;
}

/** The proof of the number, for a fan who wants to see it. */
export function CheckLink({ state }: { readonly state: LineState }) {
  return <a href={`/check?on-sale=${encodeURIComponent(state.onSale)}`}>{insideWords.check}</a>;
}
