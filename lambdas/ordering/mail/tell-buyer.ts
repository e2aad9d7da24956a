import { createHash } from 'node:crypto';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { OrderAct, OrderView } from '../../../contracts/order.ts';
import { isTrial } from '../../../contracts/trial.ts';
import type { Message, SendMail } from '../../foundation/mail.ts';
import { type FindHead, headLines } from '../../foundation/mail-head.ts';
import { amend, withAct } from '../order/amend.ts';
import type { OrderRecord } from '../order/order.ts';
import { type OrderingKeys, orderKeyOf } from '../order/order-id.ts';
import type { OrderStore } from '../order/order-store.ts';
import { viewOf } from '../order/order-view.ts';
import type { FindPerformance } from '../order/performances.ts';
import { calendarOf } from '../ticket/calendar.ts';
import { boxOfficeLines, type FindBoxOffice } from './box-office-lines.ts';
import { endMessage } from './cancelled-or-refused-mail.ts';
import type { MailFoot } from './letter.ts';
import { mailWordsOf } from './mail-words.ts';
import { performanceMessage } from './performance-mail.ts';
import { ticketMessage } from './ticket-mail.ts';

/*
 * Writes to the buyer of an order, once for each thing that they should hear of. These are its tickets, after the order
 * and after each exchange; that a performance was cancelled or moved; and that it is over, cancelled or refused after all.
 *
 *     told of this before? ─▶ send ─▶ write down what was sent
 *          ▲ staff ask for it again: only what comes after that counts
 *
 * Sent first and written down after: a crash between the two sends a second mail of the same, and so do two deliveries
 * of one message at the same time. The other order would now and then send none, and somebody would stand at the door
 * without a ticket; that is the greater harm. A print of the ticket ids says which tickets were sent, so that the mail
 * for the order does not count as the mail for an exchange. An item of a performance that was cancelled or moved is
 * `untold` until its letter was sent; that letter brings the tickets as they are then.
 */

export interface TellBuyerDeps {
  readonly store: Pick<OrderStore, 'get' | 'write'>;
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
  /** Undefined: this stage sends no mail. */
  readonly send: SendMail | undefined;
  readonly draw: (order: OrderView) => Promise<Uint8Array>;
  readonly findHead: FindHead;
  readonly findBoxOffice: FindBoxOffice;
  /** Of those that are offered in place of others. */
  readonly findPerformance: FindPerformance;
  /** Of the site, e.g. `https://tickets.example.org`. */
  readonly site: string;
}

/** `nothing`: this stage sends no mail, the buyer is a trial's, has heard already, or there is nothing to tell. */
export type Telling = 'sent' | 'no-such-address' | 'not-verified' | 'nothing';

/** Throws if the mail service is busy or failed: the message comes again. */
export async function tellBuyer(
  { store, keys, send, draw, findHead, findBoxOffice, findPerformance, site }: TellBuyerDeps,
  id: string,
  now: number,
): Promise<Telling> {
  if (!send) return 'nothing';
  const order = await store.get(id);
  if (!order) throw new Error(`Order ${id} was announced, and is not known`);
  if (isTrial(order.onSale)) return 'nothing';
  const news = newsOf(order);
  if (!news || wasTold(order, news)) return 'nothing';

  const view = viewOf(order);
  const url = `${site}/order?id=${id}#key=${orderKeyOf(keys.orderKey, id)}`;
  const { name, email } = order.buyer;
  const head = await findHead(order.onSale, now);
  const { language } = mailWordsOf(view);
  const feet = [
    boxOfficeLines(await findBoxOffice(now), language),
    headLines({ onSale: order.onSale, head, site }, language),
  ];
  const foot = { text: feet.flatMap(({ text }) => text), html: feet.flatMap(({ html }) => html) };
  const offers = await offersOf(order, findPerformance, now);
  const message = await messageOf(news, view, { name, url, draw, site, foot, offers });
  const outcome = await send(email, message);
  if (outcome === 'busy') throw new Error(`The mail service is busy; the buyer of order ${id} waits`);
  // An address that takes no mail is asked once: staff read it in the history, and the order's page says it all.
  const said = { sent: news.said, ...notTaken }[outcome];
  // What went to an address that staff corrected meanwhile has told nobody: the corrected one has an announcement of its own.
  const sameBuyer = (latest: OrderRecord) => latest.buyer.email === email;
  await amend(store, id, (latest) => (sameBuyer(latest) ? noted(latest, news, said, now) : undefined), now);
  return outcome;
}

export const notTaken = {
  'no-such-address': 'the address takes no mail',
  'not-verified': 'not sent: SES is in its sandbox, and this address is not verified there',
} as const;

async function messageOf(
  { act, about }: BuyersNews,
  view: OrderView,
  {
    draw,
    ...letter
  }: {
    readonly name: string;
    readonly url: string;
    readonly draw: TellBuyerDeps['draw'];
    readonly site: string;
    readonly foot: MailFoot;
    readonly offers: readonly PerformanceFile[];
  },
): Promise<Message> {
  const { name, url, site, foot } = letter;
  if (act === 'tickets-sent') return { ...ticketMessage(view, name, url, foot), ...(await files(view, draw, site)) };
  if (act === 'performance-told') {
    const news = view.items.filter(({ hold }) => about.includes(hold));
    return { ...performanceMessage(view, news, letter), ...(await files(view, draw, site)) };
  }
  const end = endMessage(view, name, url, foot, letter);
  return view.items.some(({ cancelled }) => cancelled) ? { ...end, attachments: [calendarFile(view, site)] } : end;
}

/** What is offered in place of the performances of which the buyer has not heard that they were cancelled. */
async function offersOf(
  { items }: OrderRecord,
  find: FindPerformance,
  now: number,
): Promise<readonly PerformanceFile[]> {
  const ids = new Set(items.flatMap(({ untold, cancelled }) => (untold ? (cancelled?.instead ?? []) : [])));
  const found = await Promise.all([...ids].map((id) => find(id, now)));
  return found.flatMap((file) => (file && !file.cancelled && file.startsAt > now ? [file] : []));
}

async function files(
  view: OrderView,
  draw: TellBuyerDeps['draw'],
  site: string,
): Promise<Pick<Message, 'attachments'>> {
  if (view.tickets.length === 0) return { attachments: [calendarFile(view, site)] };
  const tickets = { name: `tickets-${view.reference}.pdf`, type: 'application/pdf', bytes: await draw(view) };
  return { attachments: [tickets, calendarFile(view, site)] };
}

function calendarFile(view: OrderView, site: string) {
  return {
    name: `calendar-${view.reference}.ics`,
    type: 'text/calendar',
    bytes: Buffer.from(calendarOf(view, new URL(site).host)),
  };
}

interface BuyersNews {
  readonly act: Extract<OrderAct['act'], 'tickets-sent' | 'performance-told' | 'end-told'>;
  readonly said: string;
  /** Tells it from other news of the kind; empty where there can be no other. */
  readonly print: string;
  /** Holds whose performance was cancelled or moved, and that it tells of. */
  readonly about: readonly string[];
}

function newsOf(order: OrderRecord): BuyersNews | undefined {
  // Nobody is left to be written to.
  if (order.erasedAt !== undefined) return undefined;
  const { state, refusal, changing, tickets, items } = order;
  const about = items.filter(({ untold }) => untold).map(({ hold }) => hold);
  // A declined buyer is still at the page, and tries another card.
  if (state === 'cancelled' || (state === 'refused' && refusal !== 'card-declined'))
    return { act: 'end-told', said: refusal ?? state, print: '', about };
  // While it is being changed its tickets may be void. The outcome is announced anew.
  if (state !== 'confirmed' || changing || (tickets.length === 0 && about.length === 0)) return undefined;
  const said = tickets.length === 1 ? '1 ticket' : `${tickets.length} tickets`;
  return { act: about.length > 0 ? 'performance-told' : 'tickets-sent', said, print: printOf(order), about };
}

function noted(order: OrderRecord, news: BuyersNews, said: string, now: number): OrderRecord | undefined {
  if (wasTold(order, news)) return undefined;
  const { act, print, about } = news;
  const note = print === '' ? said : `${said}, ${print}`;
  // An act that came after the letter was written is still to be told.
  const isTold = act === 'end-told' || printOf(order) === print;
  const items = order.items.map((item) => {
    const { untold: _, ...told } = item;
    return isTold && about.includes(item.hold) ? told : item;
  });
  return { ...order, items, history: withAct(order.history, { happenedAt: now, by: 'house', act, note }) };
}

/** Eight digits that tell one set of tickets from another, and tickets before a move from those after it. */
function printOf({ tickets, items, choices }: OrderRecord): string {
  const ids = tickets.map(({ id }) => id).sort();
  const moves = items.flatMap(({ hold, moved }) => (moved ? [`${hold}@${moved.number}`] : []));
  const chosen = (choices ?? []).map(({ performance }) => `${performance}?`);
  return createHash('sha256')
    .update([...ids, ...moves, ...chosen].join(' '))
    .digest('hex')
    .slice(0, 8);
}

function wasTold({ history, items }: OrderRecord, { act, print, about }: BuyersNews): boolean {
  if (act === 'performance-told') return !items.some(({ hold, untold }) => untold && about.includes(hold));
  const same = act === 'end-told' ? ['end-told'] : ['tickets-sent', 'performance-told'];
  // What staff want sent again counts as not sent.
  const asked = history.findLastIndex((done) => done.act === 'mail-asked');
  return history.slice(asked + 1).some((done) => same.includes(done.act) && done.note?.endsWith(print));
}

/** Whether there is something to write to the buyer about, and whether that was done. */
export function tellingOf(order: OrderRecord): 'nothing' | 'told' | 'waits' {
  const news = newsOf(order);
  if (!news) return 'nothing';
  return wasTold(order, news) ? 'told' : 'waits';
}
