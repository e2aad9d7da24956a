import { describe, expect, it } from '@jest/globals';
import { all, either } from '../../../lambdas/foundation/condition.ts';

describe('the condition of a write', () => {
  it('puts a choice in parentheses amid clauses that must all hold', () => {
    expect(all('a = :a', either('b = :b', 'c = :c'), 'd = :d')).toBe('a = :a AND (b = :b OR c = :c) AND d = :d');
  });

  it('has no parentheses that nobody needs', () => {
    expect(all('size(a) < :n', 'NOT contains(a, :b)')).toBe('size(a) < :n AND NOT contains(a, :b)');
    expect(either('a = :a', all('b = :b', 'c = :c'))).toBe('a = :a OR b = :b AND c = :c');
    expect(all(either('a = :a'))).toBe('a = :a');
    expect(either(either('a = :a', 'b = :b'), 'c = :c')).toBe('a = :a OR b = :b OR c = :c');
  });

  it('sees a choice that stands in parentheses already', () => {
    const inner = all('a = :a', either('b = :b', 'c = :c'));
    expect(all(inner, 'd = :d')).toBe(`${inner} AND d = :d`);
    expect(all('(a = :a) OR (b = :b)', 'c = :c')).toBe('((a = :a) OR (b = :b)) AND c = :c');
  });
});
