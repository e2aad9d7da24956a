import type { DrawUnproved } from '../../../contracts/line-operation.ts';
import type { FieldError } from '../../../contracts/refusals.ts';
import { beaconOutAt } from '../../../rules/beacon.ts';
import type { LineStore } from './line-store.ts';

/**
 * Drawing a round without the beacon that was promised for it. A line whose beacon cannot be had waits; only once the
 * patience that its file promises is over may staff go on without it. The draw is then *unproved*: the ledger, the sheet
 * and all who check say so. The pacemaker draws with its next tick. A beacon that comes meanwhile is no longer used:
 * whoever could choose between the two draws would choose the winner.
 */
export type UnprovedOutcome =
  | { readonly ok: true; readonly onSale: string; readonly round: number }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

export async function drawUnproved(
  { lines }: { readonly lines: Pick<LineStore, 'read' | 'goOn'> },
  { onSale, round, role = 'ops', reason }: DrawUnproved,
  now: number,
): Promise<UnprovedOutcome> {
  const line = await lines.read(onSale);
  if (!line) return refused('onSale', `There is no line ${onSale}. Open it first.`);
  if (line.unproved?.round === round) return { ok: true, onSale, round };
  const { facts, progress } = line;
  const [next] = progress.closing;
  const promised = next?.committed?.beacon;
  if (next?.round !== round || promised === undefined || !facts.beacon)
    return refused('round', `Round ${round} of ${onSale} does not wait for a beacon.`);
  const from = beaconOutAt(facts.beacon, promised) + facts.beacon.patienceMs;
  if (now < from) {
    const minutes = Math.ceil((from - now) / 60_000);
    return refused('round', `The line promised to wait for beacon ${promised}: ${minutes} more minutes.`);
  }
  const act = { notedAt: now, act: 'drawn-unproved', role, reason, detail: { round } } as const;
  const noted = await lines.goOn(onSale, { round, why: reason }, act);
  return noted.ok
    ? { ok: true, onSale, round }
    : refused('round', `Round ${round} of ${onSale} was drawn a moment ago.`);
}

function refused(field: string, detail: string): UnprovedOutcome {
  return { ok: false, detail, errors: [{ field, message: 'cannot be drawn without its beacon' }] };
}
