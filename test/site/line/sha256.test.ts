import { describe, expect, test } from '@jest/globals';
import { sha256 as reference } from '@noble/hashes/sha2.js';
import { hexToBytes as referenceBytes } from '@noble/hashes/utils.js';
import { hexToBytes, sha256 } from '../../../site/line/sha256.ts';
import fc from '../../properties.ts';

describe('the small SHA-256', () => {
  test('agrees with the library on every message, whatever its length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
        expect([...sha256(message)]).toEqual([...reference(message)]);
      }),
      { numRuns: 500 },
    );
  });

  test('agrees at the edges of a block', () => {
    for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 127, 128]) {
      const message = new Uint8Array(length).fill(0xa5);
      expect([...sha256(message)]).toEqual([...reference(message)]);
    }
  });

  test('reads hex as the library does', () => {
    expect([...hexToBytes('00ff10a5')]).toEqual([...referenceBytes('00ff10a5')]);
  });
});
