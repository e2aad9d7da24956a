import type { DoorDevices, DoorDevicesAct } from '../../../contracts/pairing.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { FindPerformance } from '../order/performances.ts';
import { staffKeyWrong } from '../order/staff-key.ts';
import type { DeviceStore } from './device-store.ts';
import { type DoorDevice, ended, offered } from './door-device.ts';
import { devicesSeen } from './list-devices.ts';

export interface ChangeDevicesDeps {
  readonly devices: DeviceStore;
  readonly findPerformance: FindPerformance;
  readonly staffKey: string;
  /** 128 random bits in letters and digits. */
  readonly newCode: () => string;
}

/** Acts of a supervisor: a code for one device more, or the end of one or of all. */
export async function changeDevices(
  deps: ChangeDevicesDeps,
  asked: {
    readonly authorization: string | undefined;
    readonly performance: string;
    readonly act: DoorDevicesAct;
  },
  now: number,
): Promise<{ readonly ok: true; readonly body: DoorDevices } | Refusal> {
  const closed = staffKeyWrong(asked.authorization, deps.staffKey);
  if (closed) return closed;
  const { devices } = deps;
  const { performance, act } = asked;
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
