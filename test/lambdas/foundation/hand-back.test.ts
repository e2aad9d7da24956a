import { describe, expect, test } from '@jest/globals';
import { mostTries, quickPausesSeconds } from '../../../contracts/message-tries.ts';
import { pausesOf, queueUrlOf } from '../../../lambdas/foundation/hand-back.ts';

const all = (tried: readonly { readonly id: string }[]) => new Set(tried.map(({ id }) => id));

describe('a failed message', () => {
  test('comes again at once, then after pauses that double, then when its queue lets it', () => {
    const pauses = Array.from({ length: mostTries }, (_, at) => {
      const tried = [{ id: 'a', receives: at + 1 }];
      return pausesOf(tried, all(tried)).get('a');
    });
    expect(pauses).toEqual([0, 2, 4, 8, 16, ...Array(5).fill(undefined)]);
  });

  test('comes again alone: the others of its batch are done', () => {
    const tried = [
      { id: 'a', receives: 1 },
      { id: 'b', receives: 3 },
      { id: 'c', receives: 1 },
    ];
    expect([...pausesOf(tried, new Set(['b']))]).toEqual([['b', 4]]);
  });

  test('of an ordered queue comes again with its group, after the pause of the first that failed', () => {
    const tried = [
      { id: 'done', group: 'a', receives: 5 },
      { id: 'first', group: 'a', receives: 2 },
      { id: 'behind', group: 'a', receives: 1 },
      { id: 'elsewhere', group: 'b', receives: 1 },
      { id: 'late', group: 'c', receives: 6 },
      { id: 'behind it', group: 'c', receives: 1 },
    ];
    expect([...pausesOf(tried, new Set(['first', 'behind', 'elsewhere', 'late', 'behind it']))]).toEqual([
      ['first', 2],
      ['behind', 2],
      ['elsewhere', 0],
    ]);
  });
});

/** Moments of the tries of a message that fails at each at once, in seconds, and of its end among the dead letters. */
function triesOf(ownPause: number): { readonly at: readonly number[]; readonly setAsideAt: number } {
  const at: number[] = [];
  let now = 0;
  for (let receives = 1; receives <= mostTries; receives += 1) {
    at.push(now);
    now += quickPausesSeconds[receives - 1] ?? ownPause;
  }
  return { at, setAsideAt: now };
}

describe('the tries of a message', () => {
  test.each([
    ['asks of the house', 30],
    ['outcomes of sales', 60],
    ['mails', 180],
  ])(
    '%s are set aside no sooner than after five times the queue’s own pause, as before there were quick ones',
    (_, own) => {
      expect(triesOf(own).setAsideAt).toBeGreaterThanOrEqual(5 * own);
    },
  );

  test('are quick for a fault that is short, and many are left after one of twenty seconds', () => {
    const { at } = triesOf(30);
    const healed = (faultMs: number) => at.find((tried) => tried >= faultMs) ?? Number.NaN;
    for (const fault of [0.5, 1, 2, 3, 5, 8, 13, 20, 30]) expect(healed(fault)).toBeLessThanOrEqual(2 * fault + 2);
    expect(at.filter((tried) => tried > 20)).toHaveLength(5);
  });
});

test('the address of a queue is in its ARN', () => {
  expect(queueUrlOf('arn:aws:sqs:eu-west-2:123456789012:house.fifo')).toBe(
    'https://sqs.eu-west-2.amazonaws.com/123456789012/house.fifo',
  );
});
