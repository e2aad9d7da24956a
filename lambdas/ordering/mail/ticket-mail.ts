import type { OrderView } from '../../../contracts/order.ts';
import { isolated } from '../../../words/isolated.ts';
import { priceOnTicket } from '../../../words/price-on-ticket.ts';
import { seatNamed } from '../../../words/seat-name.ts';
import type { Message } from '../../foundation/mail.ts';
import { letterOf, type MailFoot, showsOf, titlesOf } from './letter.ts';
import { type MailWords, mailWordsOf } from './mail-words.ts';

/**
 * The e-mail that brings the tickets: the seats, and the address where they are seen. It carries no code in its text,
 * so that what is quoted or forwarded opens no door.
 */
export function ticketMessage(
  order: OrderView,
  name: string,
  url: string,
  foot?: MailFoot,
): Omit<Message, 'attachments'> {
  const words = mailWordsOf(order);
  const { reference, tickets } = order;
  const shows = showsOf(tickets, order, words, ({ concession, code }, seat) => {
    const named = concession === undefined ? seat : `${seat} (${words.ticket.proof(isolated(concession))})`;
    const price = priceOnTicket(code, words.ticket, words.written.money);
    return price === undefined ? named : `${named}: ${price}`;
  });
  const letter = {
    subject: words.ticketsSubject(titlesOf(shows), reference),
    name,
    opening: words.tickets(tickets.length),
    shows,
    mind: [...lost(order, words), ...payBy(order, words)],
    look: words.look,
    url,
    care: words.care,
    reference,
    foot,
  };
  return letterOf(letter, words);
}

function lost({ items }: OrderView, { order, seats: names }: MailWords): readonly string[] {
  const seats = items
    .filter(({ outcome }) => outcome === 'lost')
    .flatMap((item) => item.seats.map(({ label }) => seatNamed(label, names)));
  return seats.length === 0 ? [] : [`${order.lost} ${seats.join('; ')}.`];
}

/** With a promise: until when. */
export function payBy({ payment: { state, deadline }, timeZone }: OrderView, words: MailWords): readonly string[] {
  if (state !== 'promised' || deadline === undefined) return [];
  return [words.order.payBy(words.written.longMoment(deadline, timeZone))];
}
