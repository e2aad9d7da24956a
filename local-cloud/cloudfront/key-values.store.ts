/** Keeps what key-value stores hold in `<state>/key-values.json`, readable by its owner alone: it may be keys. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptValues } from './key-value-store.ts';

export interface KeyValuesFile {
  readonly get: (arn: string) => KeptValues | undefined;
  /** Is on disk once the file is open. */
  readonly put: (arn: string, kept: KeptValues) => void;
  /** Writes what was put so far, and from now on whatever is put. */
  readonly open: () => void;
}

const ownerOnly = 0o600;

/** Reads what an earlier run left, if there is any. */
export const keyValuesFile = (state: string): KeyValuesFile => {
  const file = join(state, 'key-values.json');
  const stores = new Map<string, KeptValues>(
    existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, KeptValues>) : [],
  );
  let isOpen = false;
  const write = (): void => {
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(stores), null, 2), { mode: ownerOnly });
    renameSync(`${file}.new`, file);
  };
  return {
    get: (arn) => stores.get(arn),
    put: (arn, kept) => {
      stores.set(arn, kept);
      if (isOpen) write();
    },
    open: () => {
      if (isOpen) return;
      isOpen = true;
      write();
    },
  };
};
