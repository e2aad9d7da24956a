import type { DoorList } from '../../../contracts/door.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { cancellationOf, type FindPerformanceActs } from '../../foundation/performance-acts.ts';
import { type MayScanDeps, mayNotScan } from '../pairing/may-scan.ts';
import type { DoorStore } from './door-store.ts';

/**
 * All that a door must know to go on without a network. It is whether the performance takes place, who is in already, which tickets are void, and the public
 * half of the key that signs tickets. With that key it tells genuine ones by itself. No names: ticket ids alone.
 */
export async function listAdmissions(
  deps: MayScanDeps & {
    readonly doors: Pick<DoorStore, 'marks'>;
    readonly publicKey: string;
    readonly findActs: FindPerformanceActs;
  },
  { authorization, performance }: { readonly authorization: string | undefined; readonly performance: string },
  now: number,
): Promise<{ readonly ok: true; readonly list: DoorList } | Refusal> {
  const refused = await mayNotScan(deps, authorization, performance, now);
  if (refused) return refused;
  const cancelled = cancellationOf(await deps.findActs(now), performance);
  const used: Record<string, { readonly usedAt: number; readonly door: string }> = {};
  const gone: string[] = [];
  for (const [ticket, mark] of await deps.doors.marks(performance)) {
    if (mark.state === 'void') gone.push(ticket);
    else used[ticket] = { usedAt: Math.min(mark.usedAt, now), door: mark.door };
  }
  const { publicKey } = deps;
  const off = cancelled && { cancelledAt: cancelled.actedAt, reason: cancelled.reason };
  return {
    ok: true,
    list: { performance, readAt: now, publicKey, ...(off && { cancelled: off }), used, void: gone },
  };
}
