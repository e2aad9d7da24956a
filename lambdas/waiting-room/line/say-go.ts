import type { GoAct, GoSaid } from '../../../contracts/line-go.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { actingRole } from '../../foundation/staff/acting-role.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { type ActingMember, notAllowed } from '../../foundation/staff/who-asks.ts';
import { noReason } from './ledger.ts';
import type { LineStore } from './line-store.ts';

/*
 * Go, or no go. It turns nothing: it is said, and stays said. The audit has the person, the ledger the role.
 */

export interface SayGoDeps {
  readonly lines: Pick<LineStore, 'turn' | 'glance'>;
  readonly audit: Pick<AuditStore, 'add'>;
  /** 96 random bits in letters and digits. */
  readonly newId: () => string;
}

export async function sayGo(
  { lines, audit, newId }: SayGoDeps,
  asker: ActingMember,
  { onSale, said, now }: { readonly onSale: string; readonly said: GoAct; readonly now: number },
): Promise<{ readonly ok: true; readonly body: GoSaid } | Refusal> {
  const role = actingRole(asker, 'say-go', onSale);
  if (!role) return notAllowed();
  const line = await lines.glance(onSale);
  if (!line) return refuse('line-unknown', 'The line of this on-sale is not open yet. Open it first.');
  if (now >= line.facts.closesAt) return refuse('line-closed', 'There is nothing left to say go to.');
  const { go, red, reason = noReason } = said;
  const note = `${red} red${said.reason === undefined ? '' : `: ${reason}`}`;
  await audit.add(deedOf(asker, { act: go ? 'say-go' : 'say-no-go', on: onSale, note }, { id: newId(), now }));
  await lines.turn(onSale, {}, [{ notedAt: now, act: go ? 'go-said' : 'no-go-said', role, reason, detail: { red } }]);
  return { ok: true, body: { go, saidAt: now, role } };
}
