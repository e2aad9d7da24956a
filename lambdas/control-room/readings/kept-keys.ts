import {
  endKeyMs,
  type ReadingsKey,
  type ReadingsKeys,
  readingsPath,
  renewKeyMs,
} from '../../../contracts/readings.ts';
import type { FilesByPath } from '../../foundation/aws.gateway.ts';
import { keptFile } from '../../foundation/kept-file.ts';
import { Memory } from '../../foundation/memory.ts';
import { sameText } from '../../foundation/signing.ts';
import type { ReadReadings } from './readings-memory.ts';

/*
 * The keys of an on-sale's readings, in one file. Whoever hands one out renews it when it is old, on condition that
 * nobody else did; of two who do it at once the second hands out what stands. A key ends by its own age, so a process
 * that remembers an old file opens nothing for longer.
 *
 *     made ──handed out──▶ 5 min: renewed, is the one before ──▶ 9.5 min: ended
 */

/** On-sales that are remembered at most. */
const most = 100;

/** An unknown key is looked for again so often: who guesses causes no more reads than that. */
const lookAgainMs = 1000;

/** Gives the key of an on-sale, made within the last five minutes. Throws if it cannot be kept. */
export type HandKey = (onSale: string, now: number) => Promise<string>;

export interface HandKeysDeps {
  readonly files: Pick<FilesByPath, 'readTagged' | 'writeIf'>;
  /** 128 bits of chance, as base64url. */
  readonly newKey: () => string;
}

export function handKeys({ files, newKey }: HandKeysDeps): HandKey {
  const memory = new Memory<ReadingsKeys>(most);

  async function renew(onSale: string, now: number): Promise<ReadingsKeys> {
    const kept = keptFile<ReadingsKeys | undefined>(files, readingsPath.keys(onSale), undefined);
    const keys = await kept.change((standing) =>
      standing && isYoung(standing.current, now) ? standing : renewed(standing, newKey(), now),
    );
    return keys as ReadingsKeys;
  }

  return async (onSale, now) => {
    const remembered = await memory.recall(onSale, () => renew(onSale, now), { now, ageMs: renewKeyMs });
    if (isYoung(remembered.current, now)) return remembered.current.key;
    const keys = await renew(onSale, now);
    memory.keep(onSale, keys, now);
    return keys.current.key;
  };
}

/** Whether a key is one of an on-sale, and has not ended. */
export type IsGoodKey = (onSale: string, key: string, now: number) => Promise<boolean>;

export function rememberKeys(read: ReadReadings): IsGoodKey {
  const memory = new Memory<ReadingsKeys>(most);
  return async (onSale, key, now) => {
    const opens = async (ageMs: number) => {
      const look = () => read<ReadingsKeys>(readingsPath.keys(onSale));
      const keys = await memory.recall(onSale, look, { now, ageMs, absentMs: lookAgainMs });
      return keys !== undefined && isOneOf(keys, key, now);
    };
    return (await opens(endKeyMs)) || opens(lookAgainMs);
  };
}

/** The next file: a new key, and the one that was current. */
export function renewed(standing: ReadingsKeys | undefined, key: string, now: number): ReadingsKeys {
  return { v: 1, current: { key, madeAt: now }, ...(standing && { before: standing.current }) };
}

/** Each is compared whole, in a time that does not tell where the two differ. */
export function isOneOf({ current, before }: ReadingsKeys, key: string, now: number): boolean {
  const same = [current, ...(before ? [before] : [])].filter((one) => sameText(one.key, key));
  return same.some(({ madeAt }) => Math.abs(now - madeAt) < endKeyMs);
}

/** One that was made in the future is of a clock that went wrong. */
function isYoung({ madeAt }: ReadingsKey, now: number): boolean {
  return Math.abs(now - madeAt) < renewKeyMs;
}
