import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { drawnPosition } from '../draw/remembered-rounds.ts';
import type { RoundStore } from '../draw/round-store.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import type { ShoppersStore } from '../line/shoppers-store.ts';
import type { FanStore } from './fan-store.ts';
import { openReceipt } from './receipt.ts';

/**
 * Leaving. A fan who shops gives the pass back, and its slot is free at once. A fan who waits gives up the place, and
 * takes the same one back by joining again. A fan who had a pass keeps the place. The fan's record is written first and
 * the count second, so that a pass that is still shown as live is always counted. Both writes can be repeated, so a
 * retry finishes what a crash left.
 */
export interface LeaveDeps {
  readonly lines: RememberedLines;
  readonly rounds: Pick<RoundStore, 'sheet'>;
  readonly fans: Pick<FanStore, 'leave' | 'giveBack'>;
  readonly shoppers: Pick<ShoppersStore, 'giveBack'>;
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
  const { pass } = left.fan;
  if (!pass || pass.expiresAt <= now) return { ok: true, gave: 'nothing' };

  const position = await drawnPosition(deps.rounds, line.facts, place);
  if (position === undefined)
    throw new Error(`A pass was granted in round ${place.round} of ${onSale}, which is not drawn`);
  // As it stands now: another device may have extended it a moment ago, and it is counted by its end.
  const given = (await deps.fans.giveBack(onSale, place.fan, pass.number)) ?? pass;
  await deps.shoppers.giveBack(onSale, { ...given, position });
  return { ok: true, gave: 'pass' };
}
