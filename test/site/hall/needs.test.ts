import { describe, expect, test } from '@jest/globals';
import { makeSigned } from '../../../lambdas/foundation/signing.ts';
import { accessFor, chosenFor } from '../../../site/hall/needs.ts';
import { needsIn, onSaleIn } from '../../../site/signed-payload.ts';
import fc from '../../properties.ts';

const key = { id: 'a', secret: 'secret' };

describe('what a pass and a voucher say', () => {
  test('needs, as the platform signed them', () => {
    const pass = { o: 'friends', f: 'ada', i: '1', x: 1 };
    expect(needsIn(makeSigned('p1', key, { ...pass, n: ['wheelchair', 'more-time'] }))).toEqual([
      'wheelchair',
      'more-time',
    ]);
    expect(needsIn(makeSigned('p1', key, pass))).toEqual([]);
    expect(needsIn(undefined)).toEqual([]);
  });

  test('the on-sale', () => {
    expect(onSaleIn(makeSigned('v1', key, { o: 'friends-at-nine', f: 'ada', i: '1', x: 1, w: 'fault' }))).toBe(
      'friends-at-nine',
    );
  });

  test('anything else says nothing', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json().map((json) => `v1.a.${Buffer.from(json).toString('base64url')}.x`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(Array.isArray(needsIn(text))).toBe(true);
        expect(['string', 'undefined']).toContain(typeof onSaleIn(text));
      }),
    );
  });
});

describe('a fan who needs a wheelchair place', () => {
  test('finds it chosen, for two if somebody comes along', () => {
    expect(chosenFor(['wheelchair'])).toEqual({ access: true, party: 1 });
    expect(chosenFor(['companion', 'wheelchair'])).toEqual({ access: true, party: 2 });
    expect(chosenFor(['more-time'])).toEqual({});
  });

  test('says so in each wish, and says so when they want other seats', () => {
    expect(accessFor(['wheelchair'], true)).toEqual({ access: 'wheelchair' });
    expect(accessFor(['wheelchair'], false)).toEqual({ access: 'none' });
    expect(accessFor([], true)).toEqual({ access: 'wheelchair' });
    expect(accessFor([], false)).toEqual({});
  });
});
