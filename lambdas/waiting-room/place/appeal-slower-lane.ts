import type { SlowerLane } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import type { AppealStore } from './appeal-store.ts';
import { stillHeld } from './devices.ts';
import type { FanStore } from './fan-store.ts';
import { openReceipt } from './receipt.ts';
import { shownSlowerLane } from './slower-lane.ts';

/**
 * An appeal: the message to staff of a fan whose place is in the slower lane, or was removed. One a fan; a later one
 * takes the place of the one before, and also comes again after that was decided.
 */
export interface AppealDeps {
  readonly lines: RememberedLines;
  readonly fans: Pick<FanStore, 'read' | 'appealed'>;
  readonly appeals: Pick<AppealStore, 'lodge'>;
  readonly receipts: LineKeys['receipts'];
}

export interface AppealInput {
  readonly onSale: string;
  readonly receipt: string | undefined;
  readonly message: string;
}

export async function appealSlowerLane(
  deps: AppealDeps,
  { onSale, receipt, message }: AppealInput,
  now: number,
): Promise<{ readonly ok: true; readonly slowerLane: SlowerLane } | Refusal> {
  if (!(await deps.lines.glance(onSale, now))) {
    return refuse('line-unknown', 'Check the address, or start from the season page.');
  }
  const opened = openReceipt(deps.receipts, receipt, onSale);
  if (!opened.ok) return opened;
  const { fan } = opened.place;
  const standing = await deps.fans.read(onSale, fan);
  const held = stillHeld(standing ?? {}, opened.place);
  if (!held.ok) return held;
  if (!standing?.slowerLane) return refuse('nothing-to-appeal', 'Your place is in the ordinary lane: all is well.');
  const { state, why } = standing.slowerLane;
  // Listed first: one that a crash cuts short is read by staff, and the fan sends it again.
  await deps.appeals.lodge(onSale, { fan, against: state, why, appealedAt: now, message });
  await deps.fans.appealed(onSale, fan, now);
  return { ok: true, slowerLane: shownSlowerLane({ ...standing.slowerLane, appealedAt: now }) };
}
