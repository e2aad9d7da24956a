import type { OrderView } from '../../contracts/order.ts';
import { orderWords } from '../../words/en/order.ts';
import { money } from '../../words/en/written.ts';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import type { OrderPageState } from './order.tsx';
import { comesBack } from './order-said.ts';

/** Giving everything back. The page first says what it means and what comes back, and only the second press does it. */
export function GiveBack(props: {
  readonly order: OrderView;
  readonly state: OrderPageState;
  readonly onDoubt: (doubting: boolean) => void;
  readonly onGiveBack: () => void;
}) {
  const { order, state, onDoubt, onGiveBack } = props;
  const { doubting, givingBack, giveBackTrouble } = state;
  const amount = comesBack(order);
  return (
    <section class="card give-back" aria-labelledby="give-back-title">
      <h2 id="give-back-title" tabIndex={-1}>
        {doubting ? orderWords.giveBackTitle : orderWords.change}
      </h2>
      {!doubting && (
        <p>
          <button type="button" id="give-back" class="button button-quiet" onClick={() => onDoubt(true)}>
            {orderWords.giveBack}
          </button>
        </p>
      )}
      {doubting && (
        <>
          <p>{orderWords.giveBackWhat(order.tickets.length)}</p>
          <p>
            <b>{amount > 0 ? orderWords.giveBackMoney(money(amount, order.currency)) : orderWords.giveBackPromise}</b>
          </p>
          {giveBackTrouble && <ShopTrouble trouble={giveBackTrouble} />}
          <p class="give-back-ways">
            <button type="button" class="button" onClick={onGiveBack} aria-disabled={givingBack}>
              {givingBack ? orderWords.givingBack : orderWords.giveBackYes}
            </button>
            <button type="button" class="button button-quiet" onClick={() => onDoubt(false)}>
              {orderWords.giveBackNo}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
