import { describe, expect, test } from '@jest/globals';
import { beforeLook } from '../../../site/hall/hold-watch.ts';
import { otherWishes } from '../../../site/hall/other-wishes.ts';
import { afterNews, toggle } from '../../../site/hall/picks.ts';
import fc from '../../properties.ts';
import { theatrePlan } from '../theatre/plans.ts';

describe('picking by hand', () => {
  const nobody = new Set<string>();

  test('a second tap takes the seat back', () => {
    expect(toggle(['a', 'b'], { id: 'a' }, nobody, 2)).toEqual({ ok: true, picks: ['b'] });
  });

  test('no seat that is gone, none beyond the limit', () => {
    expect(toggle([], { id: 'a' }, new Set(['a']), 2)).toEqual({ ok: false, why: 'taken' });
    expect(toggle(['a', 'b'], { id: 'c' }, nobody, 2)).toEqual({ ok: false, why: 'limit' });
  });

  test('never more than allowed, never one twice, whatever is tapped', () => {
    const seat = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(seat, { maxLength: 40 }), fc.subarray(['a', 'b', 'c']), fc.nat(4), (taps, gone, limit) => {
        let picks: readonly string[] = [];
        for (const id of taps) {
          const next = toggle(picks, { id }, new Set(gone), limit);
          if (next.ok) picks = next.picks;
          expect(picks.length).toBeLessThanOrEqual(limit);
          expect(new Set(picks).size).toBe(picks.length);
          expect(picks.some((one) => gone.includes(one))).toBe(false);
        }
      }),
    );
  });

  test('a picked seat that somebody takes is dropped, and named', () => {
    expect(afterNews(['a', 'b'], new Set(['b', 'c']))).toEqual({ picks: ['a'], gone: ['b'] });
    const picks = ['a'];
    expect(afterNews(picks, new Set()).picks).toBe(picks);
  });
});

describe('waiting for a hold', () => {
  test('looks soon, then calmer, then stops', () => {
    expect(beforeLook(0, 0)).toBe(300);
    expect(beforeLook(20, 10_000)).toBe(2_000);
    expect(beforeLook(20, 30_000)).toBeUndefined();
    let spent = 0;
    let looks = 0;
    for (let pause = beforeLook(0, 0); pause !== undefined; pause = beforeLook(looks, spent)) {
      spent += pause;
      looks += 1;
    }
    expect(looks).toBeLessThan(25);
  });
});

describe('what else to offer', () => {
  const plan = theatrePlan();

  test('seats near those that were gone', () => {
    const offers = otherWishes(plan, { seats: ['stalls-centre-C-4', 'stalls-centre-C-5'] }, 'seat-taken');
    expect(offers).toEqual([
      {
        kind: 'near',
        wish: { best: { count: 2, section: 'stalls-centre', access: 'none' } },
        count: 2,
        where: 'Stalls',
      },
    ]);
  });

  test('any price, and fewer seats, when a band has too few', () => {
    const offers = otherWishes(plan, { best: { count: 4, category: 'a' } }, 'not-enough-seats');
    expect(offers.map(({ wish }) => wish)).toEqual([{ best: { count: 3, category: 'a' } }, { best: { count: 4 } }]);
  });

  test('apart, fewer, or at another price, when a price has too few side by side', () => {
    const chips = [
      { price: 1500, bands: ['d'], free: 40 },
      { price: 3250, bands: ['c'], free: 1 },
      { price: 4800, bands: ['b'], free: 9 },
      { price: 6500, bands: ['a'], free: 9 },
    ];
    const offers = otherWishes(plan, { best: { count: 2, bands: ['b'], together: true } }, 'not-enough-seats', chips);
    expect(offers.map(({ kind, wish }) => [kind, wish])).toEqual([
      ['apart', { best: { count: 2, bands: ['b'] } }],
      ['fewer', { best: { count: 1, bands: ['b'], together: true } }],
      ['price', { best: { count: 2, bands: ['a'], together: true } }],
      ['price', { best: { count: 2, bands: ['d'], together: true } }],
      ['any-price', { best: { count: 2 } }],
    ]);
  });

  test('nothing that would be refused again', () => {
    expect(otherWishes(plan, { best: { count: 1 } }, 'not-enough-seats')).toEqual([]);
    expect(otherWishes(plan, { best: { count: 9 } }, 'over-limit')).toEqual([]);
    expect(otherWishes(plan, { seats: ['nowhere'] }, 'seat-unknown')).toEqual([]);
  });
});
