import type { OrderView } from '../../contracts/order.ts';
import { orderWords } from '../../words/en/order.ts';
import { money, shortMoment } from '../../words/en/written.ts';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import { seatInWords } from '../seat-name.ts';
import type { OrderPageState } from './order.tsx';
import { comesBack, comesBackOf } from './order-said.ts';

/** Of the button that asked: for everything, or for one performance. */
export const giveBackId = (only?: string): string => (only === undefined ? 'give-back' : `give-back-${only}`);

/** Of the button for some of the tickets. */
export const giveSomeId = 'give-some-back';

/**
 * Giving everything back, some of the tickets, or those of one performance that was moved. The page first says what it means and what
 * comes back, and only the second press does it.
 */
export function GiveBack(props: {
  readonly order: OrderView;
  readonly state: OrderPageState;
  readonly onDoubt: (doubting: boolean, only?: string) => void;
  readonly onPick: (tickets: readonly string[]) => void;
  readonly onGiveBack: () => void;
}) {
  const { order, state, onDoubt, onPick, onGiveBack } = props;
  const { doubting, only, picked, givingBack, giveBackTrouble } = state;
  const amount = picked ? comesBackOf(order, picked) : comesBack(order, only);
  const tickets = order.tickets.filter(({ id, performance }) =>
    picked ? picked.includes(id) : performance === (only ?? performance),
  );
  return (
    <section class="card give-back" aria-labelledby="give-back-title">
      <h2 id="give-back-title" tabIndex={-1}>
        {!doubting ? orderWords.change : picked ? orderWords.giveBackWhich : orderWords.giveBackTitle(tickets.length)}
      </h2>
      {!doubting && order.may?.cancel && (
        <p>
          <button type="button" id={giveBackId()} class="button button-quiet" onClick={() => onDoubt(true)}>
            {orderWords.giveBack(order.tickets.length)}
          </button>
        </p>
      )}
      {!doubting && order.may?.tickets && (
        <p>
          <button type="button" id={giveSomeId} class="button button-quiet" onClick={() => onPick([])}>
            {orderWords.giveBackSome}
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
          {picked && <Pick order={order} picked={picked} onPick={onPick} />}
          {tickets.length > 0 && (
            <p>
              {orderWords.giveBackWhat(tickets.length)}
              {picked && tickets.length < order.tickets.length && ` ${orderWords.giveBackOthers}`}
            </p>
          )}
          <p>
            <b>
              {tickets.length > 0 &&
                (amount > 0 ? orderWords.giveBackMoney(money(amount, order.currency)) : orderWords.giveBackPromise)}
            </b>
          </p>
          {giveBackTrouble && <ShopTrouble trouble={giveBackTrouble} />}
          <p class="give-back-ways">
            <button
              type="button"
              class="button"
              onClick={onGiveBack}
              aria-disabled={givingBack || tickets.length === 0}
            >
              {givingBack ? orderWords.givingBack(tickets.length) : orderWords.giveBackYes(tickets.length)}
            </button>
            <button type="button" class="button button-quiet" onClick={() => onDoubt(false)}>
              {orderWords.giveBackNo(tickets.length)}
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

/** The tickets that may go back, to be marked one by one. */
function Pick(props: {
  readonly order: OrderView;
  readonly picked: readonly string[];
  readonly onPick: (tickets: readonly string[]) => void;
}) {
  const { order, picked, onPick } = props;
  const free = order.tickets.filter(({ id }) => order.may?.tickets?.includes(id));
  return (
    <fieldset class="ways">
      <legend class="unseen">{orderWords.giveBackWhich}</legend>
      {free.map(({ id, label, title, startsAt }) => (
        <label key={id} class="way">
          <input
            type="checkbox"
            checked={picked.includes(id)}
            onChange={() => onPick(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id])}
          />
          <span>
            <b>{seatInWords(label)}</b>
            <bdi>{title}</bdi>, {shortMoment(startsAt, order.timeZone)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
