import type { OrderAudit } from '../../../contracts/order.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { lookOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import { referenceOf } from '../order/order-id.ts';
import type { OrderStore } from '../order/order-store.ts';
import { auditOf } from '../order/order-view.ts';
import { masked } from './masked.ts';
import { mayOnOrder, type OrderPlacesDeps } from './order-places.ts';

export interface AuditOrderDeps extends OrderPlacesDeps {
  readonly store: Pick<OrderStore, 'get'>;
  readonly audit: Pick<AuditStore, 'add'>;
}

/** All that became of one order, with who did what and when. Who is shown the buyer is written down first. */
export async function auditOrder(
  deps: AuditOrderDeps,
  asker: StaffMember,
  { id }: { readonly id: string },
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderAudit } | Refusal> {
  const order = await deps.store.get(id);
  if (!order || order.state === 'unpaid')
    return refuse('order-unknown', 'Look it up in the order book by its reference.');
  if (!(await mayOnOrder(deps, asker, 'read-orders', order, now))) return notAllowed();
  const audit = auditOf(order);
  if (!(await mayOnOrder(deps, asker, 'see-buyers', order, now))) return { ok: true, order: masked(audit) };
  await deps.audit.add(lookOf(asker, { act: 'read-order', on: referenceOf(id) }, now));
  return { ok: true, order: audit };
}
