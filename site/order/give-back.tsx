import type { OrderView } from '../../contracts/order.ts';
import { orderWords } from '../../words/en/order.ts';
import { money, shortMoment } from '../../words/en/written.ts';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import type { OrderPageState } from './order.tsx';
import { comesBack } from './order-said.ts';

/** Of the button that asked: for everything, or for one performance. */
export const giveBackId = (only?: string): string => (only === undefined ? 'give-back' : `give-back-${only}`);

/**
 * Giving everything back, or the tickets of one performance that was moved. The page first says what it means and what
 * comes back, and only the second press does it.
 */
export function GiveBack(props: {
  readonly order: OrderView;
  readonly state: OrderPageState;
  readonly onDoubt: (doubting: boolean, only?: string) => void;
  readonly onGiveBack: () => void;
}) {
  const { order, state, onDoubt, onGiveBack } = props;
  const { doubting, only, givingBack, giveBackTrouble } = state;
  const amount = comesBack(order, only);
  const tickets = order.tickets.filter(({ performance }) => performance === (only ?? performance));
  return (
    <section class="card give-back" aria-labelledby="give-back-title">
      <h2 id="give-back-title" tabIndex={-1}>
        {doubting ? orderWords.giveBackTitle : orderWords.change}
      </h2>
      {!doubting && order.may?.cancel && (
        <p>
          <button type="button" id={giveBackId()} class="button button-quiet" onClick={() => onDoubt(true)}>
            {orderWords.giveBack}
          </button>
        </p>
      )}
      {!doubting &&
        order.may?.giveBack?.map((performance) => (
          <p key={performance}>
            <button
              type="button"
              id={giveBackId(performance)}
              class="button button-quiet"
              onClick={() => onDoubt(true, performance)}
            >
              {orderWords.giveBackOf(nameOf(order, performance))}
            </button>
          </p>
        ))}
      {doubting && (
        <>
          <p>{orderWords.giveBackWhat(tickets.length)}</p>
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

function nameOf({ items, timeZone }: OrderView, performance: string): string {
  const item = items.find((one) => one.performance === performance);
  return item ? `${item.title}, ${shortMoment(item.startsAt, timeZone)}` : performance;
}
