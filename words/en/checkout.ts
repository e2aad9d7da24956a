import type { sandboxCards } from '../../contracts/order.ts';
import { count, plural } from './written.ts';

const seats = (n: number) => plural(n, { one: '1 seat', other: `${count(n)} seats` });

export const checkoutWords = {
  title: 'Your order',
  held: 'What you hold',
  empty: 'You hold no seats',
  emptyDetail: 'Seats that you hold appear here. If their time ran out they are free again, and you may still choose.',
  noPass: 'This page is for fans whose number has been called',
  noPassDetail:
    'Join the line of an on-sale on the season page. If your time to shop is over, your place in the line is not lost.',
  passOver: 'Your time to shop is over',
  passOverHeld:
    'These seats stay held until their own time is up. Go back to the line and come in again: then you can order them.',
  passOverDetail: 'Your place is not lost: go back to the line and ask for another turn.',
  toLine: 'Back to the line',
  begun: 'You have begun an order of these seats',
  toBegun: 'Go on with that order',
  toOrder: 'To your order',
  toSeason: 'Choose a show',
  total: 'To pay',

  full: 'Full price',
  priceFor: (seat: string) => `Price for ${seat}`,
  reducedBy: (name: string, off: string) => `${name} (−${off})`,
  insteadOf: 'instead of',
  proof: 'Bring proof to the door for the reduced prices',
  reducedLimit:
    'Not every seat of an order may have a reduced price: a price you cannot choose is used up, or needs a wheelchair place.',
  reducedBefore: (name: string, had: number, most: number) =>
    `${name}: one fan may have ${seats(most)} at this price in this on-sale, and your other orders have ${count(had)}.`,
  bring: (name: string, note: string) => `${name}: ${note}`,
  limit: (most: number, left: number) =>
    left === 0
      ? `One fan may have ${seats(most)} in this on-sale: these are yours.`
      : `One fan may have ${seats(most)} in this on-sale: you may add ${count(left)} more.`,
  add: 'Add another performance',

  who: 'Who the tickets are for',
  name: 'Name',
  nameHint: 'As you will say it at the box office.',
  email: 'E-mail',
  emailHint: 'For news about these performances only.',
  phone: 'Telephone (you may leave this out)',
  nameWrong: 'Type the name the tickets are for, in at most 120 characters',
  emailWrong: 'Type an e-mail address such as ada@example.org',
  phoneWrong: 'Use at most 32 characters',

  how: 'How you pay',
  nothingToPay: 'These seats cost nothing. Once you order them they are yours, and there is nothing to pay.',
  'box-office': 'Later, at the box office',
  'box-office-detail':
    'The seats are yours now. Pay by telephone or at the counter before the deadline we show you next; after that they may be given to others.',
  'sandbox-card': 'Now, with a pretend card',
  'sandbox-card-detail': 'For rehearsals: no money moves.',
  cards: {
    approved: 'A card that is approved',
    declined: 'A card that is declined',
    'no-answer': 'A card whose bank answers only when asked again',
    late: 'A card that is approved after the seats have lapsed',
    asks: 'A card whose bank asks you first, and then approves',
    twice: 'A card whose approval is told twice',
    withdrawn: 'A card whose bank takes back its approval',
  } satisfies Record<(typeof sandboxCards)[number], string>,
  card: 'Which card',

  stripe: {
    way: 'Now, by card',
    detail:
      'The box office’s payment provider, Stripe, takes the card in the next step. Your seats stay held meanwhile.',
    title: 'Pay by card',
    hint: 'What you type here goes straight to Stripe. Nothing is charged unless the seats are yours.',
    loading: 'Opening the payment form…',
    pay: 'Pay',
    payPrice: (price: string) => `Pay ${price}`,
    sending: 'Asking your bank…',
    declined: 'The payment did not go through',
    declinedDetail: 'Nothing was charged. Try again, or use another card: your seats are still held.',
    unsure: 'We did not hear what became of the payment',
    unsureDetail: 'Press the button again: you cannot pay twice for this order.',
    unreachable: 'The payment form did not open',
    unreachableDetail: 'Your network or a content blocker may be in the way. Your seats are still held.',
    again: 'Open it again',
  },

  order: (total: string) => `Order for ${total}`,
  ordering: 'Sending your order…',
  again: 'We do not know yet whether your last order arrived. Asking again cannot order twice.',
  askAgain: 'Find out',
  correct: 'Something needs correcting above.',
  cardDeclined: 'The card was declined',
  cardDeclinedDetail:
    'Nothing was charged, and your seats are still held. Try again at once, with another card or another way to pay.',
};

export type CheckoutWords = typeof checkoutWords;
