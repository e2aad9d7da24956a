import { describe, expect, test } from '@jest/globals';
import { filledFunction, smallEnough } from '../../lib/constructs/edge/filled-function.ts';

const fill = (built: string, json: string, bytes = Buffer.byteLength(json)) =>
  filledFunction('guard', built, '__KEYS__', { json, bytes });

describe('a function with its values in place', () => {
  test('has the value where the word was', () => {
    expect(fill('var keys = __KEYS__;', '{"a":"$&"}')).toBe('var keys = {"a":"$&"};');
  });

  test('may have 10,240 bytes and no more, counted as they are deployed', () => {
    const rest = 'ä'.repeat(4_000);
    expect(fill(`'${rest}'__KEYS__`, 'x'.repeat(2_238))).toHaveLength(6_240);
    expect(() => fill(`'${rest}'__KEYS__`, 'x'.repeat(2_239))).toThrow(
      'The edge function guard has 10241 bytes, 2239 of them in the place of __KEYS__; CloudFront takes 10240',
    );
    // A reference is longer than a short secret, and shorter than a long one.
    const reference = `{{resolve:secretsmanager:${'arn'.repeat(50)}:SecretString:::}}`;
    expect(fill(`'${'a'.repeat(10_170)}'__KEYS__`, reference, 64)).toContain(reference);
    expect(() => fill('__KEYS__', reference, 10_241)).toThrow('CloudFront takes 10240');
  });

  test.each(['no word', '__KEYS__ and __KEYS__'])('must have the word once: %s', (built) => {
    expect(() => fill(built, '{}')).toThrow('The edge function guard must have __KEYS__ in it, once');
  });
});

test('a function that is deployed as it was built may have 10,240 bytes too', () => {
  expect(smallEnough('guard', 'x'.repeat(10_240))).toHaveLength(10_240);
  expect(() => smallEnough('guard', 'ä'.repeat(5_121))).toThrow('The edge function guard has 10242 bytes');
});
