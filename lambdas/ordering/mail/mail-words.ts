import { languages } from '../../../contracts/languages.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { orderWords } from '../../../words/all/order.ts';
import { orderMailWords } from '../../../words/all/order-mails.ts';
import { seatWords } from '../../../words/all/seats.ts';
import { ticketsWords } from '../../../words/all/tickets.ts';
import { written } from '../../../words/all/written.ts';

/** The words of an e-mail about this order, in its language: words of its own, and those of the order's page. */
export function mailWordsOf({ language = languages[0] }: Pick<OrderView, 'language'>) {
  return {
    ...orderMailWords[language],
    language,
    order: orderWords[language],
    ticket: ticketsWords[language],
    seats: seatWords[language],
    written: written[language],
  };
}

export type MailWords = ReturnType<typeof mailWordsOf>;
