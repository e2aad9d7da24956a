import { describe, expect, test } from '@jest/globals';
import { fanSearch } from '../../../../contracts/find-fan.ts';
import { orderSearch } from '../../../../contracts/order.ts';
import { kindsOf, searchesOf } from '../../../../site/control-room/fans/what-was-typed.ts';
import fc from '../../../properties.ts';

describe('what somebody types', () => {
  test.each([
    ['A1001', ['member']],
    ['204 117', ['member']],
    ['ada@example.org', ['email']],
    [' K7M-4QX ', ['reference', 'member']],
    ['k7m 4qx', ['reference', 'member']],
    ['K7M4QX', ['reference', 'member']],
    ['100482', ['member']],
    ['Stalls C 12, Saturday', ['seat']],
    ['C 12', ['seat']],
    ['row C seat 12', ['seat']],
    ['f'.repeat(43), ['fan']],
    ['r2.eyJ2IjoyfQ.Zm9v', ['receipt']],
  ])('%s', (typed, kinds) => {
    expect(kindsOf(typed)).toEqual(kinds);
  });

  test('leads to questions that the platform takes', () => {
    for (const typed of ['A1001', 'ada@example.org', 'K7M-4QX', 'C 12', 'f'.repeat(43), 'r2.eyJ2IjoyfQ.Zm9v'])
      for (const kind of kindsOf(typed)) {
        const { line, orders } = searchesOf(kind, typed, 'friends');
        expect(line ?? orders).toBeDefined();
        if (line) expect(fanSearch.safeParse(line).success).toBe(true);
        if (orders) expect(orderSearch.safeParse(orders).success).toBe(true);
      }
  });

  test('whatever it is, it is one kind or two', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (typed) => kindsOf(typed).length >= 1 && kindsOf(typed).length <= 2),
    );
  });
});
