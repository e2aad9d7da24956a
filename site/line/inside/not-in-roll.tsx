import { insideWords } from '../../../words/en/line-inside.ts';
import type { Trouble } from '../../api.ts';
import { TroubleNotice } from '../../elements/notice.tsx';
import { dropPass, dropReceipt } from '../../kept.store.ts';
import { putAside } from '../../proofs.store.ts';
import type { StandProps } from '../line-view.tsx';
import { CheckLink } from './turn.tsx';

/** A receipt that we signed and the roll does not have: its fan keeps it as a proof, and joins the open round. */
export function NotInRoll({
  state,
  trouble,
  onTurn,
}: Pick<StandProps, 'state' | 'onTurn'> & { readonly trouble: Trouble }) {
  const { onSale, kept } = state;
  const joinAgain = () => {
    if (kept) putAside(onSale, kept.receipt);
    dropReceipt(onSale);
    dropPass(onSale);
    onTurn({ kept: undefined, position: undefined, pass: undefined, wait: undefined, claimTrouble: undefined });
  };
  return (
    <>
      <TroubleNotice trouble={trouble}>
        <p>
          <CheckLink state={state} />
        </p>
      </TroubleNotice>
      <button type="button" class="button button-grand" onClick={joinAgain}>
        {insideWords.joinAgain}
      </button>
      <p class="centred hint">{insideWords.joinAgainDetail}</p>
    </>
  );
}
