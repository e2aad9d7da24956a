import { type KeyRing, readRing } from '../../foundation/key-ring.ts';
import type { SharedKey } from '../../foundation/signing.ts';
import { changed, isUnpublished, type KeyChange, published, withoutEnded } from './change-keys.ts';

/*
 * Keeps the edge's copy of the keys of passes like their ring, and changes the ring when an operator asks for it. Each
 * step is written down before the next, so the next start goes on where a crash left off:
 *
 *     1 the ring is changed     a crash here: it differs from what it says the edge has, and is published next minute
 *     2 the edge is told        a crash here: it is told the same once more
 *     3 the ring says so, and when the new key signs
 *
 * One instance at a time does this (`reservedConcurrency`). It is the only one that writes either.
 */

export interface KeepKeysDeps {
  readonly ring: { readonly read: () => Promise<string>; readonly write: (text: string) => Promise<void> };
  /** Gives the edge exactly these keys. */
  readonly publish: (keys: readonly SharedKey[]) => Promise<void>;
  /** A key that nobody has seen. */
  readonly newKey: () => SharedKey;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

export type KeysKept =
  | {
      readonly ok: true;
      /** The ids, and milliseconds since 1970. */
      readonly keys: readonly { readonly id: string; readonly signsAt?: number; readonly endsAt?: number }[];
    }
  | { readonly ok: false; readonly until: number | undefined };

/** `publish` tells the edge again, whatever the ring says that it knows. */
export async function keepPassKeys(
  { ring, publish, newKey, clock }: KeepKeysDeps,
  act?: KeyChange | 'publish',
): Promise<KeysKept> {
  const now = clock();
  const before = readRing(await ring.read());
  let standing = withoutEnded(before, now);
  if (act === 'rotate' || act === 'drop') {
    const after = changed(standing, act, newKey(), now);
    if (!after.ok) return after;
    standing = after.ring;
  }
  const write = (next: KeyRing) => ring.write(JSON.stringify(next));
  if (standing !== before) await write(standing);
  if (act === 'publish' || isUnpublished(standing)) {
    await publish(standing.keys);
    // The edge may have taken its time, and the key's moment counts from when it was told.
    standing = published(standing, clock());
    await write(standing);
  }
  return { ok: true, keys: standing.keys.map(({ secret: _, ...key }) => key) };
}
