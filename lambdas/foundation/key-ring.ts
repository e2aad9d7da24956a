import type { SharedKey } from './signing.ts';

/*
 * The keys of one kind of signed text, as one secret holds them. Passes, slips and vouchers have a ring each, so that a
 * key of one tells nothing of another. A key is known before it signs, and is still believed after it signed its last:
 *
 *     known ──signsAt──▶ signs ──a later key signs──▶ believed ──endsAt──▶ gone
 *
 * The moments are in the ring. So everybody changes keys at the same moment, whenever they read it last.
 */

export interface RingKey extends SharedKey {
  /** Milliseconds since 1970. Left out: it is not known everywhere yet, and signs nothing. */
  readonly signsAt?: number;
  /** Milliseconds since 1970: believed before, not at or after. Left out: without an end. */
  readonly endsAt?: number;
}

export interface KeyRing {
  /** The oldest first. */
  readonly keys: readonly RingKey[];
  /** Ids of the keys that the edge was last told. Only passes are looked at there. */
  readonly atTheEdge?: readonly string[];
}

/** A ring by its secret's text. Throws for any other text, with nothing of it in the message. */
export function readRing(text: string): KeyRing {
  const value = jsonOf(text);
  // What Secrets Manager makes up at the first deployment: one key, which signs from the beginning.
  if (isKey(value)) return { keys: [{ id: value.id, secret: value.secret, signsAt: 0 }] };
  const { keys, atTheEdge } = (value ?? {}) as Partial<KeyRing>;
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isKey))
    throw new Error('The secret holds no ring of keys');
  return { keys, ...(atTheEdge && { atTheEdge }) };
}

/** The key that signs at this moment; undefined while none may. */
export function signingKey({ keys }: KeyRing, now: number): SharedKey | undefined {
  return keys.findLast((key) => key.signsAt !== undefined && key.signsAt <= now && isBelieved(key, now));
}

/** The key of this id, if what it signed is still believed. */
export function keyNamed({ keys }: KeyRing, id: string, now: number): SharedKey | undefined {
  return keys.find((key) => key.id === id && isBelieved(key, now));
}

const isBelieved = ({ endsAt }: RingKey, now: number) => endsAt === undefined || now < endsAt;

function isKey(value: unknown): value is SharedKey {
  const { id, secret } = (value ?? {}) as Partial<SharedKey>;
  return typeof id === 'string' && /^[A-Za-z0-9-]{1,32}$/.test(id) && typeof secret === 'string' && secret.length >= 32;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
