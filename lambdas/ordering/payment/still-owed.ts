import { amountSold, type OrderRecord } from '../order/order.ts';

/**
 * Minor units that the box office has still to be paid for an order that is confirmed: a promise, or what an exchange
 * made dearer. 0 for any other.
 */
export function stillOwed(order: OrderRecord): number {
  const { state, payment } = order;
  if (state !== 'confirmed') return 0;
  return payment.state === 'promised' ? amountSold(order) : (payment.due ?? 0);
}
