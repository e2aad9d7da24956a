import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BeaconChain } from '../contracts/line.ts';
import { home } from './build.ts';
import { startStandIn } from './stand-in.ts';

/*
 * The public beacon of a start on this machine: the stand-in of stand-ins/beacon/, in a process of its own. The templates
 * name drand's relays. The local cloud tells the functions of the stand-in instead, so the templates are not made anew.
 */

export interface BeaconHere {
  /** Of the stand-in, without a path; absent if the stage says that it has no beacon. */
  readonly url?: string;
  /** Values of functions' variables in place of the templates'. */
  readonly variables: Readonly<Record<string, string>>;
}

interface BeaconSaid {
  readonly url: string;
  readonly relay: string;
  readonly chain: BeaconChain;
}

export async function startBeaconHere(): Promise<BeaconHere> {
  const { beacon } = JSON.parse(readFileSync(join(home, 'stages', 'example.json'), 'utf8'));
  if (beacon === 'none') return { variables: {} };
  const { said } = await startStandIn<BeaconSaid>(
    join(home, 'stand-ins', 'beacon', 'main.ts'),
    'The stand-in for the beacon',
  );
  const { url, relay, chain } = said;
  return { url, variables: { BEACON: JSON.stringify({ urls: [relay], chain }) } };
}
