import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { clientTimes } from '../contracts/call-times.ts';
import type { RunningCloud } from '../local-cloud/local-cloud.ts';

/** A secret of the cloud on this machine, by the output that names its ARN. */
export function localSecret(
  { outputs, endpoints }: RunningCloud,
  output: string,
): { readonly client: SecretsManagerClient; readonly arn: string } {
  const arn = Object.values(outputs).find((stack) => stack[output])?.[output];
  const client = new SecretsManagerClient({
    ...clientTimes({ connectMs: 5000, tryMs: 10_000, tries: 3 }),
    endpoint: `${endpoints.SECRETS_MANAGER}`,
    region: 'local-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { client, arn: `${arn}` };
}
