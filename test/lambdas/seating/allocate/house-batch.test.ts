import { describe, expect, test } from '@jest/globals';
import type { HouseAsk } from '../../../../contracts/house.ts';
import { readBatch } from '../../../../lambdas/seating/allocate/house-batch.ts';
import { best, change, extend, hold, holdName, noon, release, sell } from '../small-stage.ts';

const message = (messageId: string, ask: unknown) => ({ messageId, body: JSON.stringify(ask) });
const ask = hold(1, 'ada', best(2));
const kinds: readonly HouseAsk[] = [
  ask,
  release(1, 'ada'),
  sell(1, 'ada', ['stalls-A-1']),
  change({ order: 'order-1', hold: holdName(1), fan: 'ada', performance: 'evening' }, 1, ['stalls-A-1'], []),
  extend('ada', noon),
];

describe('a batch of messages', () => {
  test('is asks by house, each in its order', () => {
    const asks = [...kinds, release(2, 'bob', 'matinee'), hold(3, 'cy', best(1))];
    const { houses, unreadable } = readBatch(asks.map((one, at) => message(`m-${at}`, one)));
    expect(unreadable).toEqual([]);
    expect([...houses]).toEqual([
      ['evening', [...kinds, asks[6]].map((one, at) => ({ messageId: `m-${at === 5 ? 6 : at}`, ask: one }))],
      ['matinee', [{ messageId: 'm-5', ask: asks[5] }]],
    ]);
  });

  test.each<[string, string]>([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['no ask', JSON.stringify({ ask: 'sing' })],
    ['an ask without a wish', JSON.stringify({ ...ask, wish: undefined })],
    ...kinds.flatMap((one): [string, string][] =>
      'hold' in one ? [[`a ${one.ask} of a hold of no name`, JSON.stringify({ ...one, hold: 'too-short' })]] : [],
    ),
    ['a hold whose name is too long', JSON.stringify({ ...ask, hold: `${holdName(1)}A` })],
    ['a hold whose name is no base64url', JSON.stringify({ ...ask, hold: '.'.repeat(12) })],
    ['a house that no key can have', JSON.stringify({ ...ask, performance: 'evening#1' })],
    ['an on-sale that no key can have', JSON.stringify({ ...ask, onSale: '' })],
    ['a fan that no key can have', JSON.stringify({ ...ask, fan: 'a'.repeat(129) })],
    ['a fan without a name, who wants more time', JSON.stringify(extend('', noon))],
  ])('sets aside what is %s, and reads on', (_, body) => {
    const { houses, unreadable } = readBatch([{ messageId: 'bad', body }, message('good', ask)]);
    expect(unreadable).toEqual(['bad']);
    expect([...houses]).toEqual([['evening', [{ messageId: 'good', ask }]]]);
  });
});

describe('a message of a version', () => {
  const of = (messageId: string, v: number | string, group: string, one: unknown = ask) => ({
    messageId,
    body: JSON.stringify({ ...(one as object), v }),
    group,
  });

  test.each([0, 1])('%s is an ask, without the number', (v) => {
    expect([...readBatch([of('m', v, 'evening')]).houses]).toEqual([['evening', [{ messageId: 'm', ask }]]]);
  });

  test('that is of a later release goes back, and with it all behind it in its group, and no other', () => {
    const later = { ask: 'sing', performance: 'evening', tune: 7 };
    const batch = readBatch([
      of('first', 1, 'evening'),
      of('later', 2, 'evening', later),
      of('other', 1, 'matinee', hold(3, 'cy', best(1), { performance: 'matinee' })),
      of('behind', 1, 'evening', release(1, 'ada')),
      of('odd', '2', 'late'),
    ]);
    expect(batch.notYet).toEqual(['later', 'behind', 'odd']);
    expect(batch.unreadable).toEqual([]);
    expect([...batch.houses.values()].flat().map(({ messageId }) => messageId)).toEqual(['first', 'other']);
  });
});
