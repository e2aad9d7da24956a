import { describe, expect, test } from '@jest/globals';
import { dedupMs, FifoQueue } from '../../../simulation/stage/fifo-queue.ts';

/** The rules of SQS FIFO in high-throughput mode, as AWS documents them: the model must keep to every one. */
const visibilityMs = 30_000;
const now = 1_000_000;

function filled(...bodies: readonly string[]) {
  const queue = new FifoQueue<string>();
  for (const body of bodies) queue.send(body, body.slice(0, 1), body, now);
  return queue;
}

const take = (queue: FifoQueue<string>, groups: readonly string[], at = now, most = 10) =>
  queue.receive(groups, { now: at, visibilityMs, most });
const bodiesOf = (delivery: ReturnType<typeof take>) => delivery?.messages.map(({ body }) => body) ?? [];

describe('an ordered queue', () => {
  test('hands out a group in the order it was sent, ten at most', () => {
    const queue = filled(...Array.from({ length: 12 }, (_, at) => `a${at}`));
    const first = take(queue, ['a']);
    expect(bodiesOf(first)).toEqual(Array.from({ length: 10 }, (_, at) => `a${at}`));
    for (const { id } of first?.messages ?? []) queue.delete(id, first?.receipt ?? 0, now + 1);
    expect(bodiesOf(take(queue, ['a'], now + 1))).toEqual(['a10', 'a11']);
  });

  test('a batch may hold several groups, each in its order', () => {
    expect(bodiesOf(take(filled('a1', 'b1', 'a2', 'b2'), ['b', 'a']))).toEqual(['b1', 'b2', 'a1', 'a2']);
  });

  test('while one of a group is with a receiver, nobody gets any of that group', () => {
    const queue = filled('a1', 'a2', 'b1');
    take(queue, ['a'], now, 1);
    expect(queue.ready(now + 1)).toEqual(['b']);
    expect(take(queue, ['a'], now + 1)).toBeUndefined();
  });

  test('what is not deleted in time comes again, first and in order; the old receipt deletes nothing then', () => {
    const queue = filled('a1', 'a2');
    const first = take(queue, ['a'], now, 1);
    const later = now + visibilityMs;
    expect(queue.delete(first?.messages[0]?.id ?? '', first?.receipt ?? 0, later)).toBe(false);
    const again = take(queue, ['a'], later);
    expect(bodiesOf(again)).toEqual(['a1', 'a2']);
    expect(queue.delete(first?.messages[0]?.id ?? '', first?.receipt ?? 0, later + 1)).toBe(false);
    expect(queue.delete(again?.messages[0]?.id ?? '', again?.receipt ?? 0, later + 1)).toBe(true);
    expect(queue.size).toBe(1);
  });

  test('what is given back comes again at once', () => {
    const queue = filled('a1');
    const first = take(queue, ['a']);
    expect(queue.giveBack(first?.messages[0]?.id ?? '', first?.receipt ?? 0, now + 5)).toBe(true);
    expect(bodiesOf(take(queue, ['a'], now + 5))).toEqual(['a1']);
  });

  test('what is given back for later comes again then, with its group, and says how often it came', () => {
    const queue = filled('a1', 'a2');
    const first = take(queue, ['a'], now, 1);
    expect(first?.messages).toEqual([{ id: first?.messages[0]?.id, body: 'a1', group: 'a', receives: 1 }]);
    queue.giveBack(first?.messages[0]?.id ?? '', first?.receipt ?? 0, now + 5, 2000);
    expect(take(queue, ['a'], now + 2004)).toBeUndefined();
    const again = take(queue, ['a'], now + 2005);
    expect(again?.messages.map(({ body, receives }) => [body, receives])).toEqual([
      ['a1', 2],
      ['a2', 1],
    ]);
  });

  test('a deduplication id counts for five minutes, within its group, also after the message is gone', () => {
    const queue = filled('a1');
    const first = take(queue, ['a']);
    queue.delete(first?.messages[0]?.id ?? '', first?.receipt ?? 0, now + 1);
    expect(queue.send('a1', 'a', 'a1', now + dedupMs - 1)).toBe(false);
    expect(queue.send('a1', 'b', 'a1', now + dedupMs - 1)).toBe(true);
    expect(queue.send('a1', 'a', 'a1', now + dedupMs)).toBe(true);
  });

  test('after five receives a message is set aside, and the group goes on', () => {
    const queue = filled('a1', 'a2');
    for (let times = 0; times < 5; times += 1)
      expect(bodiesOf(take(queue, ['a'], now + times * visibilityMs, 1))).toEqual(['a1']);
    expect(bodiesOf(take(queue, ['a'], now + 5 * visibilityMs, 1))).toEqual(['a2']);
    expect(queue.deadLetters).toEqual(['a1']);
    queue.forget('a1');
    expect(queue.deadLetters).toEqual([]);
    expect(bodiesOf(take(queue, ['a'], now + 6 * visibilityMs))).toEqual(['a2']);
  });
});
