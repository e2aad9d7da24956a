import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { OrderView } from '../../../contracts/order.ts';
import type { Message } from '../../foundation/mail.ts';
import { letterOf, type MailFoot, showsOf, titlesOf } from './letter.ts';
import { type MailWords, mailWordsOf } from './mail-words.ts';
import { offersIn, reasonsOf } from './performance-mail.ts';

/**
 * The e-mail that says that an order is over, why, and what becomes of the money.
 *
 * @param offers Performances that are offered in place of those that were cancelled.
 */
export function endMessage(
  order: OrderView,
  name: string,
  url: string,
  foot?: MailFoot,
  { offers, site }: { readonly offers: readonly PerformanceFile[]; readonly site: string } = { offers: [], site: '' },
): Omit<Message, 'attachments'> {
  const words = mailWordsOf(order);
  const { reference, state, items } = order;
  const shows = showsOf(
    items.flatMap(({ seats, ...item }) => seats.map(({ label }) => ({ ...item, label }))),
    order,
    words,
  );
  const subject = state === 'cancelled' ? words.cancelledSubject : words.refusedSubject;
  const letter = {
    subject: subject(titlesOf(shows), reference),
    name,
    opening: state === 'cancelled' ? cancelledBecause(order, words) : words.refused[order.refusal ?? 'seats-lost'],
    shows,
    mind: offersIn(offers, site, words),
    look: words.lookAtEnd,
    url,
    reference,
    foot,
  };
  return letterOf(letter, words);
}

function cancelledBecause(order: OrderView, words: MailWords): string {
  const off = order.items.filter(({ cancelled }) => cancelled);
  if (off.length > 0) return `${words.performanceCancelled(reasonsOf(off))} ${moneyBack(order, words)}`;
  return order.payment.state === 'expired' ? words.expired : `${words.cancelled} ${moneyBack(order, words)}`;
}

function moneyBack({ payment, currency }: OrderView, { written, order, notCharged, backAtBoxOffice }: MailWords) {
  const { method, refunded = 0 } = payment;
  if (refunded === 0) return notCharged;
  const amount = written.money(refunded, currency);
  return method === 'box-office' ? backAtBoxOffice(amount) : order.givenBack(amount);
}
