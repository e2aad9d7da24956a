import type { HouseOutcome } from '../../../contracts/house.ts';
import { changeAnswered } from '../change/change-steps.ts';
import { amend, type OrderStep, withAct } from '../order/amend.ts';
import { type AskHouse, askToTakeBack } from '../order/ask-house.ts';
import { labelsOf, type OrderRecord } from '../order/order.ts';
import { type FinishDeps, finish } from './finish-after-crash.ts';

/*
 * Settling an order. The house answers once for each hold, at least once, in any order. Each answer is recorded once.
 * The recorder of the last one, or a repeat that finds all recorded, ends what was asked. With a seat sold, the money
 * for exactly the sold seats is captured, and then order and tickets are confirmed in one write. With none sold, the
 * order is refused and the authorisation voided. If the bank took back its word, the order is refused, and the seats
 * are asked back. The same holds for the answers to a cancellation or an exchange. The last act repeats to the same
 * thing (finish-after-crash.ts), so the message's redelivery mends a crash: money never stays without tickets (O1).
 */

export interface SettleOrderDeps extends FinishDeps {
  readonly askHouse: AskHouse;
}

/** The order as it stands after this answer. Throws if no such order was ever placed: staff must look. */
export async function settleOrder(deps: SettleOrderDeps, said: HouseOutcome, now: number): Promise<OrderRecord> {
  const order = await amend(deps.store, said.order, stepOf(said, now), now);
  if (!order)
    throw new Error(`The house ${said.outcome} hold ${said.hold} for order ${said.order}, which is not known`);
  const settled = await finish(deps, order, now);
  // Sold, and then nobody could pay for it. If this call dies, the clock makes it.
  if (settled.state === 'refused') await askToTakeBack(deps.askHouse, settled);
  return settled;
}

function stepOf({ outcome, hold, change, seats, named, why }: HouseOutcome, now: number): OrderStep {
  if (outcome === 'changed' || outcome === 'kept') {
    if (change === undefined) throw new Error(`The house ${outcome} hold ${hold} and does not say which change it was`);
    return changeAnswered(hold, change, outcome, named);
  }
  return (order) => {
    if (!order.items.some((item) => item.hold === hold))
      throw new Error(`The house ${outcome} hold ${hold} for order ${order.id}, which does not name it`);
    if (order.state !== 'placed' || order.outcomes[hold]) return undefined;
    const note = `${outcome}: ${labelsOf(order, seats)}`;
    return {
      ...order,
      outcomes: { ...order.outcomes, [hold]: outcome },
      ...(why && { losses: { ...order.losses, [hold]: why } }),
      history: withAct(order.history, { happenedAt: now, by: 'house', act: 'seats-answered', note }),
    };
  };
}
