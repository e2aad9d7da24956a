import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { partsOf, type SignedKind } from '../../contracts/pass.ts';

/*
 * Keys and signatures. Keys come in as arguments, so this file is a set of plain functions. It takes only the
 * arithmetic of node:crypto from the platform.
 */

/** One HMAC key with its id: those who sign and those who read share it. */
export interface SharedKey {
  readonly id: string;
  readonly secret: string;
}

/** 32 bytes for one purpose, derived from a stored secret, so that one secret serves several purposes apart. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'stampede', purpose, 32));
}

export function hmac(key: string | Uint8Array | KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** Compares two texts in a time that does not tell where they differ, only whether their lengths do. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** `<kind>.<key id>.<payload>.<mac>`: see contracts/pass.ts. */
export function makeSigned(kind: SignedKind, key: SharedKey, payload: unknown): string {
  const signed = `${kind}.${key.id}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${signed}.${hmac(key.secret, signed).toString('base64url')}`;
}

/** The payload of a signed text, or undefined if any key we know did not sign exactly this. */
export function readSigned<Payload>(kind: SignedKind, keys: readonly SharedKey[], text: string): Payload | undefined {
  const parts = partsOf(kind, text);
  const key = parts && keys.find(({ id }) => id === parts.keyId);
  if (!parts || !key) return undefined;
  if (!sameText(hmac(key.secret, parts.signed).toString('base64url'), parts.mac)) return undefined;
  return JSON.parse(Buffer.from(parts.payload, 'base64url').toString('utf8')) as Payload;
}

const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** An Ed25519 key pair from 32 bytes. */
export class SigningKey {
  readonly #private: KeyObject;
  readonly #public: KeyObject;
  /** base64url of the raw 32-byte public key. */
  readonly publicKey: string;

  constructor(seed: Buffer) {
    this.#private = createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' });
    this.#public = createPublicKey(this.#private);
    this.publicKey = this.#public.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
  }

  /** 64 bytes over a text in UTF-8. */
  sign(text: string): Uint8Array {
    return sign(null, Buffer.from(text), this.#private);
  }

  /** `<kind>.<payload>.<signature>`: payload base64url(JSON), signature over what stands before it. */
  seal(kind: string, payload: unknown): string {
    const signed = `${kind}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
    return `${signed}.${sign(null, Buffer.from(signed), this.#private).toString('base64url')}`;
  }

  /** The payload, or undefined if this key did not seal exactly this text. */
  open<Payload>(kind: string, text: string): Payload | undefined {
    return openSealed(this.#public, kind, text);
  }
}

const spkiEd25519 = Buffer.from('302a300506032b6570032100', 'hex');

/** The public key of a `SigningKey`, from its text; undefined if it is none. */
export function publicKeyOf(text: string): KeyObject | undefined {
  const raw = Buffer.from(text, 'base64url');
  if (raw.length !== 32) return undefined;
  return createPublicKey({ key: Buffer.concat([spkiEd25519, raw]), format: 'der', type: 'spki' });
}

/** Whether the owner of this key (32 bytes) signed exactly these bytes. */
export function isSignedBy(key: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  const publicKey = publicKeyOf(Buffer.from(key).toString('base64url'));
  return publicKey !== undefined && verify(null, signed, publicKey, signature);
}

/** The payload of a sealed text, or undefined if the owner of this public key did not seal exactly it. */
export function openSealed<Payload>(publicKey: KeyObject, kind: string, text: string): Payload | undefined {
  const match = /^([a-z0-9]+)\.([A-Za-z0-9_-]{1,4096})\.([A-Za-z0-9_-]{86})$/.exec(text);
  if (!match || match[1] !== kind) return undefined;
  const [, , payload = '', signature = ''] = match;
  const bytes = Buffer.from(signature, 'base64url');
  // The last character has four bits that mean nothing; only one spelling of a signature is ours.
  if (bytes.toString('base64url') !== signature) return undefined;
  const genuine = verify(null, Buffer.from(`${kind}.${payload}`), publicKey, bytes);
  return genuine ? (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Payload) : undefined;
}
