import { count, plural } from './written.ts';

export const orderWords = {
  placedTitle: 'Your order is being made',
  placedDetail: 'The seats are being put in your name. This takes a few seconds; you may close the page and come back.',
  placedLong: 'It takes longer than usual. Your order is in; nothing more is needed from you.',
  confirmedTitle: 'See you there',
  refusedTitle: 'This order did not go through',
  'card-declined': 'The card was declined. Nothing was charged, and your seats are still held while their time lasts.',
  'seats-lost': 'The seats had lapsed and somebody else has them now. Nothing was charged.',
  'payment-withdrawn':
    'Your bank took back the payment before it was made. Nothing was charged, and the seats go back on sale.',
  'performance-cancelled': 'The performance is cancelled. Nothing was charged.',
  toCheckout: 'Try another way to pay',
  toSeason: 'Choose again',

  reference: 'Your reference',
  referenceHint: 'Say this to the box office.',
  total: 'Total',
  lost: 'These seats could not be had, and are not charged:',
  payBy: (when: string) =>
    `Pay the box office by ${when}. Until then the seats are yours; after that the order is cancelled and they go back on sale.`,
  promised: 'To pay at the box office',
  captured: 'Paid',
  authorised: 'Payment authorised',
  voided: 'Not charged',
  declined: 'Declined',

  payingTitle: 'One step left: pay',
  payingDetail: 'Your seats stay held while their time lasts. Nothing is charged unless they are yours.',
  otherWay: 'Choose another way to pay',
  sentTitle: 'Your payment is with the bank',
  sentDetail: 'We are hearing from the bank. This takes a few seconds; you may close the page and come back.',
  sentLong: 'It takes longer than usual. Your payment was sent once, and nothing more is needed from you.',
  bankTitle: 'We are waiting for your bank',
  bankDetail: 'Your bank has not answered yet. We keep asking; you may close the page and come back.',
  'not-paid': 'No payment came in time. Nothing was charged. If your seats are still held, you may order them again.',
  toPayAgain: 'Back to your seats',
  pending: 'Waiting for payment',
  expired: 'Not paid in time: nothing is owed',
  refunding: 'What you paid is on its way back to you',
  refunded: 'What you paid was given back',
  givenBack: (amount: string) =>
    `${amount} was given back to the way you paid. Your bank may take up to ten days to show it.`,
  due: (amount: string) => `${amount} more is to be paid at the box office.`,

  performanceOff: 'This performance does not take place',
  performanceOffDetail: 'Its tickets no longer open the door.',
  houseSays: (reason: string) => `The box office says: “${reason}”`,
  movedFrom: (before: string) => `Moved. It was to be ${before}.`,
  returnUntil: (when: string) =>
    `If that does not suit you, give the seats back by ${when}, and get back all that you paid for them.`,
  otherDates: 'A date that is offered instead',
  giveBackOf: (what: string) => `Give back the tickets for ${what}`,
  choice: {
    title: 'Another date, or your money back',
    until: (when: string) => `Choose by ${when}. If you choose nothing, you get your money back then.`,
    untilPromise: (when: string) =>
      `Choose by ${when}. If you choose nothing, its seats are off your order then, and you owe nothing for them.`,
    seats:
      'At another date you get the best free seats in the same price category. They cost you nothing more; if they cost less, you get the difference back.',
    dates: 'What shall it be?',
    money: (amount: string) => `No other date: ${amount} back`,
    nothing: 'No other date: I owe nothing',
    noDates: 'None of the dates can be had any more.',
    confirm: 'Confirm my choice',
    confirming: 'Confirming…',
    headline: 'Please choose',
    headlineDetail: 'This performance does not take place. Choose another date, or your money back.',
    finding: 'Seats are being found for you',
    findingDetail: 'This takes a few seconds. If there are none, you may choose again.',
    noSeats: 'This date has no seats for you',
    noSeatsDetail:
      'There are not enough free seats of your kind at that date now. Choose another date, or your money back.',
    waits: (amount: string) => `${amount} waits for your choice`,
    instead: 'In place of the performance that was cancelled',
    atLink: (when: string) =>
      `Choose another date or your money back by ${when}: open the link in your e-mail, or ask the box office.`,
  },
  cancelledTitle: 'This order is cancelled',
  cancelledDetail: 'Its tickets no longer open the door, and its seats are on sale again.',
  expiredTitle: 'The time to pay has passed',
  expiredDetail: 'The box office was not paid by the deadline, so the seats are on sale again. You owe nothing.',
  cancelling: 'Your tickets are being given back',
  cancellingDetail: 'This takes a few seconds. The tickets no longer open the door.',
  exchanging: 'Your seats are being exchanged',
  exchangingDetail: 'This takes a few seconds. If the new seats are gone, you keep those you have.',
  notGivenBack: 'These tickets could not be given back',
  notGivenBackDetail: 'One of them has opened the door, so the order stands as it was.',
  notExchanged: 'The exchange did not happen',
  notExchangedDetail: {
    'seats-taken': 'Somebody was quicker with the new seats. You keep the seats you had, at the price you had.',
    'ticket-used': 'A ticket of this order has opened the door. You keep the seats you had.',
  },

  payOverTitle: 'The time to pay is over',
  payOverDetail: 'Nothing was charged, and this order is not made.',
  bankAsksTitle: 'Your bank is asking you',
  bankAsksDetail: 'Answer it, in its app perhaps. Your seats wait for the answer.',
  bankAsksUntil: (when: string) => `Your seats stay yours until ${when} while the bank asks.`,
  exchanged: 'Your seats are exchanged',
  exchangedDetail: 'The tickets below are your new ones. The old ones no longer open the door.',
  mailed: 'We send the tickets to your e-mail address too. The link in that mail opens this page again, on any device.',

  change: 'If your plans change',
  exchange: 'Exchange seats',
  exchangeFull: (what: string) => `Exchange seats: ${what}`,
  giveBack: 'Give these tickets back',
  giveBackSome: 'Give some of them back',
  giveBackWhich: 'Which tickets go back?',
  giveBackOthers: 'The other tickets stay as they are.',
  givenBackOnes: 'Given back',
  giveBackTitle: 'Give these tickets back?',
  giveBackWhat: (n: number) =>
    plural(n, {
      one: 'The ticket stops opening the door, and the seat goes to somebody else at once.',
      other: `${n === 2 ? 'Both' : `All ${count(n)}`} tickets stop opening the door, and the seats go to others at once.`,
    }),
  giveBackMoney: (amount: string) =>
    `You get ${amount} back, to the way you paid. Your bank may take up to ten days to show it.`,
  giveBackPromise: 'You have not paid yet, and will owe nothing.',
  giveBackYes: 'Yes, give them back',
  givingBack: 'Giving them back…',
  giveBackNo: 'Keep them',

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

  notHere: 'This browser does not have the key to this order',
  notHereDetail:
    'An order opens for the person who made it alone: with the link in their e-mail, or with the receipt of their place in the line.',
};

export type OrderWords = typeof orderWords;
