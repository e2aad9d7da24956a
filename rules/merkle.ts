import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The Merkle tree of RFC 6962, section 2.1. It keeps the hash of every complete subtree: level 0 are the leaves, level 1
 * the pairs of them. So a leaf is appended, and a root or a proof made, in a logarithm of steps.
 */
export class MerkleTree {
  readonly #levels: Uint8Array[][] = [[]];

  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  append(leaf: string): void {
    let hash = sha256(concatBytes(leafPrefix, utf8ToBytes(leaf)));
    for (let level = 0; ; level += 1) {
      const row = this.#levels[level] ?? [];
      this.#levels[level] = row;
      row.push(hash);
      if (row.length % 2 === 1) return;
      hash = nodeOf(row.at(-2) as Uint8Array, hash);
    }
  }

  /** Of the first `size` leaves. */
  root(size: number): Uint8Array {
    return size === 0 ? sha256(new Uint8Array()) : this.#hashOf(0, size);
  }

  /** The hashes that show that the tree of `size` leaves grew out of that of `from` (section 2.1.2). Empty from none. */
  consistency(from: number, size: number): readonly Uint8Array[] {
    return from === 0 || from === size ? [] : this.#subproof(from, 0, size, true);
  }

  #subproof(from: number, start: number, end: number, isWhole: boolean): readonly Uint8Array[] {
    const size = end - start;
    if (from === size) return isWhole ? [] : [this.#hashOf(start, end)];
    const split = start + splitOf(size);
    if (from <= split - start) return [...this.#subproof(from, start, split, isWhole), this.#hashOf(split, end)];
    return [...this.#subproof(from - (split - start), split, end, false), this.#hashOf(start, split)];
  }

  #hashOf(start: number, end: number): Uint8Array {
    const size = end - start;
    const level = Math.log2(size);
    // Left parts, and halves of them, are complete subtrees.
    if (Number.isInteger(level) && start % size === 0) return this.#levels[level]?.[start / size] as Uint8Array;
    const split = start + splitOf(size);
    return nodeOf(this.#hashOf(start, split), this.#hashOf(split, end));
  }
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);
const nodeOf = (left: Uint8Array, right: Uint8Array) => sha256(concatBytes(nodePrefix, left, right));

/** The largest power of two below a size of at least 2. */
const splitOf = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);
