import { describe, expect, test } from '@jest/globals';
import { codeLength, codeLetters, codeOfNumber, codeShown, codeTyped } from '../../rules/handover-code.ts';
import fc from '../properties.ts';

const codes = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(codeOfNumber);

describe('a code for another device', () => {
  test('has eight letters, none of which looks or sounds like another, or makes a word', () => {
    expect(new Set(codeLetters).size).toBe(20);
    expect(codeLetters).not.toMatch(/[AEIOUY0-9]/);
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(new RegExp(`^[${codeLetters}]{${codeLength}}$`));
      }),
    );
  });

  test('is the same however it is typed', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom('-', ' ', ' – ', '.', ''), (code, between) => {
        expect(codeTyped(codeShown(code))).toBe(code);
        expect(codeTyped(` ${code.slice(0, 4).toLowerCase()}${between}${code.slice(4)} `)).toBe(code);
      }),
    );
    expect(codeTyped('BCDFGHJK')).toBe('BCDFGHJK');
  });

  test.each(['', 'BCDF', 'BCDFGHJKL', 'ABCDEFGH', 'BCDF0000', 'код'])('%j is none', (typed) => {
    expect(codeTyped(typed)).toBeUndefined();
  });

  test('every letter comes in each place', () => {
    const seen = Array.from({ length: codeLength }, () => new Set<string>());
    for (let n = 0n; n < 2000n; n += 1n)
      [...codeOfNumber(n * 9_876_543_210_987n)].forEach((letter, at) => {
        seen[at]?.add(letter);
      });
    expect(seen.map(({ size }) => size)).toEqual(Array(codeLength).fill(20));
  });
});
