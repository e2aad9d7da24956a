import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { partsOf } from '../../../contracts/pass.ts';
import { deriveKey, hmac, makeSigned, readSigned, SigningKey, sameText } from '../../../lambdas/foundation/signing.ts';
import fc from '../../properties.ts';

const key = { id: 'a', secret: 'secret-a' };
const older = { id: 'b', secret: 'secret-b' };

describe('signed texts', () => {
  test('any payload comes back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (payload) => {
        const text = makeSigned('p1', key, payload);
        const same = JSON.parse(JSON.stringify(payload));
        if (text.length <= 8192) expect(readSigned('p1', [older, key], text)).toEqual(same);
      }),
    );
  });

  test('one letter changed anywhere, and it is not ours', () => {
    const text = makeSigned('p1', key, { o: 'friends', x: 5 });
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'AZaz09-_.'), (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        // The last letter of a 32-byte MAC carries two bits that mean nothing; they are compared all the same.
        expect(readSigned('p1', [key], changed)).toEqual(changed === text ? { o: 'friends', x: 5 } : undefined);
      }),
    );
  });

  test('of another kind, another key, or no form at all', () => {
    const text = makeSigned('p1', key, {});
    expect(readSigned('s1', [key], text)).toBeUndefined();
    expect(readSigned('p1', [older], text)).toBeUndefined();
    expect(readSigned('p1', [{ id: 'a', secret: 'secret-b' }], text)).toBeUndefined();
    expect(readSigned('p1', [], text)).toBeUndefined();
    for (const text of ['', 'p1', 'p1.a.b', `p1.a.e30.${'A'.repeat(42)}`, 'x'.repeat(9000)]) {
      expect(readSigned('p1', [key], text)).toBeUndefined();
    }
  });

  test('a payload that carries dots or another kind cannot be moved', () => {
    const parts = partsOf('p1', makeSigned('p1', key, { a: 1 }));
    expect(partsOf('s1', `s1.a.${parts?.payload}.${parts?.mac}`)).toBeDefined();
    expect(readSigned('s1', [key], `s1.a.${parts?.payload}.${parts?.mac}`)).toBeUndefined();
  });
});

describe('Ed25519 seals', () => {
  const seal = new SigningKey(deriveKey('secret', 'receipt'));

  test('any payload comes back; the same payload is the same text', () => {
    const text = seal.seal('r1', { fan: 'f', round: 0 });
    expect(seal.seal('r1', { fan: 'f', round: 0 })).toBe(text);
    expect(seal.open('r1', text)).toEqual({ fan: 'f', round: 0 });
    expect(seal.open('t1', text)).toBeUndefined();
    expect(new SigningKey(deriveKey('secret', 'ticket')).open('r1', text)).toBeUndefined();
  });

  test('one letter changed anywhere, and it is not ours', () => {
    const text = seal.seal('r1', { fan: 'f', round: 0 });
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'ABCDEFGHabcdefgh0123456789-_.'), (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        expect(seal.open('r1', changed)).toEqual(changed === text ? { fan: 'f', round: 0 } : undefined);
      }),
    );
    const respelt = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
      .map((last) => text.slice(0, -1) + last)
      .filter((other) => other !== text);
    expect(respelt.filter((other) => seal.open('r1', other))).toEqual([]);
  });

  test('anyone with the public key can check one', () => {
    const [kind, payload, signature = ''] = seal.seal('r1', { a: 1 }).split('.');
    const der = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(seal.publicKey, 'base64url'),
    ]);
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
    expect(verify(null, Buffer.from(`${kind}.${payload}`), publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(seal.publicKey).toHaveLength(43);
  });

  test('the key is the one of RFC 8032 for that seed (section 7.1, test 1)', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const expected = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
    expect(Buffer.from(new SigningKey(seed).publicKey, 'base64url').toString('hex')).toBe(expected);
  });
});

test('keys derived for two purposes, or from two secrets, differ', () => {
  const keys = [deriveKey('s', 'one'), deriveKey('s', 'two'), deriveKey('t', 'one')].map((bytes) =>
    bytes.toString('hex'),
  );
  expect(new Set(keys).size).toBe(3);
  expect(deriveKey('s', 'one').toString('hex')).toBe(keys[0]);
  expect(deriveKey('s', 'one')).toHaveLength(32);
});

test('hmac is HMAC-SHA256 (RFC 4231, test case 2), and texts are compared whole', () => {
  const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  expect(hmac('Jefe', 'what do ya want for nothing?').toString('hex')).toBe(expected);
  expect(sameText('abc', 'abc')).toBe(true);
  expect(sameText('abc', 'abd')).toBe(false);
  expect(sameText('abc', 'abcd')).toBe(false);
  expect(sameText('', '')).toBe(true);
});
