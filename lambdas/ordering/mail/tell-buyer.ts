import { createHash } from 'node:crypto';
import type { OrderAct, OrderView } from '../../../contracts/order.ts';
import type { Message, SendMail } from '../../foundation/mail.ts';
import { type FindHead, headLines } from '../../foundation/mail-head.ts';
import { amend, withAct } from '../order/amend.ts';
import type { OrderRecord } from '../order/order.ts';
import { type OrderingKeys, orderKeyOf } from '../order/order-id.ts';
import type { OrderStore } from '../order/order-store.ts';
import { viewOf } from '../order/order-view.ts';
import { calendarOf } from '../ticket/calendar.ts';
import { endMessage } from './cancelled-or-refused-mail.ts';
import type { MailFoot } from './letter.ts';
import { mailWordsOf } from './mail-words.ts';
import { ticketMessage } from './ticket-mail.ts';

/*
 * Writes to the buyer of an order, once for each thing that they should hear of. These are its tickets, after the order
 * and after each exchange; and that it is over, cancelled or refused after all.
 *
 *     told of this before? ─▶ send ─▶ write down what was sent
 *
 * Sent first and written down after: a crash between the two sends a second mail of the same, and so do two deliveries
 * of one message at the same time. The other order would now and then send none, and somebody would stand at the door
 * without a ticket; that is the greater harm. A print of the ticket ids says which tickets were sent, so that the mail
 * for the order does not count as the mail for an exchange.
 */

export interface TellBuyerDeps {
  readonly store: Pick<OrderStore, 'get' | 'write'>;
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
  /** Undefined: this stage sends no mail. */
  readonly send: SendMail | undefined;
  readonly draw: (order: OrderView) => Promise<Uint8Array>;
  readonly findHead: FindHead;
  /** Of the site, e.g. `https://tickets.example.org`. */
  readonly site: string;
}

/** `nothing`: this stage sends no mail, the buyer has heard already, or there is nothing to tell. */
export type Telling = 'sent' | 'no-such-address' | 'nothing';

/** Throws if the mail service is busy or failed: the message comes again. */
export async function tellBuyer(
  { store, keys, send, draw, findHead, site }: TellBuyerDeps,
  id: string,
  now: number,
): Promise<Telling> {
  if (!send) return 'nothing';
  const order = await store.get(id);
  if (!order) throw new Error(`Order ${id} was announced, and is not known`);
  const news = newsOf(order);
  if (!news || wasTold(order, news)) return 'nothing';

  const view = viewOf(order);
  const url = `${site}/order?id=${id}#key=${orderKeyOf(keys.orderKey, id)}`;
  const { name, email } = order.buyer;
  const head = await findHead(order.onSale, now);
  const foot = headLines({ onSale: order.onSale, head, site }, mailWordsOf(view).language);
  const message =
    news.act === 'tickets-sent'
      ? await ticketMail(view, name, url, { draw, site, foot })
      : endMessage(view, name, url, foot);
  const outcome = await send(email, message);
  if (outcome === 'busy') throw new Error(`The mail service is busy; the buyer of order ${id} waits`);
  // An address that takes no mail is asked once: staff read it in the history, and the order's page says it all.
  const said = outcome === 'sent' ? news.said : 'the address takes no mail';
  await amend(store, id, (latest) => noted(latest, news, said, now), now);
  return outcome;
}

async function ticketMail(
  view: OrderView,
  name: string,
  url: string,
  { draw, site, foot }: Pick<TellBuyerDeps, 'draw' | 'site'> & { readonly foot: MailFoot },
): Promise<Message> {
  return {
    ...ticketMessage(view, name, url, foot),
    attachments: [
      { name: `tickets-${view.reference}.pdf`, type: 'application/pdf', bytes: await draw(view) },
      {
        name: `calendar-${view.reference}.ics`,
        type: 'text/calendar',
        bytes: Buffer.from(calendarOf(view, new URL(site).host)),
      },
    ],
  };
}

interface BuyersNews {
  readonly act: Extract<OrderAct['act'], 'tickets-sent' | 'end-told'>;
  readonly said: string;
  /** Tells it from other news of the kind; empty where there can be no other. */
  readonly print: string;
}

function newsOf(order: OrderRecord): BuyersNews | undefined {
  const { state, refusal, changing, tickets } = order;
  // A declined buyer is still at the page, and tries another card.
  if (state === 'cancelled' || (state === 'refused' && refusal !== 'card-declined'))
    return { act: 'end-told', said: refusal ?? state, print: '' };
  // While it is being changed its tickets may be void. The outcome is announced anew.
  if (state !== 'confirmed' || changing || tickets.length === 0) return undefined;
  return {
    act: 'tickets-sent',
    said: tickets.length === 1 ? '1 ticket' : `${tickets.length} tickets`,
    print: printOf(order),
  };
}

function noted(order: OrderRecord, news: BuyersNews, said: string, now: number): OrderRecord | undefined {
  if (wasTold(order, news)) return undefined;
  const { act, print } = news;
  const note = print === '' ? said : `${said}, ${print}`;
  return { ...order, history: withAct(order.history, { happenedAt: now, by: 'house', act, note }) };
}

/** Eight digits that tell one set of tickets from another. */
function printOf({ tickets }: OrderRecord): string {
  const ids = tickets.map(({ id }) => id).sort();
  return createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 8);
}

function wasTold({ history }: OrderRecord, { act, print }: BuyersNews): boolean {
  return history.some((done) => done.act === act && done.note?.endsWith(print));
}
