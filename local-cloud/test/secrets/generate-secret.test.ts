import { randomInt } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Properties } from '../../properties.ts';
import { generateSecret } from '../../secrets/generate-secret.ts';
import fc from '../same-examples.ts';

const refuse = (sentence: string): never => {
  throw new Error(sentence);
};
const generate = (wish: Readonly<Record<string, unknown>>): string =>
  generateSecret(new Properties(wish, 'Shop.Word', refuse), randomInt);

describe('a generated secret', () => {
  test('has the length and only the characters that are asked for, and one of each kind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 200 }), (PasswordLength) => {
        const secret = generate({ PasswordLength, ExcludePunctuation: true, ExcludeCharacters: 'abcO0' });
        expect(secret).toHaveLength(PasswordLength);
        expect(secret).toMatch(/^[d-zA-NP-Z1-9]+$/);
        expect(secret).toMatch(/[d-z]/);
        expect(secret).toMatch(/[A-Z]/);
        expect(secret).toMatch(/[1-9]/);
      }),
    );
  });

  test('is 32 characters long otherwise, and another one each time', () => {
    expect(generate({})).toHaveLength(32);
    expect(generate({})).not.toBe(generate({}));
  });

  test('stands in its template', () => {
    const secret = generate({ SecretStringTemplate: '{"user":"me"}', GenerateStringKey: 'word', PasswordLength: 20 });
    expect(JSON.parse(secret)).toEqual({ user: 'me', word: expect.stringMatching(/^.{20}$/s) });
  });

  test.each([
    [{ PasswordLength: 0 }, /PasswordLength/],
    [{ PasswordLength: 2 }, /too short/],
    [{ GenerateStringKey: 'word' }, /need one another/],
    [
      { ExcludeLowercase: true, ExcludeUppercase: true, ExcludeNumbers: true, ExcludePunctuation: true },
      /no character/,
    ],
    [{ Colour: 'red' }, /Colour/],
  ])('%j is refused', (wish, message) => {
    expect(() => generate(wish)).toThrow(message);
  });
});
