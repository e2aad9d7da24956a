import { createHash } from 'node:crypto';
import type { OrderView } from '../../contracts/order.ts';
import type { SendMail } from '../foundation/mail.ts';
import { amend, withAct } from './amend.ts';
import { calendarOf } from './calendar.ts';
import type { OrderRecord } from './order.ts';
import { type OrderingKeys, orderKeyOf } from './order-id.ts';
import type { OrderStore } from './order-store.ts';
import { viewOf } from './order-view.ts';
import { ticketMessage } from './ticket-words.ts';

/*
 * Sending an order's tickets to its buyer, once for each set of tickets it has had: after the order, and after
 * each exchange.
 *
 *     sent these before? ─▶ send ─▶ write down which were sent
 *
 * Sent first and written down after: a crash between the two sends a second mail of the same tickets, and so do two
 * deliveries of one message at the same time. The other order would now and then send none, and somebody would
 * stand at the door without a ticket; that is the greater harm. Which tickets were sent is told by a print of their
 * ids, so that the mail for an exchange is not taken for sent because the one for the order was.
 */

export interface SendTicketsPorts {
  readonly store: Pick<OrderStore, 'get' | 'write'>;
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
  /** Undefined: this stage sends no mail. */
  readonly send: SendMail | undefined;
  readonly draw: (order: OrderView) => Promise<Uint8Array>;
  /** Of the site, e.g. `https://tickets.example.org`. */
  readonly site: string;
}

/** `nothing`: this stage sends no mail, they were sent before, or the order has no tickets (any more). */
export type Sending = 'sent' | 'no-such-address' | 'nothing';

/** Throws if the mail service is busy or failed: the message comes again. */
export async function sendTickets(
  { store, keys, send, draw, site }: SendTicketsPorts,
  id: string,
  now: number,
): Promise<Sending> {
  if (!send) return 'nothing';
  const order = await store.get(id);
  if (!order) throw new Error(`Tickets of order ${id} were announced, which is not known`);
  // While it is being changed its tickets may be void; what becomes of it is announced anew.
  if (order.state !== 'confirmed' || order.changing || order.tickets.length === 0) return 'nothing';
  const print = printOf(order);
  if (wasSent(order, print)) return 'nothing';

  const view = viewOf(order);
  const url = `${site}/order?id=${id}#key=${orderKeyOf(keys.orderKey, id)}`;
  const outcome = await send(order.buyer.email, {
    ...ticketMessage(view, order.buyer.name, url),
    attachments: [
      { name: `tickets-${view.reference}.pdf`, type: 'application/pdf', bytes: await draw(view) },
      {
        name: `calendar-${view.reference}.ics`,
        type: 'text/calendar',
        bytes: Buffer.from(calendarOf(view, new URL(site).host)),
      },
    ],
  });
  if (outcome === 'busy') throw new Error(`The mail service is busy; tickets of order ${id} wait`);
  // An address that takes no mail is asked once: staff read it in the history, and the order's page has the tickets.
  const said = outcome === 'sent' ? countOf(order) : 'the address takes no mail';
  await amend(store, id, (latest) => noted(latest, print, `${said}, ${print}`, now), now);
  return outcome;
}

function noted(order: OrderRecord, print: string, note: string, now: number): OrderRecord | undefined {
  if (wasSent(order, print)) return undefined;
  return { ...order, history: withAct(order.history, { at: now, by: 'house', act: 'tickets-sent', note }) };
}

const countOf = ({ tickets }: OrderRecord) => (tickets.length === 1 ? '1 ticket' : `${tickets.length} tickets`);

/** Eight digits that tell one set of tickets from another. */
function printOf({ tickets }: OrderRecord): string {
  const ids = tickets.map(({ id }) => id).sort();
  return createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 8);
}

function wasSent({ history }: OrderRecord, print: string): boolean {
  return history.some(({ act, note }) => act === 'tickets-sent' && note?.endsWith(print));
}
