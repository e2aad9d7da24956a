import { expect, test } from '@jest/globals';
import { KeptItems, mostBehindMs, neverBehind } from '../../../lambdas/foundation/kept-items.ts';

test('a read that need not be of the latest sees each item as it stood a while ago, and an index as well', () => {
  let now = 1000;
  const behind = { clock: () => now, ofItem: () => 500, ofIndex: () => 5000 };
  const items = new KeptItems<string>(behind);
  items.set('a', 'first');
  expect([items.get('a'), items.recent('a'), items.indexed()]).toEqual(['first', undefined, []]);
  expect([items.lasting('a'), items.lasting('b')]).toEqual(['first', undefined]);
  now += 500;
  items.set('a', 'second');
  expect([items.get('a'), items.recent('a'), items.recents()]).toEqual(['second', 'first', ['first']]);
  now += 4500;
  expect([items.recent('a'), items.indexed()]).toEqual(['second', ['first']]);
  expect(items.values()).toEqual(['second']);
});

test('what no read can be behind to is forgotten, and the last one never', () => {
  let now = 0;
  const items = new KeptItems<number>({ clock: () => now, ofItem: () => mostBehindMs, ofIndex: () => mostBehindMs });
  for (let at = 0; at < 10; at += 1) {
    now = at * mostBehindMs;
    items.set('a', at);
  }
  expect(items.recent('a')).toBe(8);
  now += 10 * mostBehindMs;
  expect([items.recent('a'), items.get('a'), items.has('a')]).toEqual([9, 9, true]);
});

test('without anything said, every read is of the latest', () => {
  const items = new KeptItems<number>(neverBehind);
  items.set('a', 1);
  items.set('a', 2);
  expect([items.recent('a'), items.indexed(), items.recents()]).toEqual([2, [2], [2]]);
});
