import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { api } from '../contracts/api.ts';
import type { RunningCloud } from '../local-cloud/local-cloud.ts';
import { markFolder } from '../local-cloud/state.store.ts';
import { type BuildOf, home, theExample } from './build.ts';
import { localSecret } from './local-secret.ts';
import { startStandIn } from './stand-in.ts';

/*
 * `npm start -- --stripe`: the example stage with payment by card, whose Stripe is the pretend one of
 * stand-ins/stripe/, in a process of its own. It ends when this process does.
 */

export interface PretendStripe {
  readonly url: string;
  /** The stage that knows of it. */
  readonly build: BuildOf;
  /** Gives the stage its keys, and it the stage's address for messages. */
  connect(cloud: RunningCloud, site: string): Promise<void>;
}

interface StripeSaid {
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly webhookSecret: string;
}

/** @param state Folder that keeps what it knows over a restart. */
export async function startPretendStripe(state: string, fresh: boolean): Promise<PretendStripe> {
  const folder = join(home, 'cdk.out', 'with-stripe');
  const file = join(folder, 'stages', 'example.json');
  mkdirSync(join(folder, 'stages'), { recursive: true });
  markFolder(state);
  if (fresh) rmSync(join(state, 'pretend-stripe.json'), { force: true });
  const program = join(home, 'stand-ins', 'stripe', 'main.ts');
  const { said, child } = await startStandIn<StripeSaid>(program, 'The pretend Stripe', [
    '--state',
    state,
    ...lastPort(file),
  ]);
  const { url, secretKey, publishableKey, webhookSecret } = said;
  const example = JSON.parse(readFileSync(join(home, 'stages', 'example.json'), 'utf8'));
  const methods = [...new Set([...example.payment.methods, 'stripe'])];
  const payment = { methods, stripe: { publishableKey, apiHost: url } };
  writeFileSync(file, JSON.stringify({ ...example, payment }, undefined, 2));
  return {
    url,
    build: { ...theExample, stages: join(folder, 'stages'), out: folder },
    connect: async (cloud, site) => {
      const { client, arn } = localSecret(cloud, 'StripeSecretArn');
      const SecretString = JSON.stringify({ key: secretKey, webhooks: [webhookSecret] });
      await client.send(new PutSecretValueCommand({ SecretId: arn, SecretString }));
      child.send({ tell: `${site}${api('POST payments/stripe').url}` });
    },
  };
}

/** The port of the last time: the templates name it, and need not be made anew if it is free. */
function lastPort(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const { apiHost } = JSON.parse(readFileSync(file, 'utf8')).payment.stripe;
  return ['--port', new URL(apiHost).port];
}
