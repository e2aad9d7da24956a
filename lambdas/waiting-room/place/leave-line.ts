import type { Place } from '../../../contracts/line.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import { livePass } from '../turn/pass-time.ts';
import { deviceBehind, maySharePass, stillHeld } from './devices.ts';
import { type EndPassDeps, endPass } from './end-pass.ts';
import type { FanStore } from './fan-store.ts';
import { openReceipt } from './receipt.ts';

/**
 * Leaving. A fan who shops gives the pass back: see `end-pass.ts`. A fan who waits gives up the place, and takes the
 * same one back by joining again. A fan who had a pass keeps the place.
 *
 * A device that came later leaves alone: it could be somebody else's. One that the place was handed over to leaves as the
 * one that took it does. It gives a pass back as any other may, unless it
 * stands behind and the pass is not its own.
 */
export interface LeaveDeps extends EndPassDeps {
  readonly lines: RememberedLines;
  readonly fans: EndPassDeps['fans'] & Pick<FanStore, 'leave' | 'read' | 'dropDevice'>;
  readonly receipts: LineKeys['receipts'];
}

export type LeaveOutcome = { readonly ok: true; readonly gave: 'place' | 'pass' | 'device' | 'nothing' };

export async function leaveLine(
  deps: LeaveDeps,
  { onSale, receipt }: { readonly onSale: string; readonly receipt: string | undefined },
  now: number,
): Promise<LeaveOutcome | Refusal> {
  const line = await deps.lines.glance(onSale, now);
  if (!line) return refuse('line-unknown', 'Check the address, or start from the season page.');
  const opened = openReceipt(deps.receipts, receipt, onSale);
  if (!opened.ok) return opened;
  const { place } = opened;
  if (place.device !== undefined) return leaveAlone(deps, place, now);

  const left = await deps.fans.leave(onSale, place.fan, now);
  if (left.ok) return { ok: true, gave: 'place' };
  const held = stillHeld(left.fan, place);
  if (!held.ok) return held;
  return { ok: true, gave: (await endPass(deps, left.fan, now)) ? 'pass' : 'nothing' };
}

async function leaveAlone(deps: LeaveDeps, place: Place, now: number): Promise<LeaveOutcome | Refusal> {
  const { onSale, fan } = place;
  const standing = await deps.fans.read(onSale, fan);
  if (!standing) throw new Error(`A receipt of ${onSale} has no place: ${fan}`);
  const held = stillHeld(standing, place);
  if (!held.ok) return held;
  const { later } = held;
  const live = livePass(standing.pass, now);
  if (live && !maySharePass(later, live)) return deviceBehind(live.expiresAt - now);
  if (live) return { ok: true, gave: (await endPass(deps, standing, now)) ? 'pass' : 'nothing' };
  if (later?.name === undefined) return { ok: true, gave: 'nothing' };
  if (later.first) {
    const left = await deps.fans.leave(onSale, fan, now, standing.handedOver);
    return { ok: true, gave: left.ok ? 'place' : 'nothing' };
  }
  // Nobody took its receipt away, so it is not listed: a list of those who come and go would have no end.
  await deps.fans.dropDevice(onSale, fan, later.key, 'left');
  return { ok: true, gave: 'device' };
}
