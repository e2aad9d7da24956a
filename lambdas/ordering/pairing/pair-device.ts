import type { DoorRight, Pairing, PairingRequest } from '../../../contracts/pairing.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { type SigningKeys, signingNow } from '../../foundation/keys.ts';
import { makeSigned } from '../../foundation/signing.ts';
import type { DeviceStore } from './device-store.ts';
import { type DoorDevice, deviceIdOf, holderOf, paired } from './door-device.ts';

export interface PairDeviceDeps {
  readonly devices: Pick<DeviceStore, 'get' | 'write'>;
  readonly stewardKeys: SigningKeys;
}

/** The right for a code: of two devices that take it at once, one gets it and the other hears so. */
export async function pairDevice(
  { devices, stewardKeys }: PairDeviceDeps,
  { performance, code, device, name }: PairingRequest & { readonly performance: string },
  now: number,
): Promise<{ readonly ok: true; readonly pairing: Pairing } | Refusal> {
  const id = deviceIdOf(performance, code);
  const found = await devices.get(performance, id);
  const holder = holderOf(device);
  const taken = found && paired(found, { holder, name }, now);
  const standing = taken && (await devices.write(taken, 'offered')).ok ? taken : await devices.get(performance, id);
  if (standing?.state !== 'paired') return wrong();
  if (standing.holder !== holder)
    return refuse('pairing-code-used', 'A code pairs one device. Ask a supervisor for another.');
  const { endsAt } = standing;
  if (now >= endsAt) return wrong();
  return { ok: true, pairing: { right: await rightOf(standing, stewardKeys, now), performance, endsAt } };
}

async function rightOf({ id, performance, endsAt }: DoorDevice, keys: SigningKeys, now: number): Promise<string> {
  const right: DoorRight = { p: performance, i: id, x: Math.floor(endsAt / 1000) };
  return makeSigned('d1', await signingNow(keys, now), right);
}

function wrong(): Refusal {
  return refuse(
    'pairing-code-wrong',
    'It was not made here, is older than five minutes, or was ended. Ask for another.',
  );
}
