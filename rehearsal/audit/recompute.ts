import { createHash } from 'node:crypto';
import type { DrawSheet, Place } from '../../contracts/line.ts';

/**
 * The draw, computed a second time by other means than the platform's. The whole list is computed at once, from the
 * Ethereum consensus specification's `compute_shuffled_index` (swap-or-not, 90 rounds, SHA-256). The 256 neighbours of
 * a round share its source hashes. If this and the platform's own function agree on every fan, a stranger with the
 * published files would agree too.
 */
const rounds = 90;

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const littleEndian = (value: number, bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

/** The target of each index of a list of `size`, for the given seed of 32 bytes. */
export function shuffledIndexes(seed: Buffer, size: number): readonly number[] {
  const at = Array.from({ length: size }, (_, index) => index);
  for (let round = 0; round < rounds && size > 1; round += 1) {
    const byte = littleEndian(round, 1);
    const pivot = Number(sha256(seed, byte).readBigUInt64LE(0) % BigInt(size));
    const sources = Array.from({ length: Math.ceil(size / 256) }, (_, block) =>
      sha256(seed, byte, littleEndian(block, 4)),
    );
    for (const [origin, index] of at.entries()) {
      const flip = (pivot + size - index) % size;
      const position = Math.max(index, flip);
      const source = sources[position >> 8]?.[(position & 255) >> 3] ?? 0;
      if ((source >> (position & 7)) & 1) at[origin] = flip;
    }
  }
  return at;
}

/**
 * The positions on one bank of a round by shard and index, from its published sheet alone. `bank`: the shards of a bank,
 * as the line's file has them.
 */
export function positionsOf(
  sheet: DrawSheet,
  bank: number,
): (place: Pick<Place, 'shard' | 'index'>) => number | undefined {
  const image = shuffledIndexes(drawnWith(sheet), sheet.size);
  const before: number[] = [];
  for (const [at] of sheet.counts.entries())
    before.push(at === 0 ? sheet.before : (before[at - 1] ?? 0) + (sheet.counts[at - 1] ?? 0));
  return ({ shard, index }) => {
    const own = shard - sheet.bank * bank;
    if (index < 0 || index >= (sheet.counts[own] ?? 0)) return undefined;
    const drawn = image[(before[own] ?? 0) + index];
    return drawn === undefined ? undefined : sheet.offset + 1 + drawn;
  };
}

/** The seed, or its hash together with the beacon's randomness where there was one. */
function drawnWith({ seed, beacon }: DrawSheet): Buffer {
  const own = Buffer.from(seed, 'hex');
  return beacon && 'randomness' in beacon ? sha256(own, Buffer.from(beacon.randomness, 'hex')) : own;
}

/** Whether a round's seed belongs to the chain whose anchor was published before anyone joined. */
export function isOfChain(seed: string, round: number, anchor: string): boolean {
  let link: Buffer = Buffer.from(seed, 'hex');
  for (let step = 0; step <= round; step += 1) link = sha256(link);
  return link.toString('hex') === anchor;
}
