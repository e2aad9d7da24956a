import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { inTime } from './clients.gateway.ts';
import { type Keys, rememberKeys } from './keys.ts';

const client = inTime((config) => new SecretsManagerClient(config));

/** The text of a secret. */
export async function readSecret(arn: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (!SecretString) throw new Error(`The secret ${arn} has no text`);
  return SecretString;
}

/** Replaces the text of a secret. */
export async function writeSecret(arn: string, text: string): Promise<void> {
  await client.send(new PutSecretValueCommand({ SecretId: arn, SecretString: text }));
}

/** The texts of several secrets, by their ARNs with commas between. */
export function readSecrets(arns: string): Promise<readonly string[]> {
  return Promise.all(arns.split(',').map(readSecret));
}

/** The keys of one kind. Their ring is read now, and again as `rememberKeys` says: keys change without a deployment. */
export async function openKeys(arn: string): Promise<Keys> {
  const keys = rememberKeys(() => readSecret(arn));
  await keys.signing(Date.now());
  return keys;
}
