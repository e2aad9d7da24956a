/* The words of choosing and ordering seats without JavaScript. */
export const plainShopWords = {
  toSeats: 'Choose seats here',
  title: 'Your seats',
  noPass: 'You have no pass just now',
  noPassDetail:
    'Seats are held for fans whose number was called and who took their pass. Your page of the line says how you stand.',
  toLine: 'Back to the line',
  toOrders: 'Your orders',

  which: 'Which performance?',
  none: 'Nothing of this line is on sale just now.',
  other: 'Another performance',
  howMany: 'How many seats?',
  price: 'At which price?',
  anyPrice: 'Any price: the best seats there are',
  each: (category: string, price: string) => `${category}: ${price} each`,
  fullPrice:
    'These are full prices. For reduced prices, or to point at a seat on the plan, use the full page or ask the box office.',
  find: 'Find the best seats',
  noneLeft: 'You have as many seats as one fan may have here.',
  lapsed: 'The time for your seats is over',
  lapsedDetail: 'You may still choose.',

  finding: 'We are looking for your seats',
  findingDetail: 'This page comes anew in a few seconds and tells you.',
  heldUntil: (time: string) => `Held for you until ${time}.`,
  letGo: 'Let these go',
  lettingGo: 'These seats are being given back.',
  together: (amount: string) => `Together ${amount}`,
  goOn: 'Go on to order',

  orderTitle: 'Order these seats',
  payLater:
    'You pay at the box office. We write to you by when; until then the seats are yours. To pay by card, use the full page.',
  name: 'Name',
  nameHint: 'As you will say it at the box office.',
  email: 'E-mail',
  emailHint: 'Your order goes there.',
  fill: {
    name: 'Type the name the tickets are for, in at most 120 characters.',
    email: 'Type an e-mail address such as ada@example.org.',
  },
  order: (amount: string) => `Order for ${amount}`,
  cardsOnly: 'Paying needs the full page',
  cardsOnlyDetail:
    'Payment here is by card only, and that needs JavaScript. Your seats stay held: open the full page on a phone or computer that has it and join as you did here, or ask the box office.',
  ordersTitle: 'Your orders in this line',
  noOrders: 'You have ordered nothing in this line yet.',
  payOnFullPage: 'Pay for it on the full page, on a phone or computer that has JavaScript.',
  ticketsByMail: 'Your tickets came by e-mail. Show their codes at the door, or say your reference.',
};

export type PlainShopWords = typeof plainShopWords;
