import { describe, expect, test } from '@jest/globals';
import {
  type Acted,
  authorise,
  type CardAccount,
  cancel,
  capture,
  openAccount,
  ponder,
  refund,
  withdraw,
} from '../../stand-ins/card-account.ts';
import fc from '../properties.ts';

type Act = (account: CardAccount) => Acted;

const led = (...acts: readonly Act[]): CardAccount =>
  acts.reduce((account, act) => {
    const acted = act(account);
    if (!acted.ok) throw new Error(`${account.state}: ${acted.refusal}`);
    return acted.account;
  }, openAccount(100));
const take = (amount: number) => (account: CardAccount) => capture(account, amount);
const give = (amount: number) => (account: CardAccount) => refund(account, amount);
const wrongState = { ok: false, refusal: 'wrong-state' };

describe('a card account', () => {
  test.each([
    ['unpaid', led(), ['ponder', 'authorise', 'cancel']],
    ['pending', led(ponder), ['authorise', 'cancel']],
    ['authorised', led(ponder, authorise), ['capture', 'cancel', 'withdraw']],
    ['captured', led(authorise, take(100)), ['refund']],
    ['cancelled', led(authorise, cancel), []],
    ['withdrawn', led(authorise, withdraw), []],
  ])('that is %s can be acted on in no other way', (state, account, possible) => {
    const acts = { ponder, authorise, capture: take(100), cancel, withdraw, refund: give(100) };
    expect(account.state).toBe(state);
    expect(Object.entries(acts).flatMap(([name, act]) => (act(account).ok ? [name] : []))).toEqual(possible);
    for (const [name, act] of Object.entries(acts))
      if (!(possible as string[]).includes(name)) expect(act(account)).toEqual(wrongState);
  });

  test('gives once, at most what was authorised', () => {
    const authorised = led(authorise);
    for (const amount of [0, -1, 1.5, Number.NaN, 101])
      expect(capture(authorised, amount)).toEqual({ ok: false, refusal: 'too-much' });
    expect(led(authorise, take(60))).toEqual({ state: 'captured', amount: 100, captured: 60, refunded: 0 });
    expect(capture(led(authorise, take(60)), 40)).toEqual(wrongState);
  });

  test('gives back in parts until nothing is left', () => {
    const halfWay = led(authorise, take(60), give(20));
    expect(refund(halfWay, 41)).toEqual({ ok: false, refusal: 'too-much' });
    const empty = led(authorise, take(60), give(20), give(40));
    expect(refund(empty, 1)).toEqual({ ok: false, refusal: 'nothing-left' });
  });

  test('never gives more than was authorised, nor back more than it gave, whatever is asked', () => {
    const act = fc.oneof(
      fc.constantFrom<Act>(ponder, authorise, cancel, withdraw),
      fc.integer({ min: -5, max: 200 }).map(take),
      fc.integer({ min: -5, max: 200 }).map(give),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        let account = openAccount(100);
        for (const one of acts) {
          const acted = one(account);
          if (acted.ok) account = acted.account;
          expect(account.captured).toBeLessThanOrEqual(account.amount);
          expect(account.refunded).toBeGreaterThanOrEqual(0);
          expect(account.refunded).toBeLessThanOrEqual(account.captured);
          expect(account.captured > 0).toBe(account.state === 'captured');
        }
      }),
    );
  });
});
