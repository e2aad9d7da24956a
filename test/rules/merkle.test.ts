import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { MerkleTree } from '../../rules/merkle.ts';
import fc from '../properties.ts';
import { isConsistent } from '../witness-stand-in.ts';

/* Roots by the definition of RFC 6962, written out; proofs by a verifier that knows nothing of the tree. */

const sha = (...parts: readonly (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

function rootOf(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return sha('');
  if (leaves.length === 1) return sha('\0', leaves[0] ?? '');
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha('\u0001', rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

const treeOf = (leaves: readonly string[]) => {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leaf);
  return tree;
};
const named = (count: number) => Array.from({ length: count }, (_, at) => `leaf ${at}`);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the tree', () => {
  test('has the root of the definition at every size up to 70, and of every tree that it grew out of', () => {
    const leaves = named(70);
    const tree = treeOf(leaves);
    for (let size = 0; size <= leaves.length; size += 1)
      expect(hex(tree.root(size))).toBe(hex(rootOf(leaves.slice(0, size))));
  });

  test('of no leaf is the hash of nothing', () => {
    expect(hex(new MerkleTree().root(0))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('shows that it grew out of any smaller one, and of no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat(), (size, some, which) => {
        const from = 1 + (some % size);
        const tree = treeOf(named(size));
        const proof = tree.consistency(from, size);
        const roots = [tree.root(from), tree.root(size)] as const;
        expect(isConsistent(from, size, ...roots, proof)).toBe(true);
        const other = treeOf(named(size).map((leaf, at) => (at === which % from ? 'another' : leaf)));
        expect(isConsistent(from, size, other.root(from), roots[1], proof)).toBe(false);
      }),
    );
  });
});
