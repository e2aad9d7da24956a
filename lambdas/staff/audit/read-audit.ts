import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { AuditPage } from '../../../contracts/staff.ts';
import { everywhere } from '../../../rules/permissions.ts';
import { type AuditStore, auditMarkForm } from '../../foundation/staff/audit-store.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';

const pageSize = 50;

export interface ReadAuditDeps {
  readonly audit: Pick<AuditStore, 'page'>;
}

/** What the people of the house did and looked at, newest first. */
export async function readAudit(
  { audit }: ReadAuditDeps,
  asker: StaffMember,
  { from }: { readonly from: string | undefined },
): Promise<{ readonly ok: true; readonly body: AuditPage } | Refusal> {
  if (!asker.may('read-audit', [everywhere])) return notAllowed();
  if (from !== undefined && !auditMarkForm.test(from))
    return refuse('bad-request', 'Use `next` of the page before exactly as it was given to you.', {
      errors: [{ field: 'query.from', message: 'is not a page of the audit' }],
    });
  return { ok: true, body: await audit.page(pageSize, from) };
}
