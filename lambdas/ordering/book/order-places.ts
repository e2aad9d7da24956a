import type { StaffPermission } from '../../../contracts/staff.ts';
import { type ActPlace, everywhere } from '../../../rules/permissions.ts';
import type { StaffMember } from '../../foundation/staff/who-asks.ts';
import type { OrderRecord } from '../order/order.ts';
import type { FindPerformance } from '../order/performances.ts';

/*
 * Which orders somebody of the house may see and change. A grant for a show, a performance or an on-sale opens the
 * orders that have nothing else in them.
 */

export interface OrderPlacesDeps {
  readonly findPerformance: FindPerformance;
}

/** Whether this is allowed of the order. Who may do it everywhere costs no look at the season. */
export async function mayOnOrder(
  deps: OrderPlacesDeps,
  asker: StaffMember,
  permission: StaffPermission,
  order: Pick<OrderRecord, 'items' | 'onSale'>,
  now: number,
): Promise<boolean> {
  return asker.may(permission, [everywhere]) || asker.may(permission, await placesOf(deps, order, now));
}

/** Each performance of the order. One that is published no more has no show. */
function placesOf(
  { findPerformance }: OrderPlacesDeps,
  { items, onSale }: Pick<OrderRecord, 'items' | 'onSale'>,
  now: number,
): Promise<readonly ActPlace[]> {
  const performances = [...new Set(items.map(({ performance }) => performance))];
  return Promise.all(
    performances.map(async (performance) => ({
      performance,
      onSale,
      show: (await findPerformance(performance, now))?.show,
    })),
  );
}
