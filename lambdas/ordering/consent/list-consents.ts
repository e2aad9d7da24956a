import type { ConsentPage } from '../../../contracts/news-consent.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { everywhere } from '../../../rules/permissions.ts';
import { lookOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import { referenceOf } from '../order/order-id.ts';
import { bookMarkForm, type OrderStore } from '../order/order-store.ts';

/*
 * The consents to news, for whoever writes them. Orders whose buyer said yes are on a list, as few of the book are. Each
 * order is read as it stands, so who took it back is told as such. The look is written down first.
 */

const pageSize = 300;

export interface ListConsentsDeps {
  readonly store: Pick<OrderStore, 'consenting' | 'getMany'>;
  readonly audit: Pick<AuditStore, 'add'>;
}

export async function listConsents(
  { store, audit }: ListConsentsDeps,
  asker: StaffMember,
  { from }: { readonly from: string | undefined },
  now: number,
): Promise<{ readonly ok: true; readonly page: ConsentPage } | Refusal> {
  if (!asker.may('export-consents', [everywhere])) return notAllowed();
  if (from !== undefined && !bookMarkForm.test(from))
    return refuse('bad-request', 'Use `next` of the page before exactly as it was given to you.', {
      errors: [{ field: 'query.from', message: 'is not a page of the consents' }],
    });
  await audit.add(lookOf(asker, { act: 'export-consents', on: from ?? 'the first page' }, now));
  const { ids, next } = await store.consenting(pageSize, from);
  const orders = new Map((await store.getMany(ids)).map((order) => [order.id, order] as const));
  const consents = ids.flatMap((id) => {
    const { news, buyer } = orders.get(id) ?? {};
    return news && buyer ? [{ ...news, reference: referenceOf(id), name: buyer.name, email: buyer.email }] : [];
  });
  return { ok: true, page: { consents, ...(next !== undefined && { next }) } };
}
