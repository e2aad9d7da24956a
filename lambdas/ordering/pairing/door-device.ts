import { createHash } from 'node:crypto';
import { codeLastsMs } from '../../../contracts/pairing.ts';
import { rightEndsAt } from '../../../rules/door-right.ts';

/*
 * A steward's device, from the code that a supervisor shows to the end of its evening:
 *
 *   offered ──taken by one device──▶ paired ──▶ ended
 *      └────────────────────────────────────────▲
 *
 * A code that nobody takes in five minutes pairs nobody. A device that lost the answer asks again with the same code
 * and the same random name of its own, and gets the same right. Another device gets nothing for it.
 */

export interface DoorDevice {
  /** Names the device and tells nothing of its code. */
  readonly id: string;
  readonly performance: string;
  readonly state: 'offered' | 'paired' | 'ended';
  /** Milliseconds since the epoch: since when it is so. */
  readonly changedAt: number;
  /** Milliseconds since the epoch: the end of its code. */
  readonly codeEndsAt: number;
  /** Milliseconds since the epoch: the end of its right. */
  readonly endsAt: number;
  readonly name?: string;
  /** Print of the random name that the device made up. Once it is paired. */
  readonly holder?: string;
}

/** 20 characters that follow from the code, and from which nobody finds it. */
export function deviceIdOf(performance: string, code: string): string {
  return print(`${performance}|${code}`);
}

export function holderOf(device: string): string {
  return print(device);
}

function print(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 15).toString('base64url');
}

export function offered(
  of: {
    readonly performance: string;
    readonly code: string;
    readonly name?: string | undefined;
    readonly startsAt: number;
  },
  now: number,
): DoorDevice {
  const { performance, code, name, startsAt } = of;
  return {
    id: deviceIdOf(performance, code),
    performance,
    state: 'offered',
    changedAt: now,
    codeEndsAt: now + codeLastsMs,
    endsAt: rightEndsAt(startsAt, now),
    ...(name !== undefined && { name }),
  };
}

/** The device that took its code; undefined if the code is not to be had any more. */
export function paired(
  device: DoorDevice,
  by: { readonly holder: string; readonly name?: string | undefined },
  now: number,
): DoorDevice | undefined {
  if (device.state !== 'offered' || now >= device.codeEndsAt || now >= device.endsAt) return undefined;
  const { holder, name = device.name } = by;
  return { ...device, state: 'paired', changedAt: now, holder, ...(name !== undefined && { name }) };
}

/** Undefined if it has ended already. */
export function ended(device: DoorDevice, now: number): DoorDevice | undefined {
  return device.state === 'ended' ? undefined : { ...device, state: 'ended', changedAt: now };
}
