import type { DoorDevices, DoorDevicesAct } from '../../../contracts/pairing.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import type { DeviceStore } from './device-store.ts';
import { type DoorDevice, ended, offered } from './door-device.ts';
import { devicesSeen } from './list-devices.ts';
import { type MayPairDeps, mayPair } from './may-pair.ts';

export interface ChangeDevicesDeps extends MayPairDeps {
  readonly devices: DeviceStore;
  readonly audit: Pick<AuditStore, 'add'>;
  /** 128 random bits in letters and digits. */
  readonly newCode: () => string;
}

/** Acts of a supervisor: a code for one device more, or the end of one or of all. */
export async function changeDevices(
  deps: ChangeDevicesDeps,
  asker: StaffMember,
  { performance, act }: { readonly performance: string; readonly act: DoorDevicesAct },
  now: number,
): Promise<{ readonly ok: true; readonly body: DoorDevices } | Refusal> {
  if (!(await mayPair(deps, asker, performance, now))) return notAllowed();
  const { devices } = deps;
  const deed = { act: deeds[act.act], on: performance, note: act.act === 'offer' ? act.name : undefined };
  await deps.audit.add(deedOf(asker, deed, { id: deps.newCode(), now }));
  if (act.act === 'offer') {
    const found = await deps.findPerformance(performance, now);
    if (!found) return refuse('performance-unknown', 'Choose a performance of the published season.');
    const code = deps.newCode();
    const device = offered({ performance, code, name: act.name, startsAt: found.startsAt }, now);
    if (device.endsAt <= now)
      return refuse('performance-unknown', 'It is over. Choose the performance of this evening.');
    await devices.put(device);
    const offer = { device: device.id, code, endsAt: device.codeEndsAt };
    return { ok: true, body: { devices: devicesSeen(await devices.all(performance), now), offer } };
  }
  const named = act.act === 'end' ? [act.device] : (await devices.all(performance)).map(({ id }) => id);
  for (const id of named) {
    if (!(await end(devices, performance, id, now)))
      return refuse('door-device-unknown', 'Read the list of devices again.');
  }
  return { ok: true, body: { devices: devicesSeen(await devices.all(performance), now) } };
}

/** As the audit has them. */
const deeds = { offer: 'offer-door-code', end: 'end-door-device', 'end-all': 'end-door-devices' } as const;

/** A device goes from offered to paired once, so three tries meet it whatever it does. */
const mostTries = 3;

/** As it has ended; undefined if there is none. */
async function end(
  devices: DeviceStore,
  performance: string,
  id: string,
  now: number,
): Promise<DoorDevice | undefined> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const device = await devices.get(performance, id);
    if (!device) return undefined;
    const next = ended(device, now);
    if (!next) return device;
    if ((await devices.write(next, device.state)).ok) return next;
  }
  throw new Error(`Device ${id} moved ${mostTries} times while it was ended`);
}
