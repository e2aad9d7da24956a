import type { OrderView, Ticket } from '../../contracts/order.ts';
import { orderWords } from '../../words/en/order.ts';
import { ticketsWords } from '../../words/en/tickets.ts';
import { longMoment, money } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { priceOnTicket } from '../../words/price-on-ticket.ts';
import { seatInWords } from '../seat-name.ts';
import type { OrderFileKind } from './keep-file.gateway.ts';
import { type Keeping, KeepTickets } from './keep-tickets.tsx';
import type { DrawnCode } from './ticket-code.ts';

/** All tickets of an order: to show at the door, to print, to keep. */
export function Tickets(
  props: Keeping & {
    readonly order: OrderView;
    readonly codes: ReadonlyMap<string, DrawnCode | 'failed'>;
    readonly onPrint: () => void;
    readonly onKeep: (kind: OrderFileKind) => void;
  },
) {
  const { order, codes, onPrint, ...keep } = props;
  return (
    <section class="tickets" aria-labelledby="tickets">
      <div class="tickets-head">
        <h2 id="tickets">{orderWords.tickets}</h2>
        <button type="button" class="button button-quiet" onClick={onPrint}>
          {orderWords.print}
        </button>
        <p class="hint">{orderWords.ticketsHint}</p>
        {!order.changing && <KeepTickets {...keep} />}
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
  readonly code: DrawnCode | 'failed' | undefined;
}) {
  const { ticket, order, code } = props;
  const price = priceOnTicket(ticket.code, ticketsWords, money);
  return (
    <article class="ticket">
      <div class="ticket-words">
        <p class="ticket-venue" dir="auto">
          {ticket.venue}
        </p>
        <h3 dir="auto">{ticket.title}</h3>
        <p class="ticket-when">{longMoment(ticket.startsAt, order.timeZone)}</p>
        <p class="ticket-seat">{seatInWords(ticket.label)}</p>
        {ticket.concession && <p class="ticket-concession">{ticketsWords.proof(isolated(ticket.concession))}</p>}
        {price !== undefined && <p class="ticket-price">{price}</p>}
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
