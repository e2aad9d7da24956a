import { describe, expect, test } from '@jest/globals';
import { createChallenge, solveChallenge, verifySolution } from 'altcha-lib/v1';
import { api } from '../../../../contracts/api.ts';
import { challengeFor, effortOf, workRefusal } from '../../../../lambdas/waiting-room/entry/proof-of-work.ts';
import { findNumber, solveWork, workOf } from '../../../../lambdas/waiting-room/entry/solve-work.ts';
import fc from '../../../properties.ts';

const key = 'ab'.repeat(32);
const now = 1_900_000_000_000;
const terms = { onSale: 'public', visitor: 'abcdefghij_-klmnopqrst' };
const chance = { effort: 300, salt: '0123456789abcdef01234567', fraction: 0.7 };
const challenge = challengeFor(key, terms, chance, now);
const work = solveWork(challenge);
const textOf = (solution: object) => Buffer.from(JSON.stringify(solution)).toString('base64');
const solution = JSON.parse(Buffer.from(work, 'base64').toString()) as Record<string, unknown>;

describe('a challenge', () => {
  test('is solved by trying, and its solution is taken', () => {
    expect(findNumber(challenge, 0, 301)).toBe(211);
    expect(workRefusal(key, terms, work, now)).toBeUndefined();
    // Again, as a retry does; and a second before its time is over.
    expect(workRefusal(key, terms, work, now + 20 * 60_000 - 1000)).toBeUndefined();
  });

  test('may be solved in slices', () => {
    expect([findNumber(challenge, 0, 100), findNumber(challenge, 100, 111), findNumber(challenge, 200, 100)]).toEqual([
      undefined,
      undefined,
      211,
    ]);
  });

  test('is what altcha’s own library makes, solves and takes', async () => {
    const { challenge: wanted, salt } = challenge;
    const made = await createChallenge({ hmacKey: key, salt, number: 211, maxnumber: 300 });
    expect(made).toEqual(challenge);
    const solved = await solveChallenge(wanted, salt, 'SHA-256', 300).promise;
    expect(solved?.number).toBe(211);
    expect(await verifySolution(work, key)).toBe(true);
    expect(workRefusal(key, terms, textOf({ ...made, number: solved?.number, took: 3 }), now)).toBeUndefined();
  });

  test('never has a number beyond its most, whatever chance says', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (fraction, effort) => {
          const given = challengeFor(key, terms, { ...chance, effort, fraction }, now);
          expect(workRefusal(key, terms, solveWork(given), now)).toBeUndefined();
        },
      ),
    );
  });
});

describe('what is refused', () => {
  const wrong = (text: string, as = terms, at = now) => workRefusal(key, as, text, at)?.errors?.[0]?.message;

  test('a solution for another visitor, another on-sale, or of yesterday', () => {
    expect(wrong(work, { ...terms, visitor: 'another_visitor_______' })).toBe('is for another visitor');
    expect(wrong(work, { ...terms, onSale: 'friends' })).toBe('is for another on-sale');
    expect(wrong(work, terms, now + 20 * 60_000)).toBe('is for a challenge whose time is over');
    expect(workRefusal(key, terms, work, now + 86_400_000)).toMatchObject({
      refusal: 'work-wrong',
      detail: expect.stringContaining(api('GET lines/{onSale}/challenge', { onSale: 'public' }).url),
    });
  });

  test('one without the work', () => {
    expect(wrong(workOf(challenge, 212))).toBe('does not solve its challenge');
    expect(wrong(textOf({ ...solution, number: undefined }))).toBe('is not a solution as altcha writes it');
  });

  test('a challenge that somebody made for themselves', () => {
    const easy = challengeFor('another key', terms, { ...chance, effort: 1 }, now);
    expect(wrong(solveWork(easy))).toBe('is for a challenge that is not ours');
  });

  test('one whose salt and number are cut at another place, which would leave its end out', () => {
    const salt = String(solution.salt);
    const at = salt.indexOf('expires');
    for (const [head, tail] of [
      [salt.slice(0, at), `${salt.slice(at)}211`],
      [`${salt}2`, 11],
      [salt.slice(0, -1), '&211'],
      [`${salt}expires=9999999999&`, 211],
    ] as const) {
      expect(wrong(textOf({ ...solution, salt: head, number: tail }))).toBe('is not a solution as altcha writes it');
    }
  });

  test.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('{"number":').toString('base64')],
    ['null', Buffer.from('null').toString('base64')],
    ['a list', Buffer.from('[]').toString('base64')],
    ['a prototype', textOf({ __proto__: null, constructor: 1 })],
    ['another algorithm', textOf({ ...solution, algorithm: 'SHA-1' })],
    ['a fraction', textOf({ ...solution, number: 1.5 })],
    ['a huge number', textOf({ ...solution, number: 1e308 })],
    ['a signature of another length', textOf({ ...solution, signature: 'ab' })],
  ])('%s', (_, text) => {
    expect(wrong(text)).toBe('is not a solution as altcha writes it');
  });

  test('anything at all, as a value', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString('base64')),
        ),
        (text) => {
          expect(workRefusal(key, terms, text, now)?.refusal).toBe('work-wrong');
        },
      ),
    );
  });
});

describe('how hard it is', () => {
  test('easy while they come as expected, and twice as hard for twice as many', () => {
    expect([0, 100, 333, 600, 700, 1400, 2800].map((joined) => effortOf(joined, 10_000))).toEqual([
      20_000, 20_000, 20_000, 20_000, 40_000, 80_000, 160_000,
    ]);
  });

  test('never below the floor nor above the ceiling, and never easier for more', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000_000 }), (a, b, audience) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        expect(effortOf(few, audience)).toBeGreaterThanOrEqual(20_000);
        expect(effortOf(many, audience)).toBeLessThanOrEqual(2_000_000);
        expect(effortOf(few, audience)).toBeLessThanOrEqual(effortOf(many, audience));
      }),
    );
  });
});
