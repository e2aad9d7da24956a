import { Fragment } from 'preact';
import type { OrderItem, OrderView } from '../../contracts/order.ts';
import { orderWords } from '../../words/en/order.ts';
import { longMoment, money, shortMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { Notice } from '../elements/notice.tsx';
import { seatInWords, seatsInWords } from '../seat-name.ts';
import { paymentSaid } from './order-said.ts';
import { byPerformance } from './order-seats.ts';
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
      {(['sold', 'asked', 'returned'] as const).flatMap((outcome) =>
        byPerformance(order.items.filter((item) => item.outcome === outcome)).map((lines) => (
          <Lines key={`${outcome} ${lines[0]?.performance}`} lines={lines} order={order} now={now} />
        )),
      )}
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

/** All of an order's holds of one performance, as one block. An exchange is of one hold, and named by its seats. */
function Lines({
  lines,
  order,
  now,
}: {
  readonly lines: readonly OrderItem[];
  readonly order: OrderView;
  readonly now: number;
}) {
  const { currency, timeZone, may, changing } = order;
  const [first] = lines;
  if (!first) return null;
  const when = shortMoment(first.startsAt, timeZone);
  const mayExchange = may?.exchange && !changing && first.outcome === 'sold';
  return (
    <div class={first.outcome === 'returned' ? 'held held-returned' : 'held'}>
      <p class="held-show">
        <b dir="auto">{first.title}</b> {when}
      </p>
      {lines.map((line) => (
        <Fragment key={line.hold}>
          <ul>
            {line.seats.map((seat) => (
              <li key={seat.id}>
                <span>
                  {seatInWords(seat.label)}
                  {seat.concession && <small dir="auto">{seat.concession}</small>}
                </span>
                <i aria-hidden="true" />
                <span>{money(seat.price, currency)}</span>
              </li>
            ))}
          </ul>
          {line.givenBack && <GivenBack seats={line.givenBack} currency={currency} />}
          {mayExchange && (
            <p class="held-exchange">
              <a
                href={`/hall?${new URLSearchParams({ performance: line.performance, exchange: order.order, hold: line.hold })}`}
                aria-label={orderWords.exchangeFull(`${isolated(line.title)}, ${when}: ${seatsInWords(line.seats)}`)}
              >
                {orderWords.exchange}
              </a>
            </p>
          )}
        </Fragment>
      ))}
      {lines[0] && <WhatBecame line={lines[0]} order={order} now={now} />}
    </div>
  );
}

/** Seats whose tickets were given back one by one. */
function GivenBack({
  seats,
  currency,
}: {
  readonly seats: NonNullable<OrderItem['givenBack']>;
  readonly currency: string;
}) {
  return (
    <div class="held-returned">
      <p>{orderWords.givenBackOnes}</p>
      <ul>
        {seats.map((seat) => (
          <li key={seat.id}>
            <span>{seatInWords(seat.label)}</span>
            <i aria-hidden="true" />
            <span>{money(seat.price, currency)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
