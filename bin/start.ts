import { fork } from 'node:child_process';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { readRoster, readWorld } from '../examples/read-world.ts';
import type { Member } from '../examples/roster.ts';
import { type RunningCloud, startLocalCloud } from '../local-cloud/local-cloud.ts';
import { stopOnSignal } from '../local-cloud/stop-on-signal.ts';
import { build, home } from './build.ts';
import { loadLocally } from './load-world.ts';
import { localSecret } from './local-secret.ts';
import { type PretendStripe, startPretendStripe } from './pretend-stripe.ts';

/*
 * `npm start`: builds, runs the synthesized templates on this machine, loads an example season and says
 * where to look. `startStampede` does the same in a process of its own, for rehearsals and tests.
 */

export interface StampedeOptions {
  /** Folder that survives a restart. */
  readonly state: string;
  /** Folder under `examples/`. */
  readonly world?: string;
  /** ISO 8601 duration from loading to the opening of the first on-sale's doors, e.g. `PT30S`. */
  readonly doorsIn?: string;
  /** Preferred port of the site; any free one if it is taken. 0 asks for any. */
  readonly port?: number;
  /** Forget what an earlier run left. */
  readonly fresh?: boolean;
  readonly database?: 'dynalite' | 'dynamodb-local';
  readonly verbose?: boolean;
  /** Offer payment by card, with a pretend Stripe. */
  readonly stripe?: boolean;
}

/** Where things are once everything runs. */
export interface Places {
  /** Address of the fan site, without a trailing slash. */
  readonly site: string;
  /** Folder of state and logs, absolute. */
  readonly state: string;
  /** Opens the order book. */
  readonly staffKey: string;
  /** Where e-mail can be read; absent if the stage sends none. */
  readonly mailbox?: string;
  /** The pretend Stripe, if it was asked for. */
  readonly stripe?: string;
  /** On-sales of the loaded world, in the order of their doors. */
  readonly onSales: readonly { readonly id: string; readonly opensAt: number }[];
}

export interface RunningStampede extends Places {
  /** Ends it as Ctrl-C does: work in flight is finished and kept. */
  stop(): Promise<void>;
}

/** Starts everything in a process of its own and answers when fans may come. */
export function startStampede(options: StampedeOptions): Promise<RunningStampede> {
  const child = fork(fileURLToPath(import.meta.url), argumentsOf(options), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return new Promise((ready, reject) => {
    child.once('exit', (code) => reject(new Error(`The local cloud ended with status ${code}:\n${output}`)));
    child.once('message', (places) =>
      ready({
        ...(places as Places),
        stop: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      }),
    );
  });
}

function argumentsOf(options: StampedeOptions): string[] {
  const { state, world, doorsIn, port = 0, fresh, database, verbose, stripe } = options;
  return [
    ...['--state', state, '--port', `${port}`],
    ...(world ? ['--world', world] : []),
    ...(doorsIn ? ['--doors-in', doorsIn] : []),
    ...(database ? ['--database', database] : []),
    ...(fresh ? ['--fresh'] : []),
    ...(verbose ? ['--verbose'] : []),
    ...(stripe ? ['--stripe'] : []),
  ];
}

async function main(): Promise<void> {
  const options = readArguments();
  const began = performance.now();
  const stripe = options.stripe ? await startPretendStripe(options.state, options.fresh ?? false) : undefined;
  await build(console.log, stripe?.build);
  const cloud = await startLocalCloud({
    assembly: stripe?.build.out ?? join(home, 'cdk.out'),
    state: options.state,
    port: options.port ?? 8787,
    database: options.database ?? 'dynalite',
    fresh: options.fresh ?? false,
    verbose: options.verbose ?? false,
  });
  stopOnSignal(cloud);
  // Whatever goes wrong from here on, a signal while the world is loaded included, nothing may be left running.
  const places = await settle(cloud, options, stripe).catch(async (error: unknown) => {
    await cloud.stop();
    throw error;
  });
  const world = options.world ?? 'festival';
  console.log(greeting(places, world, await someoneIn(world), (performance.now() - began) / 1000));
  process.send?.(places);
}

function readArguments(): StampedeOptions {
  const { values } = parseArgs({
    options: {
      state: { type: 'string', default: '.stampede' },
      world: { type: 'string', default: 'festival' },
      'doors-in': { type: 'string' },
      port: { type: 'string', default: '8787' },
      database: { type: 'string', default: 'dynalite' },
      fresh: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      stripe: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port must be from 0 to 65535');
  if (values.database !== 'dynalite' && values.database !== 'dynamodb-local') {
    throw new Error('--database must be dynalite or dynamodb-local');
  }
  return {
    state: values.state,
    world: values.world,
    ...(values['doors-in'] && { doorsIn: values['doors-in'] }),
    port,
    database: values.database,
    fresh: values.fresh,
    verbose: values.verbose,
    stripe: values.stripe,
  };
}

/** Loads the world, and gathers what a visitor must know. */
async function settle(
  cloud: RunningCloud,
  { state, world = 'festival', doorsIn }: StampedeOptions,
  stripe: PretendStripe | undefined,
): Promise<Places> {
  let step = '';
  const loaded = await loadLocally(state, {
    world,
    doorsIn,
    now: Date.now(),
    progress: (now) => {
      if (now !== step) console.log(`loading ${now}`);
      step = now;
    },
  });
  const site = cloud.addresses.find(({ name }) => name.startsWith('Site'));
  const mailbox = cloud.addresses.find(({ name }) => name === 'mailbox');
  if (!site) throw new Error('The templates have no distribution whose name starts with Site');
  await stripe?.connect(cloud, site.url.replace(/\/$/, ''));
  return {
    site: site.url.replace(/\/$/, ''),
    state: resolve(state),
    staffKey: await staffKeyOf(cloud),
    ...(mailbox && { mailbox: mailbox.url }),
    ...(stripe && { stripe: stripe.url }),
    onSales: loaded.season.onSales.map(({ id, opensAt }) => ({ id, opensAt })).sort((a, b) => a.opensAt - b.opensAt),
  };
}

async function staffKeyOf(cloud: RunningCloud): Promise<string> {
  const { client, arn } = localSecret(cloud, 'StaffKeyArn');
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  return SecretString;
}

/** The first member of a world's first roster, for trying it by hand. */
async function someoneIn(world: string): Promise<Member | undefined> {
  const found = await readWorld(world);
  const [roster] = Object.values(found.world.rosters ?? {});
  return roster && (await readRoster(found, roster))[0];
}

function greeting(
  { site, state, staffKey, mailbox, stripe, onSales }: Places,
  world: string,
  someone: Member | undefined,
  seconds: number,
): string {
  const [first] = onSales;
  const ahead = first ? Math.round((first.opensAt - Date.now()) / 1000) : 0;
  const doors = ahead > 0 ? `doors open in ${ahead} s` : 'the doors are open';
  return [
    '',
    `Stampede runs (${world}, ready in ${seconds.toFixed(0)} s)`,
    '',
    `  fan site     ${site}/`,
    `  lobby        ${site}/line?on-sale=${first?.id}   ${doors}`,
    ...(someone ? [`               try it as member ${someone.member}, postcode ${someone.postcode}`] : []),
    `  order book   ${site}/order-book   staff key ${staffKey}`,
    ...(mailbox ? [`  mailbox      ${mailbox}`] : []),
    ...(stripe ? [`  Stripe       a pretend one, ${stripe}   card 4242 4242 4242 4242`] : []),
    `  logs         ${relative(process.cwd(), join(state, 'logs')) || join(state, 'logs')}`,
    '',
    'For company: npm run rehearse -- --fans 1000. Ctrl-C stops everything; the state is kept.',
  ].join('\n');
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
