import type { DoorRight } from '../../../contracts/pairing.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { openSigned, type ReadingKeys } from '../../foundation/keys.ts';
import type { DeviceStore } from './device-store.ts';

/*
 * Who may scan tickets: a steward's device, at the one performance that it was paired for, until its evening is over or
 * a supervisor ends it. Whoever signed in pairs a device, also the one in their own hand, and nobody scans without. The
 * right is checked by its signature before anything is read.
 */

export interface MayScanDeps {
  readonly stewardKeys: ReadingKeys;
  readonly devices: Pick<DeviceStore, 'get'>;
}

/** Why the asker may not scan tickets of this performance; undefined if they may. `now` in milliseconds since the epoch. */
export async function mayNotScan(
  { stewardKeys, devices }: MayScanDeps,
  authorization: string | undefined,
  performance: string,
  now: number,
): Promise<Refusal | undefined> {
  const [, right] = /^Bearer +(d1\.\S+)$/i.exec(authorization ?? '') ?? [];
  const said = right === undefined ? undefined : await openSigned<DoorRight>('d1', stewardKeys, right, now);
  if (!said) return refuse('door-right-wrong', 'Ask a supervisor for a new code, and pair this device again.');
  if (said.p !== performance)
    return refuse('door-right-elsewhere', 'Ask a supervisor for a code for this performance.');
  if (now >= said.x * 1000) return refuse('door-right-over', 'Ask a supervisor for a new code.');
  const device = await devices.get(performance, said.i);
  if (device?.state !== 'paired')
    return refuse('door-right-ended', 'Ask a supervisor for a new code if you still work at this door.');
  return undefined;
}
