import type { OrderView } from '../../contracts/order.ts';
import { orderWords } from '../../words/en/order.ts';
import { money } from '../../words/en/written.ts';
import { BasketClock } from '../elements/basket-clock.tsx';
import type { OrderPageState } from './order.tsx';

/** An order that is to be paid: the clock of its seats, the card form, and the way to pay otherwise. */
export function PayNow(props: {
  readonly order: OrderView;
  readonly state: OrderPageState;
  readonly onPaid: () => void;
  readonly onMore: () => void;
}) {
  const { order, state, onPaid, onMore } = props;
  const { card, sent, timer, now, extending, extendTrouble } = state;
  const { clientSecret } = order.payment;
  if (sent || clientSecret === undefined) return <p class="waiting-for-data" aria-busy="true" />;
  return (
    <>
      {timer && <BasketClock timer={timer} now={now} extending={extending} trouble={extendTrouble} onMore={onMore} />}
      {card ? (
        <card.Form
          clientSecret={clientSecret}
          publishableKey={card.stripe.publishableKey}
          js={card.stripe.js}
          orderId={order.order}
          price={money(order.total, order.currency)}
          onDone={onPaid}
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
