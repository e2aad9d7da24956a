import type { Held } from '../../contracts/house.ts';
import { checkoutWords } from '../../words/en/checkout.ts';
import { money } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { Notice } from '../elements/notice.tsx';
import type { TypedAtCheckout } from '../shopping.store.ts';
import type { CheckoutState } from './checkout.tsx';
import { hadBefore, proofsOf, toPay, usedUp } from './prices.ts';
import { SeatPrices } from './seat-prices.tsx';

/** All that is held, its price, the proof to bring for the reduced prices, and how many more seats there may be. */
export function HeldBill(props: {
  readonly state: CheckoutState;
  readonly holds: readonly Held[];
  readonly onType: (typed: TypedAtCheckout) => void;
}) {
  const { state, holds, onType } = props;
  const { files, typed, basket, pass, reduced } = state;
  const chosen = typed.concessions ?? {};
  const proofs = proofsOf(holds, files, chosen);
  const limits = [...files.values()].flatMap(({ onSales }) => onSales);
  const limit = state.limit ?? limits.find(({ id }) => id === pass?.onSale)?.seatsPerFan;
  return (
    <>
      {holds.map((held, at) => (
        <SeatPrices
          key={held.hold}
          held={held}
          isMore={holds[at - 1]?.performance === held.performance}
          file={files.get(held.performance)}
          chosen={chosen}
          usedUp={usedUp(held.performance, holds, files, chosen, reduced)}
          onChoose={(key, concession) => {
            const { [key]: _before, ...others } = chosen;
            onType({ concessions: concession === '' ? others : { ...others, [key]: concession } });
          }}
        />
      ))}
      {holds.some(({ performance }) => usedUp(performance, holds, files, chosen, reduced).length > 0) && (
        <p class="hint">{checkoutWords.reducedLimit}</p>
      )}
      {hadBefore(holds, files, reduced).map(({ name, had, most }) => (
        <p key={name} class="hint">
          {checkoutWords.reducedBefore(name, had, most)}
        </p>
      ))}
      {proofs.length > 0 && (
        <Notice title={checkoutWords.proof}>
          <ul class="proofs">
            {proofs.map(({ id, name, note }) => (
              <li key={id}>
                {note === undefined ? isolated(name) : checkoutWords.bring(isolated(name), isolated(note))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p class="holds-total" role="status">
        {checkoutWords.total} <b>{priceOf(state, holds)}</b>
      </p>
      {limit !== undefined && basket && (
        <p class="hint">
          {checkoutWords.limit(limit, basket.seatsLeft)} {basket.seatsLeft > 0 && <a href="/">{checkoutWords.add}</a>}
        </p>
      )}
    </>
  );
}

/** The sum to pay, as the button says it too; `…` until every price is known. */
export function priceOf({ files, typed }: CheckoutState, holds: readonly Held[]): string {
  const total = toPay(holds, files, typed.concessions ?? {});
  const currency = files.get(holds[0]?.performance ?? '')?.currency;
  return total === undefined || currency === undefined ? '…' : money(total, currency);
}
