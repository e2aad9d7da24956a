import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import { type EndPassDeps, endPass } from './end-pass.ts';
import type { FanStore } from './fan-store.ts';
import { openReceipt } from './receipt.ts';

/**
 * Leaving. A fan who shops gives the pass back: see `end-pass.ts`. A fan who waits gives up the place, and takes the
 * same one back by joining again. A fan who had a pass keeps the place.
 */
export interface LeaveDeps extends EndPassDeps {
  readonly lines: RememberedLines;
  readonly fans: EndPassDeps['fans'] & Pick<FanStore, 'leave'>;
  readonly receipts: LineKeys['receipts'];
}

export type LeaveOutcome = { readonly ok: true; readonly gave: 'place' | 'pass' | 'nothing' };

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

  const left = await deps.fans.leave(onSale, place.fan, now);
  if (left.ok) return { ok: true, gave: 'place' };
  return { ok: true, gave: (await endPass(deps, left.fan, now)) ? 'pass' : 'nothing' };
}
