import type { HouseOutcome } from '../../contracts/house.ts';
import { answered, type OrderRecord, soldLines } from './order.ts';
import type { OrderingKeys } from './order-id.ts';
import type { OrderStore, Settlement } from './order-store.ts';
import type { PaymentPorts } from './payment.ts';
import { issueTickets } from './ticket.ts';

/*
 * Settling an order. The house answers once for each hold, at least once, in any order. Each answer is
 * recorded once; whoever records the last one, or finds all recorded, ends the order: with a seat sold,
 * the money for exactly the sold seats is captured and then order and tickets are confirmed in one write;
 * with none sold, the authorisation is voided and the order refused. Capture and void repeat to the same
 * thing, so a crash before the write is mended by the message's redelivery: never money without tickets (O1).
 */

export interface SettleOrderPorts {
  readonly store: OrderStore;
  readonly payments: PaymentPorts;
  readonly keys: Pick<OrderingKeys, 'ticketId' | 'ticket'>;
}

/** The order as it stands after this answer. Throws if no such order was ever placed: staff must look. */
export async function settleOrder(ports: SettleOrderPorts, said: HouseOutcome): Promise<OrderRecord> {
  const order = await ports.store.recordOutcome(said.order, said.hold, said.outcome);
  if (!order)
    throw new Error(`The house ${said.outcome} hold ${said.hold} for order ${said.order}, which is not known`);
  if (order.state !== 'placed' || !answered(order)) return order;
  const settled = await ports.store.settle(order.id, await settlementOf(ports, order));
  if (!settled) throw new Error(`Order ${order.id} vanished while it was settled`);
  return settled;
}

async function settlementOf({ payments, keys }: SettleOrderPorts, order: OrderRecord): Promise<Settlement> {
  const { method, deadline } = order.payment;
  const port = payments.get(method);
  if (!port) throw new Error(`Order ${order.id} was to be paid by ${method}, which is not known`);
  const sold = soldLines(order).flatMap(({ seats }) => seats);
  if (sold.length === 0) {
    await port.void(order.id);
    return { state: 'refused', refusal: 'seats-lost', payment: { method, state: 'voided' }, tickets: [] };
  }
  const amount = sold.reduce((sum, { price }) => sum + price, 0);
  const state = await port.capture({ order: order.id, amount });
  return {
    state: 'confirmed',
    payment: { method, state, ...(state === 'promised' && deadline !== undefined && { deadline }) },
    tickets: issueTickets(order, keys),
  };
}
