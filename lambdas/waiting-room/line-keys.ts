import { createSecretKey, type KeyObject } from 'node:crypto';
import type { JoinRequest } from '../../contracts/line.ts';
import { deriveKey, hmac, SigningKey } from '../foundation/signing.ts';
import { type SeedChain, seedChain } from './seed-chain.ts';

/**
 * What the line's one secret is used for. Fans and members are known by keyed hashes only: without the
 * secret, neither the table nor a published file tells who stands in the line. A number or postcode
 * typed with other spaces, hyphens, case or width of letters is the same number or postcode.
 */
export interface LineKeys {
  readonly receipts: SigningKey;
  /** Names one fan within one on-sale: 43 characters of base64url. */
  fanKey(onSale: string, identity: string): string;
  /** Where a roster keeps a member: 43 characters of base64url. */
  memberKey(roster: string, number: string): string;
  /** What a roster keeps of the postcode, bound to its member. */
  postcodeSeal(member: string, postcode: string): string;
  /** The seeds of one on-sale, computed once. */
  seeds(onSale: string): SeedChain;
}

export function lineKeys(secret: string, chain: typeof seedChain = seedChain): LineKeys {
  // Made into key objects once: each HMAC with a plain buffer makes one again, a twentieth of what a join costs.
  const fans = createSecretKey(deriveKey(secret, 'fan'));
  const members = createSecretKey(deriveKey(secret, 'member'));
  const chains = new Map<string, SeedChain>();
  const keyed = (key: KeyObject, text: string) => hmac(key, text).toString('base64url');
  return {
    receipts: new SigningKey(deriveKey(secret, 'receipt')),
    fanKey: (onSale, identity) => keyed(fans, `${onSale}|${identity}`),
    memberKey: (roster, number) => keyed(members, `number|${roster}|${normalised(number)}`),
    postcodeSeal: (member, postcode) => keyed(members, `postcode|${member}|${normalised(postcode)}`),
    seeds(onSale) {
      const seeds = chains.get(onSale) ?? chain(deriveKey(secret, `draw|${onSale}`));
      chains.set(onSale, seeds);
      return seeds;
    },
  };
}

/** What a fan is hashed from: the member, or the visitor's own random id. */
export function identityOf(request: JoinRequest, roster: string | undefined): string {
  if (request.entry === 'open') return `visitor|${request.visitor}`;
  return `member|${roster ?? ''}|${normalised(request.member)}`;
}

/** Letters and digits only, in upper case: `gx-12 345` and `GX12345` are one. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
