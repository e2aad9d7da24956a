import type { KeyRing, RingKey } from '../../foundation/key-ring.ts';
import type { SharedKey } from '../../foundation/signing.ts';

/*
 * How the ring of passes changes. A pass that is signed with a key which the edge does not know yet would be refused.
 * So a key is written into the ring first, without a moment; then it is published; and then it gets its moment, which
 * is late enough for every edge location and every warm function to have learnt it.
 *
 *     ring has it ──▶ the edge has it ──▶ it has a moment ──120 s──▶ it signs, and the one before it signs no more
 *
 * A key that became known is dropped at once, with all others: whoever read one could read them all. Then nobody
 * shops until the new key signs, half a minute later. No pass is worth more than that, since it can be claimed again.
 */

/** Handlers read their ring every 30 s, and CloudFront takes some seconds to carry a key everywhere. Four times that. */
export const untilSignsMs = 120_000;
/** After all were dropped, there is nothing to sign with meanwhile. So it is as short as handlers need to learn it. */
export const untilSignsAloneMs = 30_000;

/**
 * The longest that a pass can still be good: 240 minutes, the double time of the longest dial, and ten extensions of
 * 120, all taken at once. It is a day. An hour more is for clocks.
 */
export const longestPassMs = 25 * 3_600_000;

export type KeyChange = 'rotate' | 'drop';

export type Changed =
  | { readonly ok: true; readonly ring: KeyRing }
  /** A change is under way: milliseconds since 1970 at which it ends, if that is known. */
  | { readonly ok: false; readonly until: number | undefined };

/** The ring with the new key, which signs nothing yet. `rotate` keeps the others, `drop` does not. */
export function changed(ring: KeyRing, act: KeyChange, key: SharedKey, now: number): Changed {
  if (act === 'drop') return { ok: true, ring: { ...ring, keys: [key] } };
  const coming = ring.keys.find(({ signsAt }) => signsAt === undefined || signsAt > now);
  if (coming) return { ok: false, until: coming.signsAt };
  return { ok: true, ring: { ...ring, keys: [...ring.keys, key] } };
}

/** The ring without the keys of which no pass is good any more. */
export function withoutEnded(ring: KeyRing, now: number): KeyRing {
  const keys = ring.keys.filter(({ endsAt }) => endsAt === undefined || now < endsAt);
  return keys.length === ring.keys.length ? ring : { ...ring, keys };
}

/** Whether the edge has other keys than the ring, as far as the ring knows. */
export function isUnpublished({ keys, atTheEdge = [] }: KeyRing): boolean {
  return keys.map(({ id }) => id).join() !== atTheEdge.join();
}

/** The ring once the edge has its keys: a new key has a moment to sign, and those before it have an end. */
export function published(ring: KeyRing, now: number): KeyRing {
  const atTheEdge = ring.keys.map(({ id }) => id);
  const isNew = ({ signsAt }: RingKey) => signsAt === undefined;
  if (!ring.keys.some(isNew)) return { ...ring, atTheEdge };
  const signsAt = now + (ring.keys.every(isNew) ? untilSignsAloneMs : untilSignsMs);
  const endsAt = signsAt + longestPassMs;
  return { keys: ring.keys.map((key) => (isNew(key) ? { ...key, signsAt } : { endsAt, ...key })), atTheEdge };
}
