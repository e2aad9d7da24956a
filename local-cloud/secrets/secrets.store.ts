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
  /** Is on disk once the store is open. */
  readonly put: (arn: string, secret: StoredSecret) => void;
  /** Writes what was put so far, and from now on whatever is put. */
  readonly open: () => void;
}

const ownerOnly = 0o600;

/** Reads what an earlier run left, if there is any. */
export const secretsStore = (state: string): SecretsStore => {
  const file = join(state, 'secrets.json');
  const secrets = new Map<string, StoredSecret>(
    existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, StoredSecret>) : [],
  );
  let isOpen = false;
  const write = (): void => {
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(secrets), null, 2), { mode: ownerOnly });
    renameSync(`${file}.new`, file);
  };
  return {
    get: (arn) => secrets.get(arn),
    put: (arn, secret) => {
      secrets.set(arn, secret);
      if (isOpen) write();
    },
    open: () => {
      if (isOpen) return;
      isOpen = true;
      write();
    },
  };
};
