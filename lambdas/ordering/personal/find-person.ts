import type { PersonFound, PersonSearch } from '../../../contracts/personal-data.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { everywhere } from '../../../rules/permissions.ts';
import { lookOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import { mailsOf } from '../mail/mails-of.ts';
import type { OrderRecord } from '../order/order.ts';
import type { OrderStore } from '../order/order-store.ts';
import { auditOf } from '../order/order-view.ts';
import { whyKept } from './person-erased.ts';

/*
 * All that orders keep of one person, for whoever asks what is held of them. There is no index of addresses, as every
 * order would pay for it and hardly anybody asks. So the whole book is gone through, a stretch with each request. The
 * look is written down first, and names nothing that was typed.
 */

export interface FindPersonDeps {
  readonly store: Pick<OrderStore, 'stretch' | 'getMany'>;
  readonly audit: Pick<AuditStore, 'add'>;
}

export async function findPerson(
  { store, audit }: FindPersonDeps,
  asker: StaffMember,
  { email, from }: PersonSearch,
  now: number,
): Promise<{ readonly ok: true; readonly found: PersonFound } | Refusal> {
  if (!asker.may('keep-personal-data', [everywhere])) return notAllowed();
  await audit.add(lookOf(asker, { act: 'find-person', on: 'a person by e-mail' }, now));
  const stretch = await store.stretch(from);
  if (!stretch)
    return refuse('bad-request', 'Use `next` of the answer before exactly as it was given to you.', {
      errors: [{ field: 'body.from', message: 'is no place in the book' }],
    });
  const wanted = email.toLowerCase();
  const ids = stretch.lines.filter((line) => line.email.toLowerCase() === wanted).map(({ id }) => id);
  const orders = (await store.getMany(ids)).filter(({ state }) => state !== 'unpaid');
  const { next } = stretch;
  return {
    ok: true,
    found: { orders: orders.map((order) => seen(order, now)), ...(next !== undefined && { next }) },
  };
}

function seen(order: OrderRecord, now: number): PersonFound['orders'][number] {
  const kept = whyKept(order, now);
  return { ...auditOf(order), fan: order.fan, mails: mailsOf(order), ...(kept && { kept }) };
}
