import { createSecretKey, type KeyObject } from 'node:crypto';
import { codeOfNumber } from '../../../rules/handover-code.ts';
import { normalised } from '../../../rules/member-number.ts';
import { deriveKey, hmac, SigningKey } from '../../foundation/signing.ts';
import { type SeedChain, seedChain } from './seed-chain.ts';

/**
 * The uses of the line's one secret. Fans and members are known by keyed hashes only: without the secret, neither the
 * table nor a published file tells who stands in the line. A number or postcode typed with other spaces, hyphens, case,
 * zeros in front or width of letters is the same number or postcode (rules/member-number.ts), and an e-mail address is the same however it is written.
 */
export interface LineKeys {
  readonly receipts: SigningKey;
  /** Signs checkpoints of the logs of heads. */
  readonly log: SigningKey;
  /** Names one fan within one on-sale: 43 characters of base64url. */
  fanKey(onSale: string, identity: string): string;
  /** The record of an address that joins came from: 43 characters of base64url. */
  addressKey(onSale: string, address: string): string;
  /** The key of one device of one place: 16 characters of base64url. It leads to no device of another place. */
  deviceKey(onSale: string, fan: string, said: string): string;
  /** The name of a device in its receipt: 16 characters of base64url. */
  deviceName(onSale: string, fan: string, joined: string): string;
  /** The code by which another device takes the place: the same for the same key of the act. */
  handoverCode(onSale: string, fan: string, key: string): string;
  /** The record of such a code: 43 characters of base64url. */
  handoverSeal(onSale: string, code: string): string;
  /** The key under which a roster keeps a member: 43 characters of base64url. */
  memberKey(roster: string, number: string): string;
  /** A roster's record of the postcode, bound to its member. */
  postcodeSeal(member: string, postcode: string): string;
  /** Stands for an e-mail address, which is stored nowhere: 43 characters of base64url, the same in every on-sale. */
  mailboxKey(address: string): string;
  /** Seals the link that is sent to an address. */
  linkSeal(text: string): string;
  /** Names the trial on-sale whose line opens then (contracts/trial.ts). Nobody without the secret can guess it. */
  trialName(opensAt: number): string;
  /** Signs challenges: hex, as altcha takes a key. */
  readonly work: string;
  /** The seeds of one on-sale, computed once. */
  seeds(onSale: string): SeedChain;
}

export function lineKeys(secret: string, chain: typeof seedChain = seedChain): LineKeys {
  // Made into key objects once: each HMAC with a plain buffer makes one again, a twentieth of what a join costs.
  const fans = createSecretKey(deriveKey(secret, 'fan'));
  const members = createSecretKey(deriveKey(secret, 'member'));
  const addresses = createSecretKey(deriveKey(secret, 'address'));
  const devices = createSecretKey(deriveKey(secret, 'device'));
  const handovers = createSecretKey(deriveKey(secret, 'handover'));
  const mailboxes = createSecretKey(deriveKey(secret, 'mailbox'));
  const links = createSecretKey(deriveKey(secret, 'link'));
  const trials = createSecretKey(deriveKey(secret, 'trial'));
  const chains = new Map<string, SeedChain>();
  const keyed = (key: KeyObject, text: string) => hmac(key, text).toString('base64url');
  return {
    receipts: new SigningKey(deriveKey(secret, 'receipt')),
    log: new SigningKey(deriveKey(secret, 'log')),
    fanKey: (onSale, identity) => keyed(fans, `${onSale}|${identity}`),
    addressKey: (onSale, address) => keyed(addresses, `${onSale}|${address}`),
    deviceKey: (onSale, fan, said) => keyed(devices, `key|${onSale}|${fan}|${said}`).slice(0, 16),
    deviceName: (onSale, fan, joined) => keyed(devices, `name|${onSale}|${fan}|${joined}`).slice(0, 16),
    handoverCode: (onSale, fan, key) => codeOfNumber(hmac(handovers, `code|${onSale}|${fan}|${key}`).readBigUInt64BE()),
    handoverSeal: (onSale, code) => keyed(handovers, `seal|${onSale}|${code}`),
    memberKey: (roster, number) => keyed(members, `number|${roster}|${normalised(number)}`),
    postcodeSeal: (member, postcode) => keyed(members, `postcode|${member}|${normalised(postcode)}`),
    mailboxKey: (address) => keyed(mailboxes, normalAddress(address)),
    linkSeal: (text) => keyed(links, text),
    trialName: (opensAt) => `trial-${letters(hmac(trials, `${opensAt}`))}`,
    work: deriveKey(secret, 'work').toString('hex'),
    seeds(onSale) {
      const seeds = chains.get(onSale) ?? chain(deriveKey(secret, `draw|${onSale}`));
      chains.set(onSale, seeds);
      return seeds;
    },
  };
}

/** Base32 in small letters, of the first 128 bits. */
function letters(bytes: Buffer): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
  const bits = [...bytes.subarray(0, 16)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/**
 * The text that a fan is hashed from. A member is the number: with several rosters the number in the line, so that who
 * is in two of them has one place; with one roster its name stands before the number.
 */
export function memberIdentity(rosters: readonly string[], number: string): string {
  const [first = '', ...others] = rosters;
  return `member|${others.length > 0 ? '' : first}|${normalised(number)}`;
}

/** The visitor's own random id. */
export const visitorIdentity = (visitor: string): string => `visitor|${visitor}`;

/** The keyed hash of the e-mail address, as `mailboxKey` makes it. */
export const mailboxIdentity = (mailbox: string): string => `email|${mailbox}`;

/**
 * One spelling of an address, of all that lead to one mailbox. It leaves out case, the part behind a plus, and the dots
 * that Gmail does not look at. The mail itself goes to the address as it was typed.
 */
export function normalAddress(address: string): string {
  const text = address.normalize('NFKC').trim().toLowerCase();
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
  const whole = text.slice(0, at);
  const local = whole.replace(/\+.*$/, '') || whole;
  return `${domain === 'gmail.com' ? local.replaceAll('.', '') : local}@${domain}`;
}
