import type { Pairing } from '../../contracts/pairing.ts';
import { long } from '../box.store.ts';

/*
 * The right of this device, for one performance and one evening. It outlives the tab, since a phone forgets tabs. The
 * random name is made before the code is sent, so that a device which lost the answer asks again as the same one.
 */

const rightName = 'stampede.door.right';
const deviceName = (code: string) => `stampede.door.device.${code}`;

export const doorRight = {
  /** Whether or not it has ended. */
  read: () => long.read<Pairing>(rightName),
  keep: (pairing: Pairing) => long.put(rightName, JSON.stringify(pairing)),
  drop: () => long.drop(rightName),

  device: (code: string, make: () => string): string => {
    const name = deviceName(code);
    const known = long.get(name) ?? make();
    long.put(name, known);
    return known;
  },
  dropDevice: (code: string) => long.drop(deviceName(code)),
};
