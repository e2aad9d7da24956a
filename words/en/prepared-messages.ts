import type { PreparedMessage } from '../../contracts/prepared-messages.ts';

/** Messages to everybody in a line, which the house can show at once. At most 110 characters: they stand on a phone. */
export const preparedWords = {
  'short-pause': 'We have paused for a few minutes. Nobody loses their place.',
  'payments-slow': 'Payments are slow at the moment. Please wait for the answer, and do not pay twice.',
  'payments-down': 'Card payments do not work at the moment. Nobody is called until they do. Your place is safe.',
  'seats-come-back': 'All seats are in baskets now. Some always come back, so it is worth staying.',
  'calls-are-slow': 'We call more slowly, so that everyone who is in is served well. Your place is safe.',
  'nearly-sold-out': 'Few seats are left. Many of those still waiting may find none.',
  'more-dates': 'More dates go on sale today. Stay in the line: you can choose them too.',
  'doors-later': 'The doors open later than planned. The new time is on this page, and your place is safe.',
  'keep-your-page': 'You need not refresh. This page moves by itself, and refreshing gains nothing.',
  'sold-elsewhere': 'Tickets are sold elsewhere for now. Nobody is called, and your place is safe.',
} satisfies Readonly<Record<PreparedMessage, string>>;

export type PreparedWords = Readonly<Record<PreparedMessage, string>>;
