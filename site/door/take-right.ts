import type { Pairing } from '../../contracts/pairing.ts';
import type { SignedIn } from '../../contracts/sign-in.ts';
import type { Answer } from '../api.ts';
import { browser, learnTime, newKey } from '../browser.gateway.ts';
import type { DevicesActs } from './devices.ts';
import { pairDevice, type ShownCode } from './pairing-api.ts';
import { doorRight } from './right.store.ts';

/** Takes a code for the right of this device, and keeps it. */
export async function takeRight({ performance, code }: ShownCode, name: string): Promise<Answer<Pairing>> {
  const device = doorRight.device(code, newKey);
  const answer = await pairDevice(browser, performance, { code, device, ...(name !== '' && { name }) });
  if (!answer.ok) return answer;
  learnTime(answer.seen);
  doorRight.keep(answer.body);
  doorRight.dropDevice(code);
  return answer;
}

/** A supervisor's own device gets its right as any other does: a code is made, and taken at once. */
export async function takeRightHere(
  devices: DevicesActs,
  performance: string,
  me: SignedIn | undefined,
): Promise<Answer<Pairing>> {
  const offered = await devices.forThisDevice(performance);
  if (!offered.ok) return offered;
  const taken = await takeRight({ performance, code: offered.body.offer?.code ?? '' }, nameOf(me));
  devices.again();
  return taken;
}

/** As the list of devices has it. */
const nameOf = (me: SignedIn | undefined) => (me?.name ?? me?.email ?? '').slice(0, 40);
