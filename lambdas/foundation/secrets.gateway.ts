import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { PassKey } from './signing.ts';

const client = new SecretsManagerClient({});

/** The text of a secret. Read once a cold start: a rotated key has a new id, so a copy never goes stale. */
export async function readSecret(arn: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (!SecretString) throw new Error(`The secret ${arn} has no text`);
  return SecretString;
}

/** The pass keys of `PASS_KEYS`, in order: the first signs, all verify. */
export async function readPassKeys(json: string): Promise<readonly [PassKey, ...PassKey[]]> {
  const listed = JSON.parse(json) as readonly { readonly id: string; readonly arn: string }[];
  const [first, ...others] = await Promise.all(
    listed.map(async ({ id, arn }) => ({ id, secret: await readSecret(arn) })),
  );
  if (!first) throw new Error('PASS_KEYS names no key');
  return [first, ...others];
}
