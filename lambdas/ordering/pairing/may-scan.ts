import type { DoorRight } from '../../../contracts/pairing.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { openSigned, type ReadingKeys } from '../../foundation/keys.ts';
import { staffKeyWrong } from '../order/staff-key.ts';
import type { DeviceStore } from './device-store.ts';

/*
 * The people who may scan tickets: staff with the staff key, at every performance, and a steward's device at the one
 * that it was paired for, until its evening is over or a supervisor ends it. The right is checked by its signature
 * before anything is read. Sign-in will change who may show the code, and nothing here.
 */

export interface MayScanDeps {
  readonly staffKey: string;
  readonly stewardKeys: ReadingKeys;
  readonly devices: Pick<DeviceStore, 'get'>;
}

/** Why the asker may not scan tickets of this performance; undefined if they may. `now` in milliseconds since the epoch. */
export async function mayNotScan(
  { staffKey, stewardKeys, devices }: MayScanDeps,
  authorization: string | undefined,
  performance: string,
  now: number,
): Promise<Refusal | undefined> {
  const [, right] = /^Bearer +(d1\.\S+)$/i.exec(authorization ?? '') ?? [];
  if (right === undefined) return staffKeyWrong(authorization, staffKey);
  const said = await openSigned<DoorRight>('d1', stewardKeys, right, now);
  if (!said) return refuse('door-right-wrong', 'Ask a supervisor for a new code, and pair this device again.');
  if (said.p !== performance)
    return refuse('door-right-elsewhere', 'Ask a supervisor for a code for this performance.');
  if (now >= said.x * 1000) return refuse('door-right-over', 'Ask a supervisor for a new code.');
  const device = await devices.get(performance, said.i);
  if (device?.state !== 'paired')
    return refuse('door-right-ended', 'Ask a supervisor for a new code if you still work at this door.');
  return undefined;
}
