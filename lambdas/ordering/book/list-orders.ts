import type { OrderBookEntry, OrderBookPage } from '../../../contracts/order.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { wantsAnswer } from '../../../rules/card-dispute.ts';
import { lookOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import type { StaffMember } from '../../foundation/staff/who-asks.ts';
import type { OrderRecord } from '../order/order.ts';
import { bookMarkForm, type OrderPage, type OrderStore } from '../order/order-store.ts';
import { entryOf } from '../order/order-view.ts';
import { masked } from './masked.ts';
import { mayOnOrder, type OrderPlacesDeps } from './order-places.ts';

/*
 * The order book. Newest first, fifty a page; an order enters it once payment is decided. Everybody sees the orders that
 * their roles are for, so a page may be shorter. The audit has the name of the asker before the buyers are shown. A dispute
 * comes weeks after its order, far from the newest page. So those that were disputed are a page of their own: first those
 * whose bank waits for an answer, by the last moment for it.
 */

const pageSize = 50;

export interface ListOrdersDeps extends OrderPlacesDeps {
  readonly store: Pick<OrderStore, 'page' | 'disputed' | 'getMany'>;
  readonly audit: Pick<AuditStore, 'add'>;
}

export async function listOrders(
  deps: ListOrdersDeps,
  asker: StaffMember,
  { from, only }: { readonly from: string | undefined; readonly only?: 'disputed' | undefined },
  now: number,
): Promise<{ readonly ok: true; readonly page: OrderBookPage } | Refusal> {
  if (from !== undefined && !bookMarkForm.test(from))
    return refuse('bad-request', 'Use `next` of the page before exactly as it was given to you.', {
      errors: [{ field: 'query.from', message: 'is not a page of the order book' }],
    });
  const { orders, next } = only ? await disputedOrders(deps) : await deps.store.page(pageSize, from);
  const seen = (await Promise.all(orders.map((order) => seenBy(deps, asker, order, now)))).flat();
  if (seen.some(({ isWhole }) => isWhole))
    await deps.audit.add(
      lookOf(asker, { act: 'read-orders', on: only ? 'disputed orders' : (from ?? 'the newest orders') }, now),
    );
  return {
    ok: true,
    page: {
      orders: seen.map(({ entry }) => entry),
      ...(next !== undefined && { next }),
    },
  };
}

/** All of them: a few of a thousand orders. One that is on the list and has no dispute yet is about to have it. */
async function disputedOrders({ store }: ListOrdersDeps): Promise<OrderPage> {
  const found = await store.getMany(await store.disputed());
  const asked = found.filter(({ payment }) => payment.disputes);
  return { orders: asked.sort((a, b) => beforeOther(a, b) || b.placedAt - a.placedAt) };
}

const beforeOther = (a: OrderRecord, b: OrderRecord) => answerByOf(a) - answerByOf(b) || 0;

/** Milliseconds since the epoch: the first moment at which it is too late to answer; endless if no bank waits. */
function answerByOf({ payment: { disputes = [] } }: OrderRecord): number {
  return Math.min(...disputes.filter(wantsAnswer).map(({ answerBy = Number.MAX_SAFE_INTEGER }) => answerBy));
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
