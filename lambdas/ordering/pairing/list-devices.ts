import type { DoorDevices } from '../../../contracts/pairing.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import type { DeviceStore } from './device-store.ts';
import type { DoorDevice } from './door-device.ts';
import { type MayPairDeps, mayPair } from './may-pair.ts';

export interface ListDevicesDeps extends MayPairDeps {
  readonly devices: Pick<DeviceStore, 'all'>;
}

/** The stewards' devices of a performance, for a supervisor. */
export async function listDevices(
  deps: ListDevicesDeps,
  asker: StaffMember,
  { performance }: { readonly performance: string },
  now: number,
): Promise<{ readonly ok: true; readonly body: DoorDevices } | Refusal> {
  if (!(await mayPair(deps, asker, performance, now))) return notAllowed();
  return { ok: true, body: { devices: devicesSeen(await deps.devices.all(performance), now) } };
}

/** The latest first. A code that nobody took in time is of no interest to anybody. */
export function devicesSeen(devices: readonly DoorDevice[], now: number): DoorDevices['devices'] {
  return devices
    .filter(({ state, holder, codeEndsAt }) => holder !== undefined || (state === 'offered' && now < codeEndsAt))
    .sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1))
    .map(({ id, name, state, changedAt, endsAt }) => ({
      device: id,
      ...(name !== undefined && { name }),
      state: state === 'paired' && now >= endsAt ? 'ended' : state,
      changedAt,
      endsAt,
    }));
}
