import { api } from '../../contracts/api.ts';
import type { DoorDevices, DoorDevicesAct, Pairing, PairingRequest } from '../../contracts/pairing.ts';
import { type Answer, ask, type Browser } from '../api.ts';
import { dressed, withToken } from '../sign-in/me-api.ts';

/** Pairing, from both sides: the supervisor who shows a code, and the device that takes it. */

export function changeDevices(
  browser: Browser,
  access: string,
  performance: string,
  body: DoorDevicesAct,
): Promise<Answer<DoorDevices>> {
  return ask(dressed(browser), {
    ...api('POST staff/door/{performance}/devices', { performance }),
    headers: withToken(access),
    body,
    // A code that was lost on the way is worth nothing to anybody; another is made.
    tries: 2,
  });
}

export function readDevices(browser: Browser, access: string, performance: string): Promise<Answer<DoorDevices>> {
  return ask(dressed(browser), {
    ...api('GET staff/door/{performance}/devices', { performance }),
    headers: withToken(access),
    cache: 'no-store',
    tries: 1,
  });
}

/** Safe to repeat: the same device gets the same right. */
export function pairDevice(browser: Browser, performance: string, body: PairingRequest): Promise<Answer<Pairing>> {
  return ask(browser, { ...api('POST pairings/{performance}', { performance }), body });
}

/** The content of a shown code: `<performance>.<code>`, in the fragment, which no server and no log sees. */
export interface ShownCode {
  readonly performance: string;
  readonly code: string;
}

export function addressOf(origin: string, { performance, code }: ShownCode): string {
  return `${origin}/door#pair=${performance}.${code}`;
}

/** Undefined for any other text. */
export function readShown(text: string | undefined): ShownCode | undefined {
  const [, performance, code] = /^([a-z0-9-]{1,64})\.([A-Za-z0-9_-]{20,64})$/.exec(text ?? '') ?? [];
  return performance === undefined || code === undefined ? undefined : { performance, code };
}
