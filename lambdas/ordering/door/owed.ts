import type { Owed } from '../../../contracts/door.ts';
import type { OrderRecord } from '../order/order.ts';
import { referenceOf } from '../order/order-id.ts';
import { stillOwed } from '../payment/still-owed.ts';

/** The sum that the door names: of the whole order, for it is paid as a whole. Undefined if nothing is owed. */
export function owedAtDoor(order: OrderRecord): Owed | undefined {
  const amount = stillOwed(order);
  if (amount <= 0) return undefined;
  return { amount, currency: order.currency, order: order.id, reference: referenceOf(order.id) };
}
