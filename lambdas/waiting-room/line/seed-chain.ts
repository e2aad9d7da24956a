import { hash } from 'node:crypto';

/**
 * The seeds of a line's draws, bound before anyone joins. A secret is hashed `length` times. The last hash, the anchor,
 * is published when the line is opened. Round r takes the value that hashes to the anchor in r + 1 steps. So the one
 * before it proves each seed, and nobody, ourselves included, can choose a seed after seeing who joined.
 *
 *     secret ─▶ ─▶ … ─▶ seed 2 ─▶ seed 1 ─▶ seed 0 ─▶ anchor
 */
export interface SeedChain {
  /** Hex of 32 bytes. */
  readonly anchor: string;
  readonly length: number;
  /** Hex of 32 bytes. Throws past the end of the chain. */
  seedOf(round: number): string;
}

/** 262,144 rounds of 3 s are nine days; longer lines get longer rounds (see `roundSecondsOf`). */
export const chainLength = 2 ** 18;

/** 512 marks of 32 bytes: any seed is at most 512 hashes away from one, about half a millisecond. */
const stride = 512;

/** Takes about 0.3 s for the full length: keep the chain while the process lives. */
export function seedChain(secret: Uint8Array, length = chainLength): SeedChain {
  const marks: Uint8Array[] = [];
  let value: Uint8Array = secret;
  for (let step = 0; step < length; step += 1) {
    if (step % stride === 0) marks.push(value);
    value = sha256(value);
  }
  return {
    anchor: Buffer.from(value).toString('hex'),
    length,
    seedOf(round) {
      const steps = length - 1 - round;
      const mark = marks[Math.floor(steps / stride)];
      if (!Number.isInteger(round) || round < 0 || !mark) throw new RangeError(`The chain has no seed ${round}`);
      let seed = mark;
      for (let step = steps - (steps % stride); step < steps; step += 1) seed = sha256(seed);
      return Buffer.from(seed).toString('hex');
    },
  };
}

/** Whether a published seed is the chain's for that round. */
export function isSeedOf(anchor: string, round: number, seed: string): boolean {
  let value: Uint8Array = Buffer.from(seed, 'hex');
  for (let step = 0; step <= round; step += 1) value = sha256(value);
  return Buffer.from(value).toString('hex') === anchor;
}

function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}
