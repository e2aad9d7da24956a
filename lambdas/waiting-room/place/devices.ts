import type { Place } from '../../../contracts/line.ts';
import type { DeviceKind, Devices } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { FanRecord, GrantedPass } from './fan-store.ts';

/**
 * The devices of a place. Everybody who shows what the fan can show gets the same place: the fan's phone, and somebody
 * who guessed the postcode. So the place knows its devices, and each has a receipt of its own. The first took the place.
 * Each later one has a name, in its receipt and its passes, by which it can be ended.
 *
 *     first ──may end──▶ second ──may end──▶ third …          never the other way
 *
 * What proves no more cannot decide who is right; who was there first can. An ended device may show the same proof
 * again, since nobody with the right postcode is locked out. But from the first ending on each newcomer stands *behind*:
 * it sees the place, and shops only once the others let five minutes pass after the call
 * (docs/decisions/0035-who-was-there-first.md).
 *
 * Staff hand a place over to another device: then that one is the first, and all of before were ended
 * (docs/decisions/0075-a-place-is-handed-over.md).
 */
export interface HeldOn {
  /** Travels in its receipt and its passes. Left out of the one that took the place. */
  readonly name?: string;
  readonly kind: DeviceKind;
  /** Milliseconds since the epoch. */
  readonly joinedAt: number;
  /** It came after a device was ended. */
  readonly behind?: true;
  /** The place was handed over to it. */
  readonly first?: true;
  /** Milliseconds since the epoch: one that stands behind is let in from then on. Set by its first claim. */
  readonly letInAt?: number;
}

/** By its key: a keyed hash of what the browser says of itself. */
export type HeldOnByKey = Readonly<Record<string, HeldOn>>;

/** A place has so many at a time. Any that come then are one with the youngest, so nobody is crowded out. */
export const mostDevices = 8;

/** A place ends so many: each stays in the published list for as long as there is the line. */
export const mostEndings = 20;

/** A device of the place, with its key. */
export interface KeyedDevice extends HeldOn {
  readonly key: string;
}

/** The first of them first. */
export function inOrder({ devices = {} }: Pick<FanRecord, 'devices'>): readonly KeyedDevice[] {
  return Object.entries(devices)
    .map(([key, device]) => ({ key, ...device }))
    .sort((a, b) => (isFirst(a) ? 0 : 1) - (isFirst(b) ? 0 : 1) || a.joinedAt - b.joinedAt || order(a, b));
}

/** It took the place, or it was handed the place. */
export function isFirst({ name, first }: HeldOn): boolean {
  return name === undefined || first === true;
}

/** Whether the receipt is one of the place's devices; if not, it was ended. */
export function stillHeld(
  record: Pick<FanRecord, 'devices' | 'handedOver'>,
  place: Pick<Place, 'device'>,
): { readonly ok: true; readonly later?: KeyedDevice } | Refusal {
  const holder = holderOf(record, place);
  if (holder === undefined) return deviceEnded();
  return holder === 'taker' ? { ok: true } : { ok: true, later: holder };
}

/** The device of the place that the receipt was given to: by its name, or as the one that took it; undefined if it was ended. */
export function holderOf(
  { devices, handedOver }: Pick<FanRecord, 'devices' | 'handedOver'>,
  { device }: Pick<Place, 'device'>,
): KeyedDevice | 'taker' | undefined {
  if (device !== undefined) return laterDevice(devices, device);
  return handedOver === undefined ? 'taker' : undefined;
}

/** The device of this name; undefined if it was ended. */
export function laterDevice(devices: HeldOnByKey = {}, device: string): KeyedDevice | undefined {
  const [key, later] = Object.entries(devices).find(([, { name }]) => name === device) ?? [];
  return key !== undefined && later ? { key, ...later } : undefined;
}

/** Whether the device may shop with this pass. One that stands behind has none but what it claimed itself. */
export function maySharePass(later: KeyedDevice | undefined, { by }: Pick<GrantedPass, 'by'>): boolean {
  return !later?.behind || by === later.name;
}

/** Of several; undefined if there is one. */
export function countIfSeveral(record: Pick<FanRecord, 'devices'>): { readonly devices?: number } {
  const { length } = inOrder(record);
  return length > 1 ? { devices: length } : {};
}

/** As the fan is shown them, by the one that asks. */
export function shownDevices(record: Pick<FanRecord, 'devices'>, asking: string | undefined): Devices {
  const all = inOrder(record);
  const from = all.findIndex(({ name }) => name === asking);
  return {
    devices: all.map(({ name, kind, joinedAt, behind }, at) => ({
      ...(name !== undefined && { device: name }),
      ...{ kind, joinedAt },
      ...(at === from && { here: true as const }),
      ...(behind && { behind }),
      ...(at > from && name !== undefined && { mayEnd: true as const }),
    })),
  };
}

export function deviceEnded(): Refusal {
  return refuse('device-ended', 'Another device that holds this place ended this one. Join again to come back to it.');
}

export function deviceBehind(retryAfterMs: number): Refusal {
  const detail =
    'A device was taken off this place before this one came. So the devices that were there first shop first. This one ' +
    'is let in if they have not come five minutes after the call.';
  return refuse('device-behind', detail, { retryAfterMs: Math.min(60_000, Math.max(1000, retryAfterMs)) });
}

const order = (a: KeyedDevice, b: KeyedDevice) => (a.key < b.key ? -1 : 1);
