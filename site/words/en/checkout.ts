export const checkoutWords = {
  title: 'Your order',
  held: 'What you hold',
  empty: 'You hold no seats',
  emptyDetail: 'Seats that you hold appear here. If their time ran out they are free again, and you may still choose.',
  noPass: 'This page is for fans whose number has been called',
  noPassDetail:
    'Join the line of an on-sale on the season page. If your time to shop is over, your place in the line is not lost.',
  toSeason: 'Choose a show',
  total: 'To pay',

  who: 'Who the tickets are for',
  name: 'Name',
  nameHint: 'As you will say it at the box office.',
  email: 'E-mail',
  emailHint: 'For news about these performances only.',
  phone: 'Telephone (you may leave this out)',
  nameWrong: 'type the name the tickets are for, in at most 120 characters',
  emailWrong: 'type an e-mail address such as ada@example.org',
  phoneWrong: 'use at most 32 characters',

  how: 'How you pay',
  'box-office': 'Later, at the box office',
  'box-office-detail':
    'The seats are yours now. Pay by telephone or at the counter before the deadline we show you next; after that they may be given to others.',
  'sandbox-card': 'Now, with a pretend card',
  'sandbox-card-detail': 'For rehearsals: no money moves.',
  approved: 'A card that is approved',
  declined: 'A card that is declined',
  card: 'Which card',

  order: (total: string) => `Order for ${total}`,
  ordering: 'Sending your order…',
  again: 'We do not know yet whether your last order arrived. Asking again cannot order twice.',
  askAgain: 'Find out',
  correct: 'Something needs correcting above.',
};

export type CheckoutWords = typeof checkoutWords;
