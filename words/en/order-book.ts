import type { OrderAct, OrderActor, OrderState, PaymentMethod, PaymentState, StaffAct } from '../../contracts/order.ts';
import { clockWithSeconds } from '../writing.ts';
import { count, shortDate } from './written.ts';

const orders = (n: number) => (n === 1 ? '1 order' : `${count(n)} orders`);
const seats = (n: number) => (n === 1 ? '1 seat' : `${count(n)} seats`);

export const bookWords = {
  title: 'Order book',
  key: 'Staff key',
  keyHint: 'It is kept in this tab only, and forgotten when you close it.',
  open: 'Open the book',
  opening: 'Opening…',
  close: 'Close the book',
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  search: 'Search the book',
  searchHint: 'Reference, name, e-mail, telephone, show or seat.',
  found: (n: number, of: number) => (n === of ? orders(of) : `${count(n)} of ${orders(of)}`),
  none: 'No orders yet',
  noneDetail: 'Orders appear here, newest first, as soon as they are placed.',
  searching: 'Searching older orders…',
  searched: (n: number) => `${orders(n)} read so far, newest first.`,
  noMatch: 'No order matches',
  more: 'Older orders',
  moreMatches: 'Search older orders',
  newestOnly: (n: number) => `Only the newest ${count(n)} are shown. Type to find others.`,

  placed: 'Placed',
  who: 'Who',
  what: 'What',
  total: 'Total',
  payment: 'Payment',
  reference: 'Reference',
  caption: 'Orders, newest first',
  tickets: (n: number) => (n === 1 ? '1 ticket' : `${count(n)} tickets`),
  by: (when: string) => `by ${when}`,
  states: {
    paying: 'being paid',
    placed: 'being made',
    confirmed: 'confirmed',
    refused: 'refused',
    cancelled: 'cancelled',
  } satisfies Record<OrderState, string>,
  changing: { cancel: 'being cancelled', exchange: 'being exchanged' },
  payments: {
    pending: 'Waiting for payment',
    promised: 'Pays at the box office',
    authorised: 'Authorised',
    captured: 'Paid',
    voided: 'Not charged',
    declined: 'Declined',
    expired: 'Not paid in time',
    refunding: 'Refund on its way',
    refunded: 'Refunded',
  } satisfies Record<PaymentState, string>,
  methods: {
    'box-office': 'box office',
    'sandbox-card': 'pretend card',
    stripe: 'card, by Stripe',
  } satisfies Record<PaymentMethod, string>,

  back: 'Back to the book',
  placedAt: (when: string) => `Placed ${when}`,
  performanceOff: (reason: string) => `Performance cancelled: ${reason}`,
  movedFrom: (when: string, where: string) => `Moved from ${when}, ${where}`,
  outcomes: { lost: 'could not be had, not charged', returned: 'given back' },
  refunded: (amount: string) => `${amount} given back`,
  refundFailed: 'Refund failed',
  refundFailedDetail: (refunds: readonly string[]) =>
    `The bank sent it back, and nobody sends it again by itself: give the money back another way. At Stripe: ${refunds.join(', ')}.`,
  due: (amount: string) => `${amount} still to pay`,
  deadline: (when: string) =>
    `To be paid by ${when}. After that the order is cancelled by itself, and its seats go back on sale.`,
  unchanged: {
    cancel: {
      'ticket-used': 'It could not be cancelled: one of its tickets has opened the door.',
      'seats-taken': 'It could not be cancelled.',
    },
    exchange: {
      'seats-taken': 'It was not exchanged: somebody was quicker with the new seats. The order stands as it was.',
      'ticket-used': 'It was not exchanged: one of its tickets has opened the door.',
    },
  },

  doing: 'What may be done',
  actButton: {
    'take-payment': 'Take payment',
    exchange: 'Exchange seats',
    cancel: 'Cancel the order',
  } satisfies Record<StaffAct['act'], string>,
  did: {
    'take-payment': 'The payment is in the book.',
    exchange: 'The exchange is asked for.',
    cancel: 'The cancellation is asked for.',
  } satisfies Record<StaffAct['act'], string>,
  takeWhat: (amount: string) => `Take ${amount} at the counter first. From then on the order counts as paid.`,
  take: (amount: string) => `${amount} is paid`,
  cancelWhat: (tickets: number, paid: boolean) =>
    `${tickets === 1 ? 'The ticket stops' : `All ${count(tickets)} tickets stop`} opening the door, and the seats go back on sale. ${
      paid ? 'What was paid is refunded.' : 'Nothing was paid, and nothing is owed.'
    } This cannot be undone.`,
  reason: 'Why',
  reasonHint: 'It stays in the history. No names, please.',
  cancel: 'Cancel this order',
  whichLine: 'Which performance',
  readingPlan: 'Reading the plan…',
  given: 'Seats to give up',
  section: 'New section',
  newSeats: 'New seats',
  newSeatsHint: 'Row and number, in the order of those given up: C14, C15.',
  typedOk: (label: string) => `${label}: free`,
  typedWrong: {
    unknown: (typed: string) => `${typed}: there is no such seat in this section`,
    taken: (typed: string) => `${typed}: taken`,
    access: (typed: string) => `${typed}: a wheelchair place, not given in exchange`,
    twice: (typed: string) => `${typed}: named twice`,
  },
  seatForSeat: (given: number, wanted: number) =>
    `Seat for seat: ${seats(given)} to give up, ${wanted === 0 ? 'none' : count(wanted)} to have.`,
  exchange: 'Exchange them',

  history: 'What became of it',
  historyHeadings: { when: 'When', by: 'Who', act: 'What', note: 'Note' },
  toTheSecond: (at: number, timeZone: string) => `${shortDate(at, timeZone)}, ${clockWithSeconds(at, timeZone)}`,
  actors: {
    fan: 'the fan',
    staff: 'box office',
    house: 'the house',
    payment: 'payment provider',
    clock: 'the clock',
  } satisfies Record<OrderActor, string>,
  acts: {
    placed: 'Order placed',
    'payment-decided': 'Payment decided',
    'seats-answered': 'Seats answered',
    confirmed: 'Confirmed',
    refused: 'Refused',
    'payment-taken': 'Payment taken',
    'cancel-asked': 'Cancellation asked for',
    'exchange-asked': 'Exchange asked for',
    exchanged: 'Exchanged',
    'exchange-kept': 'Not exchanged: seats kept',
    cancelled: 'Cancelled',
    'cancel-kept': 'Not cancelled: order stands',
    'tickets-sent': 'Tickets sent',
    'end-told': 'Buyer told that it is over',
    'refund-failed': 'Refund sent back by the bank',
    'performance-cancelled': 'Performance cancelled',
    'performance-moved': 'Performance moved',
    'performance-told': 'Buyer told of the performance',
  } satisfies Record<OrderAct['act'], string>,
};
