/** Keeps the values of secrets in `<state>/secrets.json`, readable by its owner alone, so that they outlive a restart. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StoredSecret {
  readonly value: string;
  readonly versionId: string;
  readonly createdAt: number;
}

export interface SecretsStore {
  readonly get: (arn: string) => StoredSecret | undefined;
  readonly put: (arn: string, secret: StoredSecret) => void;
}

const ownerOnly = 0o600;

export const openSecretsStore = (state: string): SecretsStore => {
  const file = join(state, 'secrets.json');
  const secrets = new Map<string, StoredSecret>(
    existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, StoredSecret>) : [],
  );
  return {
    get: (arn) => secrets.get(arn),
    put: (arn, secret) => {
      secrets.set(arn, secret);
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(secrets), null, 2), { mode: ownerOnly });
      renameSync(`${file}.new`, file);
    },
  };
};
