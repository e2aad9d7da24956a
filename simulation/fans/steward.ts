import type { DoorRight } from '../../contracts/pairing.ts';
import { signingNow } from '../../lambdas/foundation/keys.ts';
import { makeSigned } from '../../lambdas/foundation/signing.ts';
import type { DeviceStore } from '../../lambdas/ordering/pairing/device-store.ts';
import type { Api } from '../stage/platform.ts';

/* A steward whose device was paired long before: pairing has tests of its own, and nothing here hangs on it. */

const hour = 3_600_000;
const id = 'a-stewards-device';

/** Devices of which that one is paired. */
export const paired = (performance: string, now: number): Pick<DeviceStore, 'get'> => ({
  get: async () => ({
    id,
    performance,
    state: 'paired',
    changedAt: now - hour,
    codeEndsAt: now - hour,
    endsAt: now + hour,
  }),
});

/** As the door sends it. */
export async function rightOf(
  { stewardKeys }: Pick<Api, 'stewardKeys'>,
  performance: string,
  now: number,
): Promise<string> {
  const right: DoorRight = { p: performance, i: id, x: Math.floor((now + hour) / 1000) };
  return `Bearer ${await makeSigned('d1', await signingNow(stewardKeys, now), right)}`;
}
