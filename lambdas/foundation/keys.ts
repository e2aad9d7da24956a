import { partsOf, type SignedKind } from '../../contracts/pass.ts';
import { type KeyRing, keyNamed, readRing, signingKey } from './key-ring.ts';
import { Memory } from './memory.ts';
import { readSigned, type SharedKey } from './signing.ts';

/*
 * The keys of one kind, for those who sign and those who read. A warm function reads the ring again after half a
 * minute. It reads it sooner for a key that it does not know, which may be new. But it does that once in three seconds
 * at the most: anybody can make up ids of keys.
 *
 * A ring that cannot be read now is the one that was read last. A fault of Secrets Manager must not close the doors; a
 * key that was dropped meanwhile is dropped at the edge, which needs no function for it.
 */

/** What those who sign are given. */
export interface SigningKeys {
  /** The key that signs now; undefined while none may. */
  readonly signing: (now: number) => Promise<SharedKey | undefined>;
}

/** What those who read are given. */
export interface ReadingKeys {
  /** The key of this id, if what it signed is still believed. */
  readonly named: (id: string, now: number) => Promise<SharedKey | undefined>;
}

export type Keys = SigningKeys & ReadingKeys;

export const ringKeptMs = 30_000;
const unknownAgainMs = 3_000;

/** `read` gives the text of the ring's secret. */
export function rememberKeys(read: () => Promise<string>): Keys {
  const memory = new Memory<KeyRing>(1);
  let last: KeyRing | undefined;
  const look = async (): Promise<KeyRing> => {
    try {
      last = readRing(await read());
    } catch (error) {
      if (!last) throw error;
    }
    return last;
  };
  const ring = (now: number, ageMs: number) => memory.recall('ring', look, { now, ageMs });
  return {
    signing: async (now) => signingKey(await ring(now, ringKeptMs), now),
    named: async (id, now) =>
      keyNamed(await ring(now, ringKeptMs), id, now) ?? keyNamed(await ring(now, unknownAgainMs), id, now),
  };
}

/** Keys that never change: the first signs, all are believed. */
export function fixedKeys(keys: readonly SharedKey[]): Keys {
  const [first] = keys;
  return { signing: async () => first, named: async (id) => keys.find((key) => key.id === id) };
}

/** The payload of a signed text, or undefined if no key that is believed now signed exactly this. */
export async function openSigned<Payload>(
  kind: SignedKind,
  keys: ReadingKeys,
  text: string,
  now: number,
): Promise<Payload | undefined> {
  const parts = partsOf(kind, text);
  const key = parts && (await keys.named(parts.keyId, now));
  return key && readSigned<Payload>(kind, [key], text);
}

/** The key that signs now, where there always is one. Throws when there is none, which is a fault of the ring. */
export async function signingNow(keys: SigningKeys, now: number): Promise<SharedKey> {
  const key = await keys.signing(now);
  if (!key) throw new Error('No key of the ring signs now');
  return key;
}
