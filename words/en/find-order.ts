import type { OrderState } from '../../contracts/order.ts';
import { count, plural } from './written.ts';

/* The words for finding an order whose page was lost, by the receipt of a place. */
export const findOrderWords = {
  eyebrow: 'Your orders',
  title: 'Find your order',
  lead: 'The receipt of your place in the line finds every order that was made with it, also when your time to shop is over.',

  looking: 'Looking for your order…',
  found: (n: number) =>
    n === 0 ? 'No order was found.' : plural(n, { one: '1 order was found.', other: `${count(n)} orders were found.` }),
  placedAt: (when: string) => `Ordered: ${when}`,
  states: {
    paying: 'To be paid',
    placed: 'Being made',
    confirmed: 'The seats are yours',
    refused: 'Did not go through',
    cancelled: 'Cancelled',
  } satisfies Record<OrderState, string>,
  open: 'Open this order',
  none: 'We have no order of this place',
  noneDetail:
    'Did you order a moment ago? Then look again in a few seconds. Should your bank show a payment all the same, ask the box office.',
  lookAgain: 'Look again',
  another: 'Use another receipt',

  paste: 'Which place did you have?',
  pasteDetail:
    'The browser in which you joined the line keeps your receipt: open this page there, or paste the receipt here. The e-mail with your tickets has a link to your order as well.',
  receipt: 'Your receipt',
  receiptHint: 'It begins with r2. and is some 350 letters long.',
  find: 'Find my order',
  wrong: {
    nothing: 'Paste a receipt: it begins with r2.',
    unreadable: 'This is no receipt, or a part of it is missing. It begins with r2.',
  },
  noReceipt: 'No receipt, and no e-mail? The box office finds your order by your name.',
  refusals: {
    'receipt-forged': {
      title: 'This is not one of our receipts',
      detail: 'A letter may be missing or changed: copy it again, all of it.',
    },
    'line-unknown': {
      title: 'We do not know the line of this receipt',
      detail: 'It may be of another venue, or of a sale long ago. The box office finds your order by your name.',
    },
  },
};

export type FindOrderWords = typeof findOrderWords;
