import { describe, expect, test } from '@jest/globals';
import { type Context, holds, isOperator } from '../../iam/condition.ts';

/* https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and …_multi-value-conditions.html */

const meets = (operator: string, wanted: string | readonly string[], actual: Context[string]): boolean =>
  holds({ operator, key: 'k', values: [wanted].flat() }, { k: actual }, (pattern) => ({ pattern, literal: [] }));

describe('operators', () => {
  test.each<[string, string | readonly string[], Context[string], boolean]>([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', 'a*', 'ab', false],
    ['StringNotEquals', ['a', 'b'], 'c', true],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringEqualsIgnoreCase', 'a', 'A', true],
    ['StringNotEqualsIgnoreCase', 'a', 'A', false],
    ['StringLike', 'a*c?', 'abbcd', true],
    ['StringLike', 'a*c?', 'abbc', false],
    ['StringNotLike', 'a*', 'ab', false],
    ['NumericEquals', '1.0', '1', true],
    ['NumericNotEquals', '1', '2', true],
    ['NumericLessThan', '1.2', '1.3', false],
    ['NumericLessThan', '1.2', '1.1', true],
    ['NumericLessThanEquals', '2', '2', true],
    ['NumericGreaterThan', '2', '2', false],
    ['NumericGreaterThanEquals', '2', '2', true],
    ['DateEquals', '2026-01-01T00:00:00Z', '1767225600', true],
    ['DateLessThan', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', true],
    ['DateGreaterThanEquals', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', false],
    ['Bool', 'false', 'true', false],
    ['Bool', 'true', 'true', true],
    ['IpAddress', '203.0.113.0/24', '203.0.113.9', true],
    ['IpAddress', '203.0.113.0/24', '203.0.114.9', false],
    ['NotIpAddress', '203.0.113.0/24', '203.0.114.9', true],
    ['IpAddress', '0.0.0.0/0', '198.51.100.1', true],
    ['ArnLike', 'arn:aws:cloudfront::1:distribution/*', 'arn:aws:cloudfront::1:distribution/E1', true],
    ['ArnEquals', 'arn:aws:cloudfront::*:distribution/E1', 'arn:aws:cloudfront::1:distribution/E1', true],
    ['ArnLike', 'arn:aws:cloudfront::1', 'arn:aws:cloudfront::1:distribution/E1', false],
    ['ArnNotLike', 'arn:aws:cloudfront::1:*', 'arn:aws:cloudfront::1:distribution/E1', false],
    ['Null', 'true', undefined, true],
    ['Null', 'true', 'there', false],
    ['Null', 'false', 'there', true],
    // A key that the request does not have.
    ['StringEquals', 'a', undefined, false],
    ['StringNotEquals', 'a', undefined, true],
    ['StringEqualsIfExists', 'a', undefined, true],
    ['StringEqualsIfExists', 'a', 'b', false],
    ['Bool', 'false', undefined, false],
    ['BoolIfExists', 'false', undefined, true],
    // Several values of one key.
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b', 'a'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAllValues:StringEquals', 'a', undefined, true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], false],
    ['ForAnyValue:StringEquals', 'a', undefined, false],
    ['ForAnyValue:StringNotEquals', 'a', ['a', 'b'], true],
    ['ForAllValues:StringNotLike', 'a*', ['b', 'ab'], false],
  ])('%s %j on %j: %s', (operator, wanted, actual, met) => expect(meets(operator, wanted, actual)).toBe(met));

  test('are known by name', () => {
    expect(['StringLike', 'ForAnyValue:ArnLikeIfExists', 'Null'].every(isOperator)).toBe(true);
    expect(['StringSounds', 'ForSome:StringLike', 'NullIfExists', 'BinaryEquals', 'constructor'].some(isOperator)).toBe(
      false,
    );
  });
});
