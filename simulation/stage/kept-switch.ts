import { switchKey } from '../../contracts/switch.ts';
import type { KeptSwitch } from '../../lambdas/waiting-room/switch/switch-hands.ts';
import type { Files } from './published-files.ts';

/** The failover switch in memory: an object among files. */
export const switchIn = (files: Files): Pick<KeptSwitch, 'isOn' | 'turn'> => ({
  isOn: async () => files.has(switchKey),
  async turn(on) {
    if (on) files.set(switchKey, null);
    else files.delete(switchKey);
  },
});
