import type { OrderBookEntry, OrderBookPage } from '../../../contracts/order.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { lookOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import type { StaffMember } from '../../foundation/staff/who-asks.ts';
import type { OrderRecord } from '../order/order.ts';
import { bookMarkForm, type OrderStore } from '../order/order-store.ts';
import { entryOf } from '../order/order-view.ts';
import { masked } from './masked.ts';
import { mayOnOrder, type OrderPlacesDeps } from './order-places.ts';

/*
 * The order book. Newest first, fifty a page; an order enters it once payment is decided. Everybody sees the orders that
 * their roles are for, so a page may be shorter. Who is shown the buyers is written down before they are shown.
 */

const pageSize = 50;

export interface ListOrdersDeps extends OrderPlacesDeps {
  readonly store: Pick<OrderStore, 'page'>;
  readonly audit: Pick<AuditStore, 'add'>;
}

export async function listOrders(
  deps: ListOrdersDeps,
  asker: StaffMember,
  { from }: { readonly from: string | undefined },
  now: number,
): Promise<{ readonly ok: true; readonly page: OrderBookPage } | Refusal> {
  if (from !== undefined && !bookMarkForm.test(from))
    return refuse('bad-request', 'Use `next` of the page before exactly as it was given to you.', {
      errors: [{ field: 'query.from', message: 'is not a page of the order book' }],
    });
  const { orders, next } = await deps.store.page(pageSize, from);
  const seen = (await Promise.all(orders.map((order) => seenBy(deps, asker, order, now)))).flat();
  if (seen.some(({ isWhole }) => isWhole))
    await deps.audit.add(lookOf(asker, { act: 'read-orders', on: from ?? 'the newest orders' }, now));
  return {
    ok: true,
    page: {
      orders: seen.map(({ entry }) => entry),
      ...(next !== undefined && { next }),
    },
  };
}

/** Nothing of an order that is not theirs to see. */
async function seenBy(
  deps: ListOrdersDeps,
  asker: StaffMember,
  order: OrderRecord,
  now: number,
): Promise<readonly { readonly entry: OrderBookEntry; readonly isWhole: boolean }[]> {
  if (!(await mayOnOrder(deps, asker, 'read-orders', order, now))) return [];
  const isWhole = await mayOnOrder(deps, asker, 'see-buyers', order, now);
  const entry = entryOf(order);
  return [{ entry: isWhole ? entry : masked(entry), isWhole }];
}
