import type { OrderView } from '../../contracts/order.ts';
import { basketWords } from '../../words/en/basket.ts';
import { orderWords } from '../../words/en/order.ts';
import { money, timeOfDay } from '../../words/en/written.ts';
import { BasketClock } from '../elements/basket-clock.tsx';
import { Notice } from '../elements/notice.tsx';
import type { OrderPageState } from './order.tsx';
import { heldUntil } from './order-seats.ts';

/** Whether the time of its seats is over. A bank that asks, or was asked a moment ago, is waited for. */
export function isPayOver(order: OrderView, { sent, paying, basket, now }: OrderPageState): boolean {
  const end = heldUntil(order, basket, now);
  const isLapsed = order.payment.lapsed === true || (end !== undefined && end <= now);
  return isLapsed && !sent && !paying;
}

/** An order that is to be paid: the clock of its seats, the card form, and the way to pay otherwise. */
export function PayNow(props: {
  readonly order: OrderView;
  readonly state: OrderPageState;
  readonly onPaid: () => void;
  readonly onPaying: (paying: boolean) => void;
  readonly onMore: () => void;
}) {
  const { order, state, onPaid, onPaying, onMore } = props;
  const { card, sent, basket, now, extending, extendTrouble, paying, pass } = state;
  const { clientSecret, bankAsks } = order.payment;
  const end = heldUntil(order, basket, now);
  if (isPayOver(order, state)) return <PayOver order={order} />;
  const waits = bankAsks && end !== undefined && (
    <Notice title={orderWords.bankAsksUntil(timeOfDay(end, order.timeZone))} role="status" />
  );
  if (sent || clientSecret === undefined)
    return (
      <>
        {waits}
        <p class="waiting-for-data" aria-busy="true" />
      </>
    );
  // Without the pass nobody knows whether there is more time to ask for.
  const isLast = paying || pass === undefined || !basket?.timer;
  const extendable = basket?.timer?.extendable === true;
  return (
    <>
      {waits}
      {!bankAsks && end !== undefined && end > now && (
        <BasketClock
          timer={{ lapsesAt: end, extendable }}
          isLast={isLast}
          now={now}
          extending={extending}
          trouble={extendTrouble}
          onMore={onMore}
        />
      )}
      {card ? (
        <card.Form
          clientSecret={clientSecret}
          publishableKey={card.stripe.publishableKey}
          js={card.stripe.js}
          orderId={order.order}
          price={money(order.total, order.currency)}
          onDone={onPaid}
          onSending={onPaying}
        />
      ) : (
        <p class="waiting-for-data" aria-busy="true" />
      )}
      <p class="centred">
        <a href="/checkout">{orderWords.otherWay}</a>
      </p>
    </>
  );
}

/** The seats lapsed before it was paid: nothing is charged, and they may still be there. */
function PayOver({ order }: { readonly order: OrderView }) {
  const [item] = order.items;
  return (
    <Notice title={basketWords.over} tone="trouble" role="alert">
      <p>{basketWords.overDetail}</p>
      <p>
        <a class="button" href={item ? `/hall?performance=${encodeURIComponent(item.performance)}` : '/'}>
          {basketWords.back}
        </a>
      </p>
    </Notice>
  );
}
