import { resolve } from 'node:path';
import { type RunningCloud, startLocalCloud } from '../local-cloud/local-cloud.ts';
import { stopOnSignal } from '../local-cloud/stop-on-signal.ts';
import type { BeaconHere } from './beacon-here.ts';
import type { FallbackHere } from './fallback-here.ts';
import type { Places } from './greeting.ts';
import { moveIn } from './house-here.ts';
import { showMention, showProgress } from './load-progress.ts';
import { loadLocally } from './load-world.ts';
import type { PretendStripe } from './pretend-stripe.ts';
import type { SignInHere } from './sign-in-here.ts';
import type { StartOptions } from './start-options.ts';

/** What runs here in place of others' services. */
export interface StandIns {
  readonly stripe: PretendStripe | undefined;
  readonly beacon: BeaconHere;
  readonly fallback: FallbackHere;
  readonly signIn: SignInHere;
}

/**
 * For one try of a call: more than the templates have (contracts/call-times.ts). On a laptop that rehearses, functions,
 * services and audience share the same cores, and a database that answers after two seconds is only busy.
 */
const callTryMs = 4000;

/** Runs an assembly in this process, with a world in it, until a signal stops the process. */
export async function runCloud(options: StartOptions, assembly: string, standIns: StandIns): Promise<Places> {
  const { beacon, fallback, signIn } = standIns;
  const told = { ...beacon.variables, ...fallback.variables, ...signIn.variables };
  const variables = { ...told, CALL_TRY_MS: `${callTryMs}` };
  const { state, port, database, fresh, verbose, fans, iam, iamReport } = options;
  const warm = options.warm || fans > 0;
  console.log('starting the local cloud');
  const more = { iam, iamReport, userPools: signIn.url, others: fallback.others };
  const cloud = await startLocalCloud({ assembly, state, port, database, fresh, verbose, warm, variables, ...more });
  stopOnSignal(cloud);
  // A failure from here on, even a signal while the world is loaded, may leave nothing running.
  return settle(cloud, options, standIns).catch(async (error: unknown) => {
    await cloud.stop();
    throw error;
  });
}

/** Loads the world, and gathers what a visitor must know. */
async function settle(
  cloud: RunningCloud,
  { state, world, doorsIn }: StartOptions,
  { stripe, beacon, fallback, signIn }: StandIns,
): Promise<Places> {
  const site = cloud.addresses.find(({ name }) => name.startsWith('Site'))?.url.replace(/\/$/, '');
  const addressOf = (name: string) => cloud.addresses.find((address) => address.name === name)?.url;
  const [mailbox, dns, wayIn] = ['mailbox', 'dns', 'way-in'].map(addressOf);
  if (site === undefined) throw new Error('The templates have no distribution whose name starts with Site');
  signIn.connect(cloud);
  await stripe?.connect(cloud, site);
  await moveIn(cloud, signIn.persons, Date.now());
  // Last, since its doors count from the end of it.
  const { season } = await loadLocally(state, {
    world,
    doorsIn,
    now: Date.now,
    progress: showProgress,
    mention: showMention,
  });
  return {
    site,
    state: resolve(state),
    ...(mailbox !== undefined && { mailbox }),
    ...(stripe && { stripe: stripe.url }),
    house: signIn.persons,
    ...(beacon.url !== undefined && { beacon: beacon.url }),
    ...(dns !== undefined && wayIn !== undefined && { names: { domainName: fallback.domainName, dns, wayIn } }),
    onSales: season.onSales.map(({ id, opensAt }) => ({ id, opensAt })).sort((a, b) => a.opensAt - b.opensAt),
  };
}
