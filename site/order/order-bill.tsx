import type { OrderItem, OrderView } from '../../contracts/order.ts';
import { orderWords } from '../../words/en/order.ts';
import { longMoment, money, shortMoment } from '../../words/en/written.ts';
import { Notice } from '../elements/notice.tsx';
import { seatInWords, seatsInWords } from '../seat-name.ts';
import { paymentSaid } from './order-said.ts';
import { WhatBecame } from './what-became.tsx';

/** The items, their price, and how it stands with the money. */
export function OrderBill({ order, now }: { readonly order: OrderView; readonly now: number }) {
  const { payment, timeZone, currency, state } = order;
  const lost = order.items.filter(({ outcome }) => outcome === 'lost');
  return (
    <section class="card order-bill" aria-labelledby="reference">
      <h2 class="order-reference" id="reference">
        <span>{orderWords.reference}</span> <b>{order.reference}</b> <span>{orderWords.referenceHint}</span>
      </h2>
      {order.items
        .filter(({ outcome }) => outcome !== 'lost')
        .map((line) => (
          <Line key={line.hold} line={line} order={order} now={now} />
        ))}
      {lost.length > 0 && (
        <Notice title={orderWords.lost} tone="trouble">
          <p>{seatsInWords(lost.flatMap(({ seats }) => seats))}</p>
        </Notice>
      )}
      {state !== 'cancelled' && (
        <p class="holds-total">
          {orderWords.total} <b>{money(order.total, currency)}</b>
        </p>
      )}
      <ul class="order-payment">
        {paymentSaid(order).map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      {payment.deadline !== undefined && state !== 'cancelled' && (
        <Notice title={orderWords.payBy(longMoment(payment.deadline, timeZone))} />
      )}
    </section>
  );
}

function Line({ line, order, now }: { readonly line: OrderItem; readonly order: OrderView; readonly now: number }) {
  const { currency, timeZone, may, changing } = order;
  const when = shortMoment(line.startsAt, timeZone);
  const at = new URLSearchParams({ performance: line.performance, exchange: order.order, hold: line.hold });
  return (
    <div class={line.outcome === 'returned' ? 'held held-returned' : 'held'}>
      <p class="held-show">
        <b>{line.title}</b> {when}
      </p>
      <ul>
        {line.seats.map((seat) => (
          <li key={seat.id}>
            <span>
              {seatInWords(seat.label)}
              {seat.concession && <small>{seat.concession}</small>}
            </span>
            <i aria-hidden="true" />
            <span>{money(seat.price, currency)}</span>
          </li>
        ))}
      </ul>
      <WhatBecame line={line} order={order} now={now} />
      {may?.exchange && !changing && line.outcome === 'sold' && (
        <p class="held-exchange">
          <a href={`/hall?${at}`} aria-label={orderWords.exchangeFull(`${line.title}, ${when}`)}>
            {orderWords.exchange}
          </a>
        </p>
      )}
    </div>
  );
}
