import { bytesOf } from './ticket-code.ts';

/** Whether the owner of a public key signed this text. */
export type Verify = (signed: string, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>;

/**
 * Ed25519 by the browser. A browser that does not know it uses a library, which is fetched now so that it is here when
 * the network is not. `publicKey` is base64url of the raw key.
 */
export async function openVerifier(publicKey: string): Promise<Verify> {
  const raw = bytesOf(publicKey);
  try {
    const key = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
    return (signed, signature) => crypto.subtle.verify({ name: 'Ed25519' }, key, signature, encode(signed));
  } catch {
    const { ed25519 } = await import('@noble/curves/ed25519.js');
    return async (signed, signature) => ed25519.verify(signature, encode(signed), raw);
  }
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
