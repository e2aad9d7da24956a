import type { OrderBookEntry } from '../../contracts/order.ts';
import { lookedIn, looksFor } from '../../rules/folded.ts';
import { bookWords } from '../../words/en/order-book.ts';

/**
 * Finding an order on the page: every word that was typed must occur somewhere in it, as rules/folded.ts reads letters,
 * with or without the hyphen of a reference and the spaces of a telephone number. `refund failed` finds those whose
 * money must be given back another way, and `dispute` those whose buyer asked a bank. `isWanted`: of those alone.
 */
export function find(
  orders: readonly OrderBookEntry[],
  typed: string,
  isWanted: (order: OrderBookEntry) => boolean = () => true,
): readonly OrderBookEntry[] {
  const isIn = looksFor(typed);
  return orders.filter((order) => isWanted(order) && isIn(textOf(order)));
}

/** Of thousands of orders, at every key: each is folded once. */
const texts = new WeakMap<OrderBookEntry, string>();

function textOf(order: OrderBookEntry): string {
  const text = texts.get(order) ?? textMade(order);
  texts.set(order, text);
  return text;
}

function textMade({ reference, buyer, items, failedRefunds, disputes = [] }: OrderBookEntry): string {
  const seats = items.flatMap((line) => [line.title, ...line.seats.map(({ label }) => label)]);
  const phone = buyer.phone ?? '';
  const parts = [
    reference,
    reference.replace(/-/g, ''),
    buyer.name,
    buyer.email,
    phone,
    phone.replace(/\s/g, ''),
    ...seats,
    ...(failedRefunds ? [bookWords.refundFailed, ...failedRefunds] : []),
    ...disputes.flatMap(({ id, state }) => [bookWords.disputeStates[state], id]),
  ];
  return lookedIn(parts.join(' '));
}
