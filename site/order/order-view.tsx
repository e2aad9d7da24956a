import type { OrderView, Ticket } from '../../contracts/order.ts';
import { codeOf } from '../api.ts';
import { shortMoment } from '../calendar.ts';
import { Frame } from '../elements/frame.tsx';
import { Notice } from '../elements/notice.tsx';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import { WayBack } from '../elements/way-back.tsx';
import { longMoment } from '../format.ts';
import { money } from '../money.ts';
import { seatInWords, seatsInWords } from '../seat-name.ts';
import { orderWords } from '../words/en/order.ts';
import { siteWords } from '../words/en/site.ts';
import type { OrderState } from './order.tsx';
import { longLook } from './order-watch.ts';
import type { TicketCode } from './ticket-code.ts';

interface Acts {
  readonly onFinish: () => void;
  readonly onPrint: () => void;
  readonly onRetry: () => void;
}

export function OrderPage({ state, ...acts }: Acts & { readonly state: OrderState }) {
  const { order, trouble, key, pass, now } = state;
  const elsewhere = key === undefined || codeOf(trouble) === 'order-key-wrong';
  return (
    <Frame venue={order?.lines[0]?.venue} timeLeft={pass && pass.expiresAt - now}>
      {elsewhere && (
        <Notice title={orderWords.notHere} tone="trouble">
          <p>{orderWords.notHereDetail}</p>
          <p>
            <a href="/">{siteWords.toSeason}</a>
          </p>
        </Notice>
      )}
      {!elsewhere && !order && !trouble && <p class="waiting-for-data" aria-busy="true" />}
      {!elsewhere && trouble && (
        <ShopTrouble trouble={trouble}>
          <button type="button" class="button" onClick={acts.onRetry}>
            {siteWords.tryAgain}
          </button>
        </ShopTrouble>
      )}
      {order && <Order order={order} state={state} {...acts} />}
    </Frame>
  );
}

function Order({ order, state, ...acts }: Acts & { readonly order: OrderView; readonly state: OrderState }) {
  const titles = {
    placed: orderWords.placedTitle,
    confirmed: orderWords.confirmedTitle,
    refused: orderWords.refusedTitle,
  };
  return (
    <div class="order">
      <div class="order-head" role="status">
        <h1>{titles[order.state]}</h1>
        {order.state === 'placed' && (
          <p class="lead">{state.looks > longLook ? orderWords.placedLong : orderWords.placedDetail}</p>
        )}
        {order.refusal && <p class="lead">{orderWords[order.refusal]}</p>}
      </div>
      {state.wayBack !== undefined && !state.pass && <WayBack onSale={state.wayBack} />}
      {order.state === 'refused' ? (
        <p class="centred">
          <a class="button" href={order.refusal === 'card-declined' ? '/checkout' : '/'}>
            {order.refusal === 'card-declined' ? orderWords.toCheckout : orderWords.toSeason}
          </a>
        </p>
      ) : (
        <Bill order={order} />
      )}
      {order.tickets.length > 0 && <Tickets order={order} codes={state.codes} onPrint={acts.onPrint} />}
      {order.state === 'confirmed' && <Finish state={state} onFinish={acts.onFinish} />}
    </div>
  );
}

function Bill({ order }: { readonly order: OrderView }) {
  const { payment, timeZone, currency } = order;
  const lost = order.lines.filter(({ outcome }) => outcome === 'lost');
  return (
    <section class="card order-bill">
      <p class="order-reference">
        <span>{orderWords.reference}</span>
        <b>{order.reference}</b>
        <span>{orderWords.referenceHint}</span>
      </p>
      {order.lines
        .filter(({ outcome }) => outcome !== 'lost')
        .map((line) => (
          <div key={line.hold} class="held">
            <p class="held-show">
              <b>{line.title}</b> {shortMoment(line.startsAt, timeZone)}
            </p>
            <ul>
              {line.seats.map((seat) => (
                <li key={seat.id}>
                  <span>{seatInWords(seat.label)}</span>
                  <i aria-hidden="true" />
                  <span>{money(seat.price, currency)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      {lost.length > 0 && (
        <Notice title={orderWords.lost} tone="trouble">
          <p>{seatsInWords(lost.flatMap(({ seats }) => seats))}</p>
        </Notice>
      )}
      <p class="holds-total">
        {orderWords.total} <b>{money(order.total, currency)}</b>
      </p>
      <p class="order-payment">{orderWords[payment.state]}</p>
      {payment.deadline !== undefined && <Notice title={orderWords.payBy(longMoment(payment.deadline, timeZone))} />}
    </section>
  );
}

function Tickets(props: {
  readonly order: OrderView;
  readonly codes: ReadonlyMap<string, TicketCode | 'failed'>;
  readonly onPrint: () => void;
}) {
  const { order, codes, onPrint } = props;
  return (
    <section class="tickets" aria-labelledby="tickets">
      <div class="tickets-head">
        <h2 id="tickets">{orderWords.tickets}</h2>
        <button type="button" class="button button-quiet" onClick={onPrint}>
          {orderWords.print}
        </button>
        <p class="hint">{orderWords.ticketsHint}</p>
      </div>
      {order.tickets.map((ticket) => (
        <TicketStub key={ticket.id} ticket={ticket} order={order} code={codes.get(ticket.code)} />
      ))}
    </section>
  );
}

/** One ticket, as one would tear it off. */
function TicketStub(props: {
  readonly ticket: Ticket;
  readonly order: OrderView;
  readonly code: TicketCode | 'failed' | undefined;
}) {
  const { ticket, order, code } = props;
  return (
    <article class="ticket">
      <div class="ticket-words">
        <p class="ticket-venue">{ticket.venue}</p>
        <h3>{ticket.title}</h3>
        <p class="ticket-when">{longMoment(ticket.startsAt, order.timeZone)}</p>
        <p class="ticket-seat">{seatInWords(ticket.label)}</p>
        <p class="ticket-reference">{order.reference}</p>
      </div>
      <div class="ticket-code">
        {code === undefined && <p class="hint">{orderWords.making}</p>}
        {code === 'failed' && <p>{orderWords.noCode}</p>}
        {code !== undefined && code !== 'failed' && (
          <svg
            viewBox={`0 0 ${code.size} ${code.size}`}
            role="img"
            aria-label={orderWords.code(seatInWords(ticket.label))}
            shape-rendering="crispEdges"
          >
            <rect width={code.size} height={code.size} fill="#ffffff" />
            <path d={code.path} fill="#000000" />
          </svg>
        )}
      </div>
    </article>
  );
}

function Finish({ state, onFinish }: { readonly state: OrderState; readonly onFinish: () => void }) {
  const { pass, finishing, finished, finishTrouble } = state;
  if (finished) {
    return (
      <Notice title={orderWords.thanks} tone="good" role="status">
        <p>{orderWords.thanksDetail}</p>
      </Notice>
    );
  }
  if (!pass) return null;
  return (
    <section class="finish">
      {finishTrouble && <ShopTrouble trouble={finishTrouble} />}
      <p>{orderWords.finishDetail}</p>
      <p class="finish-ways">
        <button type="button" class="button" onClick={onFinish} aria-disabled={finishing}>
          {orderWords.finish}
        </button>
        <a class="button button-quiet" href="/">
          {orderWords.more}
        </a>
      </p>
    </section>
  );
}
