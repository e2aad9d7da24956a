import type { OrderRefusal, OrderView } from '../../../contracts/order.ts';
import type { Message } from '../../foundation/mail.ts';
import { moneyText } from '../order/money.ts';
import { letterOf, showsOf, titlesOf } from './letter.ts';

/** The e-mail that says that an order is over, why, and what becomes of the money. */
export function endMessage(order: OrderView, name: string, url: string): Omit<Message, 'attachments'> {
  const { reference, state, items } = order;
  const shows = showsOf(
    items.flatMap(({ seats, ...item }) => seats.map(({ label }) => ({ ...item, label }))),
    order,
  );
  const titles = titlesOf(shows);
  return letterOf({
    subject: state === 'cancelled' ? `Cancelled: ${titles} (${reference})` : `Not ordered: ${titles} (${reference})`,
    name,
    opening: state === 'cancelled' ? cancelledBecause(order) : refusedBecause[order.refusal ?? 'seats-lost'],
    shows,
    look: 'See your order:',
    url,
    reference,
  });
}

const refusedBecause: Readonly<Record<OrderRefusal, string>> = {
  'card-declined': 'your order did not go through: the card was declined. Nothing was charged.',
  'seats-lost':
    'your order did not go through: the seats had lapsed, and somebody else has them now. Nothing was charged.',
  'not-paid': 'your order did not go through: no payment came in time. Nothing was charged.',
  'payment-withdrawn':
    'your order did not go through: your bank took back the payment before it was made. Nothing was charged, and the seats go back on sale.',
};

function cancelledBecause({ payment, currency }: OrderView): string {
  const { method, state, refunded = 0 } = payment;
  if (state === 'expired')
    return 'your order was not paid by its deadline. It is cancelled, nothing is owed, and its tickets open the door no more.';
  return `your order is cancelled, and its tickets open the door no more. ${moneyBack(method, moneyText(refunded, currency), refunded)}`;
}

function moneyBack(method: OrderView['payment']['method'], amount: string, refunded: number): string {
  if (refunded === 0) return 'Nothing was charged.';
  return method === 'box-office'
    ? `${amount} was paid at the box office, and is given back there.`
    : `${amount} was given back the way it was paid; a bank may take some days to show it.`;
}
