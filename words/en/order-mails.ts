import type { OrderRefusal } from '../../contracts/order.ts';
import { count, plural } from './written.ts';

/*
 * The words of the e-mails about an order that its page does not have (order.ts, tickets.ts). A greeting ends as
 * letters of the language have it, and the opening goes on from there.
 */
export const orderMailWords = {
  ticketsSubject: (titles: string, reference: string) => `Your tickets: ${titles} (${reference})`,
  cancelledSubject: (titles: string, reference: string) => `Cancelled: ${titles} (${reference})`,
  refusedSubject: (titles: string, reference: string) => `Not ordered: ${titles} (${reference})`,
  movedSubject: (titles: string, reference: string) => `Moved: ${titles} (${reference})`,
  dear: (name: string) => `Dear ${name},`,

  tickets: (n: number) =>
    plural(n, {
      one: 'here is your ticket. Show its code at the door, on a screen or on paper; it opens the door once.',
      other: `here are your ${count(n)} tickets. Show each code at the door, on a screen or on paper; it opens the door once.`,
    }),
  look: 'See your order, give it back or exchange seats:',
  care: 'The link and the tickets are for you: whoever has them can use them.',

  refused: {
    'card-declined': 'your order did not go through: the card was declined. Nothing was charged.',
    'seats-lost':
      'your order did not go through: the seats had lapsed, and somebody else has them now. Nothing was charged.',
    'not-paid': 'your order did not go through: no payment came in time. Nothing was charged.',
    'payment-withdrawn':
      'your order did not go through: your bank took back the payment before it was made. Nothing was charged, and the seats go back on sale.',
    'performance-cancelled': 'your order did not go through: the performance is cancelled. Nothing was charged.',
  } satisfies Record<OrderRefusal, string>,
  expired:
    'your order was not paid by its deadline. It is cancelled, nothing is owed, and its tickets open the door no more.',
  cancelled: 'your order is cancelled, and its tickets open the door no more.',
  notCharged: 'Nothing was charged.',
  backAtBoxOffice: (amount: string) => `${amount} was paid at the box office, and is given back there.`,
  performanceCancelled: (reason: string) =>
    `the performance named here does not take place. The box office says: “${reason}” Its tickets open the door no more.`,
  performanceMoved: (reason: string) =>
    `your performance has moved: the new day, time and place are named here. The box office says: “${reason}” Your tickets stay valid.`,
  performanceMovedToo: (reason: string) =>
    `Another performance of your order has moved: its new day, time and place are named here as well. The box office says: “${reason}”`,
  isCancelled: 'cancelled',
  wasBefore: (before: string) => `It was to be: ${before}.`,
  mayReturn: (when: string) =>
    `If that does not suit you, give the seats back on your order’s page by ${when}, and get back all that you paid for them.`,
  chooseSubject: (titles: string, reference: string) => `Cancelled, please choose: ${titles} (${reference})`,
  choose: (when: string) =>
    `You have the choice: another date at no extra cost, or your money back. Choose on your order’s page by ${when}.`,
  choosePromise: (when: string) =>
    `You have the choice: another date in its place, or nothing, and you owe nothing for it. Choose on your order’s page by ${when}.`,
  chooseSilent: (amount: string) => `If you choose nothing, we give ${amount} back to you then.`,
  chooseDates: 'These are the dates to choose from:',
  lookToChoose: 'Choose here:',
  offered: 'The box office offers these dates instead:',
  ticketsStay: 'Your tickets, as they are valid now, are attached.',
  owedNothing: 'You owe nothing for its seats.',
  lookAtEnd: 'See your order:',

  button: 'See your order',
  reference: (reference: string) => `Your reference is ${reference}. Say it to the box office.`,
};

export type OrderMailWords = typeof orderMailWords;
