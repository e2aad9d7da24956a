import type { Place } from '../../../contracts/line.ts';
import type { DeviceKind, JoinRequest } from '../../../contracts/line-requests.ts';
import type { LineKeys } from '../line/line-keys.ts';
import { deviceKindOf } from '../place/device-kind.ts';
import { type HeldOn, holderOf, inOrder, mostDevices } from '../place/devices.ts';
import type { FanRecord, FanStore } from '../place/fan-store.ts';
import type { Traits } from './suspicion.ts';

/**
 * Which device joins. A browser of ours makes up a secret once and sends it with each join, so a join that is repeated
 * because its answer was lost comes from the same device. A client that sends none is known by its address and by what
 * it calls itself: then two alike behind one address are one device. Neither is kept, only a keyed hash of them that is
 * the fan's own.
 */
export interface ComingDevice {
  readonly key: string;
  readonly kind: DeviceKind;
  /** It proved by its secret or by a receipt that it is this one of the place's devices. */
  readonly proved?: HeldOn | 'first';
}

export function comingDevice(
  keys: Pick<LineKeys, 'deviceKey'>,
  { onSale, fan }: Pick<Place, 'onSale' | 'fan'>,
  {
    request,
    traits,
    shown,
    standing,
  }: {
    readonly request: JoinRequest;
    readonly traits: Traits | undefined;
    /** The place of a genuine receipt. */
    readonly shown: Place | undefined;
    readonly standing: FanRecord | undefined;
  },
): ComingDevice {
  const secret = request.entry === 'open' ? request.visitor : request.device;
  const coming = unprovedDevice(keys, { onSale, fan }, secret, traits);
  if (!standing) return coming;
  if (shown?.fan === fan) {
    const holder = holderOf(standing, shown);
    if (holder) return { ...coming, proved: holder === 'taker' ? 'first' : holder };
  }
  // Somebody else behind the same address could be taken for one that sent no secret: that proves nothing.
  const known = secret ? standing.devices?.[coming.key] : undefined;
  return { ...coming, ...(known && { proved: known }) };
}

/** The device by what it says of itself. */
export function unprovedDevice(
  keys: Pick<LineKeys, 'deviceKey'>,
  { onSale, fan }: Pick<Place, 'onSale' | 'fan'>,
  secret: string | undefined,
  traits: Traits | undefined,
): Pick<ComingDevice, 'key' | 'kind'> {
  const said = secret ? `own|${secret}` : `seen|${traits?.address ?? ''}|${traits?.agent ?? ''}`;
  return { key: keys.deviceKey(onSale, fan, said), kind: deviceKindOf(traits?.agent) };
}

export interface TakeOnDeps {
  readonly fans: Pick<FanStore, 'addDevice'>;
  readonly keys: Pick<LineKeys, 'deviceName'>;
}

/** A write that lost finds the device there, the place full, or a first ending: each happens once. */
const mostAttempts = 4;

/** The device of the place that this one is, put there if it is new: one write unit. And the record as it is then. */
export async function takeOn(
  { fans, keys }: TakeOnDeps,
  first: FanRecord,
  { key, kind, proved }: ComingDevice,
  now: number,
): Promise<{ readonly name: string | undefined; readonly record: FanRecord }> {
  const { onSale, fan } = first.pin;
  let record = first;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    if (proved) return { name: proved === 'first' ? undefined : proved.name, record };
    const known = record.devices?.[key];
    if (known) return { name: known.name, record };
    const all = inOrder(record);
    const youngest = all.at(-1);
    if (youngest && all.length >= mostDevices) return { name: youngest.name, record };
    const device: HeldOn = {
      // Of one that was ended a moment ago it is not the name again.
      name: keys.deviceName(onSale, fan, `${key}|${now}|${record.endings ?? 0}`),
      kind,
      joinedAt: now,
      ...(record.endings !== undefined && { behind: true }),
    };
    const added = await fans.addDevice(onSale, fan, key, device);
    if (added.ok) return { name: device.name, record: { ...record, devices: { ...record.devices, [key]: device } } };
    record = added.fan;
  }
  throw new Error(`A device of a place in ${onSale} could not be noted in ${mostAttempts} attempts`);
}
