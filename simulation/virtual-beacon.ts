import { createHash } from 'node:crypto';
import type { Beacon, BeaconChain } from '../contracts/line.ts';
import { beaconOutAt } from '../rules/beacon.ts';

/** A public beacon in virtual time, every 3 s. Nobody can have a round of it before it is out. */
export class VirtualBeacon {
  readonly chain: BeaconChain;

  /** `near`: milliseconds since the epoch; it began long before. */
  constructor(near: number) {
    const genesis = Math.floor(near / 1000) - 3_000_000;
    this.chain = { chainHash: 'virtual', publicKey: 'none', scheme: 'virtual', genesis, period: 3 };
  }

  at(round: number, now: number): Beacon | undefined {
    if (now < beaconOutAt(this.chain, round)) return undefined;
    const signature = hex(`beacon ${round}`);
    return { round, signature, randomness: hex(signature) };
  }
}

const hex = (text: string) => createHash('sha256').update(text).digest('hex');
