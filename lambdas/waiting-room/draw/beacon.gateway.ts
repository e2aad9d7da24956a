import { type ChainClient, type ChainInfo, fetchBeacon, type RandomnessBeacon } from 'drand-client';
import type { Beacon, BeaconChain } from '../../../contracts/line.ts';
import type { BeaconSource } from '../../../rules/beacon.ts';
import type { BeaconSetting } from './beacon-setting.ts';

/** A tick of the pacemaker waits for this: three relays must fit into the time a round may take. */
const relayTimeoutMs = 1500;

/**
 * The beacon as its relays give it out. Every answer of theirs is verified with the public key that the line promised,
 * never with one that a relay names. So a relay can be silent but cannot lie.
 */
export function beaconSource({ urls, chain }: BeaconSetting, timeoutMs = relayTimeoutMs): BeaconSource {
  const relays = urls.map((url) => relay(url.replace(/\/+$/, ''), chain, timeoutMs));
  return {
    chain,
    async at(wanted) {
      for (const one of relays) {
        try {
          const { round, randomness, signature } = await fetchBeacon(one, wanted);
          return { round, randomness, signature } satisfies Beacon;
        } catch {
          // Not out yet, out of reach, too slow or not genuine: all of them mean that the next one is asked.
        }
      }
      return undefined;
    },
  };
}

/** The library's own client has no time limit, and asks the relay which chain it is: we know that. */
function relay(baseUrl: string, chain: BeaconChain, timeoutMs: number): ChainClient {
  const info: ChainInfo = {
    public_key: chain.publicKey,
    period: chain.period,
    genesis_time: chain.genesis,
    hash: chain.chainHash,
    groupHash: '',
    schemeID: chain.scheme,
    metadata: { beaconID: '' },
  };
  const get = async (path: number | 'latest'): Promise<RandomnessBeacon> => {
    const answer = await fetch(`${baseUrl}/public/${path}`, { signal: AbortSignal.timeout(timeoutMs) });
    if (!answer.ok) throw new Error(`The relay answered ${answer.status}`);
    return (await answer.json()) as RandomnessBeacon;
  };
  return {
    options: { disableBeaconVerification: false, noCache: false },
    get,
    latest: () => get('latest'),
    chain: () => ({ baseUrl, info: async () => info }),
  };
}
