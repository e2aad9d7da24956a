import { createHash } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import type { Beacon, BeaconChain } from '../../contracts/line.ts';

/**
 * The chain of a stand-in for the public beacon (drand). It signs as drand's quicknet does, so whatever verifies quicknet
 * verifies it. One program has the whole key, and the key follows from a text in this file. So its draws prove
 * nothing: anyone can know all of its rounds, of any time. It is for laptops, rehearsals and tests.
 */
export const standsIn = 'a stand-in for drand on one machine: it proves nothing';

/** The facts of a chain that its hash is made of. */
export interface ChainFacts extends Pick<BeaconChain, 'publicKey' | 'genesis' | 'period'> {
  /** Hex: of the group that made the key. */
  readonly groupHash: string;
  /** drand's name of the chain. */
  readonly id: string;
}

const { shortSignatures } = bls12_381;
const domain = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';
const sha = (...parts: readonly (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The hash by which drand names a chain: of its period, genesis, key, group and name. */
export function chainHashOf({ publicKey, genesis, period, groupHash, id }: ChainFacts): string {
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32BE(period, 0);
  numbers.writeBigInt64BE(BigInt(genesis), 4);
  return hex(sha(numbers, Buffer.from(publicKey, 'hex'), Buffer.from(groupHash, 'hex'), id));
}

export class StandInChain {
  readonly facts: ChainFacts;
  readonly chain: BeaconChain;
  readonly #secret: Uint8Array;
  /** A signature costs some milliseconds, and runs of the same hours ask for the same rounds. */
  readonly #signed = new Map<number, Beacon>();

  /** @param name The key follows from it. */
  constructor(name: string, { genesis, period }: Pick<BeaconChain, 'genesis' | 'period'>) {
    const seed = Buffer.concat([sha(`key of ${name}`), sha(`more of ${name}`)]).subarray(0, 48);
    const { publicKey, secretKey } = shortSignatures.keygen(seed);
    this.#secret = secretKey;
    const id = 'stand-in';
    this.facts = { publicKey: hex(publicKey.toBytes()), genesis, period, groupHash: hex(sha(`group of ${name}`)), id };
    this.chain = {
      chainHash: chainHashOf(this.facts),
      publicKey: this.facts.publicKey,
      scheme: 'bls-unchained-g1-rfc9380',
      genesis,
      period,
    };
  }

  /** One round, whether its time has come or not. */
  at(round: number): Beacon {
    const known = this.#signed.get(round);
    if (known) return known;
    const beacon = this.#sign(round);
    if (this.#signed.size >= mostSigned) this.#signed.delete(this.#signed.keys().next().value ?? round);
    this.#signed.set(round, beacon);
    return beacon;
  }

  /** The newest round that is out at a moment (milliseconds since the epoch); 0 before the first. */
  newest(at: number): number {
    const { genesis, period } = this.chain;
    return Math.max(0, Math.floor((at / 1000 - genesis) / period) + 1);
  }

  #sign(round: number): Beacon {
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(round));
    const signature = shortSignatures.sign(shortSignatures.hash(sha(number), domain), this.#secret).toBytes();
    return { round, randomness: hex(sha(signature)), signature: hex(signature) };
  }
}

/** Some two hours of rounds; 400 bytes each. */
const mostSigned = 2500;

/**
 * The one chain of every stand-in. It is the same after a restart, so that lines which were opened before it are drawn
 * after it. Genesis lies before any time that a simulation thinks it is.
 */
let usual: StandInChain | undefined;
export function usualChain(): StandInChain {
  usual ??= new StandInChain('the usual stand-in', { genesis: 1_500_000_000, period: 3 });
  return usual;
}
