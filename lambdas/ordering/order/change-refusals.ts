import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { OrderRecord } from './order.ts';

/** Why an order cannot be changed, in words to who asked. */

export const orderUnknown = (): Refusal => refuse('order-unknown', 'This order was not completed. Order again.');

export const ticketUsed = (): Refusal =>
  refuse('ticket-used', 'Somebody is in the house with a ticket of this order. Ask at the box office.');

export function notChangeable({ state, changing, payment }: OrderRecord): Refusal {
  return refuse('order-not-changeable', whyNot());

  function whyNot(): string {
    if (changing) return 'Another change of this order is on its way. Try again when it is done.';
    if (payment.owed) return 'Money of this order is being given back. Try again in a minute.';
    if (state === 'paying' || state === 'placed') return 'This order is not done yet. Try again in a minute.';
    if (state === 'cancelled') return 'This order is cancelled.';
    if (state === 'refused') return 'This order was refused: there is nothing to change.';
    return 'It is too late to change this order here. Ask the box office.';
  }
}
