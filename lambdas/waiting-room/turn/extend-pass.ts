import type { Claimed } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { SigningKeys } from '../../foundation/keys.ts';
import { drawnPosition } from '../draw/remembered-rounds.ts';
import type { RoundStore } from '../draw/round-store.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import type { ShoppersStore } from '../line/shoppers-store.ts';
import { deviceBehind, maySharePass, stillHeld } from '../place/devices.ts';
import type { FanStore } from '../place/fan-store.ts';
import { openReceipt } from '../place/receipt.ts';
import { placeRemoved } from '../place/slower-lane.ts';
import { extensionMinutes, extensionsLeft, handOver, keysChange, livePass } from './pass-time.ts';

/**
 * More time to shop: the same pass with a later end. It is counted among those that end then, then the fan's record
 * says so, then the count forgets the earlier end. A pass is counted by its name, so between the steps, and after a
 * crash at any of them, it is counted once. A crash leaves it counted until the later end at the most. The record is
 * written on condition that nobody extended or gave back the pass meanwhile, so two devices at once get one extension.
 *
 *     count the later end ──▶ write the record ──▶ forget the earlier end
 */
export interface ExtendDeps {
  readonly lines: RememberedLines;
  readonly rounds: Pick<RoundStore, 'sheet'>;
  readonly fans: Pick<FanStore, 'read' | 'extend'>;
  readonly shoppers: Pick<ShoppersStore, 'count' | 'withdraw'>;
  readonly receipts: LineKeys['receipts'];
  readonly passKeys: SigningKeys;
}

export type ExtendOutcome = { readonly ok: true; readonly claimed: Claimed };

export async function extendPass(
  deps: ExtendDeps,
  { onSale, receipt }: { readonly onSale: string; readonly receipt: string | undefined },
  now: number,
): Promise<ExtendOutcome | Refusal> {
  const line = await deps.lines.glance(onSale, now);
  if (!line) return refuse('line-unknown', 'Check the address, or start from the season page.');
  const opened = openReceipt(deps.receipts, receipt, onSale);
  if (!opened.ok) return opened;
  const { place } = opened;
  const passKey = await deps.passKeys.signing(now);
  if (!passKey) return keysChange();

  const fan = await deps.fans.read(onSale, place.fan);
  if (fan?.slowerLane?.state === 'removed') return placeRemoved(fan.slowerLane);
  const last = livePass(fan?.pass, now);
  if (!fan || !last) return nothingToExtend();
  const held = stillHeld(fan, place);
  if (!held.ok) return held;
  if (!maySharePass(held.later, last)) return deviceBehind(last.expiresAt - now);
  if (extensionsLeft(last, fan.needs) === 0) {
    return refuse('no-more-time', 'Finish with what you hold; afterwards you may claim another turn if there is room.');
  }
  const position = await drawnPosition(deps.rounds, line.facts, place);
  if (position === undefined)
    throw new Error(`A pass was granted in round ${place.round} of ${onSale}, which is not drawn`);
  const given = (pass: typeof last): ExtendOutcome => {
    return { ok: true, claimed: handOver(passKey, fan, { position, device: place.device }, pass) };
  };

  const expiresAt = last.expiresAt + 60_000 * extensionMinutes(line.dials, fan.needs);
  const { parts } = last;
  const counted = { number: last.number, position, expiresAt, ...(parts !== undefined && { parts }) };
  await deps.shoppers.count(onSale, counted, last.voucher === true);
  const written = await deps.fans.extend(onSale, place.fan, last, expiresAt);
  if (written.ok) {
    await deps.shoppers.withdraw(onSale, { ...counted, expiresAt: last.expiresAt });
    return given({ ...last, expiresAt, extended: (last.extended ?? 0) + 1 });
  }
  const standing = livePass(written.fan.pass, now);
  // Another device extended it: the time it got is this one's too.
  if (standing?.number === last.number && maySharePass(held.later, standing)) return given(standing);
  // It was given back. So it can never be extended any more, and must not be counted.
  await deps.shoppers.withdraw(onSale, counted);
  return nothingToExtend();
}

function nothingToExtend(): Refusal {
  return refuse(
    'pass-expired',
    'You have no pass that is running. Claim again: if there is room you shop again at once.',
  );
}
