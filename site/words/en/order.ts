export const orderWords = {
  placedTitle: 'Your order is being made',
  placedDetail: 'The seats are being put in your name. This takes a few seconds; you may close the page and come back.',
  placedLong: 'It takes longer than usual. Your order is in; nothing more is needed from you.',
  confirmedTitle: 'See you there',
  refusedTitle: 'This order did not go through',
  'card-declined': 'The card was declined. Nothing was charged, and your seats are still held while their time lasts.',
  'seats-lost': 'The seats had lapsed and somebody else has them now. Nothing was charged.',
  toCheckout: 'Try another way to pay',
  toSeason: 'Choose again',

  reference: 'Your reference',
  referenceHint: 'Say this on the telephone.',
  total: 'Total',
  lost: 'These seats could not be had, and are not charged:',
  payBy: (when: string) =>
    `Pay the box office by ${when}. Until then the seats are yours; after that they may be given to others.`,
  promised: 'To pay at the box office',
  captured: 'Paid',
  authorised: 'Payment authorised',
  voided: 'Not charged',
  declined: 'Declined',

  tickets: 'Tickets',
  ticketsHint: 'Show the code at the door, on this screen or on paper. Each opens the door once.',
  print: 'Print',
  code: (label: string) => `Ticket code for ${label}`,
  making: 'Drawing the code…',
  noCode: 'The code could not be drawn on this device. Say your reference at the box office.',

  finish: 'I have finished shopping',
  finishDetail: 'Giving your time back lets the next person in sooner.',
  more: 'Add another performance',
  thanks: 'Thank you',
  thanksDetail: 'Somebody further back has just moved up. Your tickets stay on this page.',

  notHere: 'This order is kept in another browser',
  notHereDetail:
    'For your safety an order can be opened only where it was made. Telephone the box office with your reference and they will help.',
};

export type OrderWords = typeof orderWords;
