import { ed25519 } from '@noble/curves/ed25519.js';

/** As RFC 8032 says; a key that is not a point of the curve signs nothing. */
export function isSignedBy(key: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, signed, key, { zip215: false });
  } catch {
    return false;
  }
}
