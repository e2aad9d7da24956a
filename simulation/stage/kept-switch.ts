import { switchKey } from '../../contracts/switch.ts';
import type { KeptSwitch } from '../../lambdas/waiting-room/switch/switch-hands.ts';
import type { Files } from './published-files.ts';

/** The failover switch in memory: an object among files. */
export const switchIn = (files: Files, now: () => number): Pick<KeptSwitch, 'onSince' | 'turn'> => ({
  onSince: async () => files.get(switchKey) as number | undefined,
  async turn(on) {
    if (on) files.set(switchKey, now());
    else files.delete(switchKey);
  },
});
