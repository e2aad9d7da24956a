import type { PlaceAct, PlaceActed } from '../../../contracts/levers.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { actingRole } from '../../foundation/staff/acting-role.ts';
import { deedOf, fanInAudit } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { type ActingMember, notAllowed } from '../../foundation/staff/who-asks.ts';
import type { LineStore } from '../line/line-store.ts';
import { type JudgeDeps, judgePlace } from '../place/judge-place.ts';
import { type AdmitDeps, admitFan } from './admit-fan.ts';
import { lineUnknown } from './pull-lever.ts';

/** Staff act on one place of a line: it is judged, or let in before its turn. In the audit by person, in the ledger by role. */
export type PlaceDeps = JudgeDeps &
  AdmitDeps & {
    readonly lines: Pick<LineStore, 'read' | 'turn' | 'admit'>;
    readonly audit: Pick<AuditStore, 'add'>;
    /** 96 random bits in letters and digits. */
    readonly newId: () => string;
  };

export async function actOnPlace(
  deps: PlaceDeps,
  asker: ActingMember,
  { onSale, act: { act, fan, reason } }: { readonly onSale: string; readonly act: PlaceAct },
  now: number,
): Promise<{ readonly ok: true; readonly acted: PlaceActed } | Refusal> {
  const role = actingRole(asker, 'judge-places', onSale);
  if (!role) return notAllowed();
  const [line, standing] = await Promise.all([deps.lines.read(onSale), deps.fans.read(onSale, fan)]);
  if (!line) return lineUnknown();
  if (!standing) return fanUnknown();
  // People find the place again by its round and shard.
  const { round, shard } = standing.pin;
  const note = `round ${round}, shard ${shard}: ${reason}`;
  await deps.audit.add(
    deedOf(asker, { act: `${act}-place`, on: fanInAudit(onSale, fan), note }, { id: deps.newId(), now }),
  );
  if (act === 'admit') {
    const admitted = await admitFan(deps, { line, standing, role, reason }, now);
    return admitted.ok ? { ok: true, acted: { fan, place: 'admitted' } } : admitted;
  }
  const judged = await judgePlace(deps, { onSale, fan, judgement: act, role, reason }, now);
  if (!judged.ok) return refuse('lever-not-now', judged.detail);
  const place = judged.judged === 'ordinary' ? 'ordinary' : judged.judged.state;
  return { ok: true, acted: { fan, place } };
}

function fanUnknown(): Refusal {
  return refuse(
    'fan-unknown',
    'Copy the receipt or the key of the place again: nobody with this one stands in the line.',
    {
      errors: [{ field: 'body.fan', message: 'is not known' }],
    },
  );
}
