import type { Devices } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import type { ShoppersStore } from '../line/shoppers-store.ts';
import { inOrder, mostEndings, shownDevices, stillHeld } from './devices.ts';
import type { FanStore } from './fan-store.ts';
import { openReceipt } from './receipt.ts';

/**
 * A fan sees the devices that hold the place, and ends one. It is listed first, so that its passes end, and taken off
 * the place second. A call that died in between leaves it in the list that the fan sees, and is made again.
 */
export interface TendDevicesDeps {
  readonly lines: RememberedLines;
  readonly fans: Pick<FanStore, 'read' | 'dropDevice'>;
  readonly shoppers: Pick<ShoppersStore, 'endDevice'>;
  readonly receipts: LineKeys['receipts'];
}

export interface TendDevicesInput {
  readonly onSale: string;
  readonly receipt: string | undefined;
  /** The name of the one to end. */
  readonly end?: string | undefined;
}

export type TendDevicesOutcome = { readonly ok: true; readonly devices: Devices; readonly ended: boolean };

export async function tendDevices(
  { lines, fans, shoppers, receipts }: TendDevicesDeps,
  { onSale, receipt, end }: TendDevicesInput,
  now: number,
): Promise<TendDevicesOutcome | Refusal> {
  if (!(await lines.glance(onSale, now)))
    return refuse('line-unknown', 'Check the address, or start from the season page.');
  const opened = openReceipt(receipts, receipt, onSale);
  if (!opened.ok) return opened;
  const { fan, device } = opened.place;
  const standing = await fans.read(onSale, fan);
  if (!standing) throw new Error(`A receipt of ${onSale} has no place: ${fan}`);
  const held = stillHeld(standing, opened.place);
  if (!held.ok) return held;
  if (end === undefined) return { ok: true, devices: shownDevices(standing, device), ended: false };

  const all = inOrder(standing);
  const at = all.findIndex(({ name }) => name === end);
  // Another tap of the same finger: it is off the place already.
  if (at < 0) return { ok: true, devices: shownDevices(standing, device), ended: false };
  const target = all[at];
  if (!target || at <= all.findIndex(({ name }) => name === device)) {
    return unknown('A device may end those that joined after it, and no others.');
  }
  if ((standing.endings ?? 0) >= mostEndings) {
    return unknown(`A place ends ${mostEndings} devices at most. Those that came since shop after yours.`);
  }
  await shoppers.endDevice(onSale, end);
  await fans.dropDevice(onSale, fan, target.key, 'ended');
  const after = await fans.read(onSale, fan);
  return { ok: true, devices: shownDevices(after ?? standing, device), ended: true };
}

function unknown(detail: string): Refusal {
  return refuse('device-unknown', detail, { errors: [{ field: 'body.end', message: 'cannot be ended from here' }] });
}
