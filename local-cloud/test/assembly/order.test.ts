import { expect, test } from '@jest/globals';
import { inOrder } from '../../assembly/order.ts';
import { referencesOf } from '../../assembly/references.ts';
import fc from '../same-examples.ts';

test('each comes after all it needs, whatever the order they were given in', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(20)), { maxLength: 20 }), fc.infiniteStream(fc.nat()), (wishes, chance) => {
      // Needing only smaller numbers, nothing can go in a circle.
      const needs = new Map(wishes.map((list, id) => [`${id}`, list.filter((need) => need < id).map(String)]));
      const ids = [...needs.keys()].sort(() => ((chance.next().value ?? 0) % 3) - 1);
      const order = inOrder(ids, (id) => needs.get(id) ?? [], 'a test');
      expect([...order].sort()).toEqual([...ids].sort());
      for (const [id, before] of needs) {
        for (const need of before) expect(order.indexOf(need)).toBeLessThan(order.indexOf(id));
      }
    }),
  );
});

test('a circle is spelled out', () => {
  const needs: Record<string, string[]> = { a: ['b'], b: ['c'], c: ['a'] };
  expect(() => inOrder(['a', 'b', 'c'], (id) => needs[id] ?? [], 'the stack S')).toThrow('a -> b -> c -> a');
});

test('references are found wherever they stand', () => {
  const found = referencesOf({
    Type: 'T',
    DependsOn: ['First'],
    Properties: {
      a: { Ref: 'Second' },
      b: [{ 'Fn::GetAtt': ['Third', 'Arn'] }, { 'Fn::GetAtt': 'Fourth.Arn' }],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
      c: { 'Fn::Sub': ['${Fifth.Arn} ${!NotMe} ${Own}', { Own: { Ref: 'Sixth' } }] },
    },
  });
  expect(found).toEqual(new Set(['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Own', 'Sixth']));
});
