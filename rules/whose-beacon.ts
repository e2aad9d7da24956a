import type { BeaconChain } from '../contracts/line.ts';
import { quicknetChain, standInPublicKey } from '../contracts/public-beacons.ts';

/**
 * Whose beacon decides a line's draws. Only a beacon that nobody near the line can foresee proves that its draws were
 * not steered. A chain is known by all its facts: one that goes by a known chain's hash or key and has other facts is
 * an impostor.
 *
 *     public      drand's quicknet
 *     accepted    one that whoever checks says they know
 *     stand-in    the one of rehearsals, whose key anyone may have
 *     not-public  any other
 *     impostor    it takes the name or key of a known one
 *     none        the line promised no beacon
 */
export type WhoseBeacon = 'public' | 'accepted' | 'stand-in' | 'not-public' | 'impostor' | 'none';

export function whoseBeacon(chain: BeaconChain | undefined, accepted: readonly BeaconChain[] = []): WhoseBeacon {
  if (!chain) return 'none';
  if (isSame(chain, quicknetChain)) return 'public';
  if (accepted.some((one) => isSame(chain, one))) return 'accepted';
  const takes = (one: BeaconChain) => one.chainHash === chain.chainHash || one.publicKey === chain.publicKey;
  if ([quicknetChain, ...accepted].some(takes)) return 'impostor';
  return chain.publicKey === standInPublicKey ? 'stand-in' : 'not-public';
}

function isSame(one: BeaconChain, other: BeaconChain): boolean {
  const facts = ({ chainHash, publicKey, scheme, genesis, period }: BeaconChain) =>
    JSON.stringify([chainHash, publicKey, scheme, genesis, period]);
  return facts(one) === facts(other);
}
