import type { FanSearch, FoundFans } from '../../../contracts/find-fan.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { fanInAudit, lookOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import { type LookDeps, lookAtFan } from './look-at-fan.ts';
import { whoIsSought } from './who-is-sought.ts';

/*
 * Somebody telephones, and staff look where they stand. Each look is written down before it is answered, also one that
 * finds nobody. The entry names the fan by the key, never by what was typed.
 */

export interface FindFanDeps extends LookDeps {
  readonly lines: Pick<RememberedLines, 'read'>;
  readonly keys: Pick<LineKeys, 'fanKey' | 'mailboxKey' | 'receipts'>;
  readonly audit: Pick<AuditStore, 'add'>;
}

export async function findFan(
  deps: FindFanDeps,
  asker: StaffMember,
  { onSale, search }: { readonly onSale: string; readonly search: FanSearch },
  now: number,
): Promise<{ readonly ok: true; readonly found: FoundFans } | Refusal> {
  if (!asker.may('find-fans', [{ onSale }])) return notAllowed();
  const line = await deps.lines.read(onSale, now);
  if (!line) return lineUnknown();
  const sought = whoIsSought(deps.keys, line.facts, search);
  if (!sought.ok) return sought;
  await deps.audit.add(lookOf(asker, { act: 'find-fan', on: fanInAudit(onSale, sought.fan) }, now));
  const fan = await deps.fans.read(onSale, sought.fan);
  return { ok: true, found: { fans: fan ? [await lookAtFan(deps, asker, line, fan, now)] : [] } };
}

export function lineUnknown(): Refusal {
  return refuse('line-unknown', 'Choose an on-sale whose line was opened.');
}
