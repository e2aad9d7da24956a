import { expect, test } from '@jest/globals';
import { StandardQueue } from '../../../simulation/stage/standard-queue.ts';

/** The rules of a standard SQS queue: at least once, in no order. */
const visibilityMs = 60_000;

function take(queue: StandardQueue<string>, now: number, { pick = 0, again = false, most = 10 } = {}) {
  return queue.receive({ now, visibilityMs, most, pick: (below) => Math.min(pick, below - 1), again: () => again });
}

test('hands out in any order, ten at most, and hides what is out', () => {
  const queue = new StandardQueue<string>();
  for (let at = 0; at < 12; at += 1) queue.send(`m${at}`);
  const first = take(queue, 0, { pick: 99 });
  expect(first?.messages.map(({ body }) => body)).toEqual(Array.from({ length: 10 }, (_, at) => `m${11 - at}`));
  expect(queue.ready(0)).toBe(2);
});

test('comes again when its time is out, and is gone once deleted, by whichever receipt', () => {
  const queue = new StandardQueue<string>();
  queue.send('one');
  const first = take(queue, 0);
  expect(take(queue, visibilityMs - 1)).toBeUndefined();
  expect(take(queue, visibilityMs)?.messages).toEqual(first?.messages.map((one) => ({ ...one, receives: 2 })));
  queue.delete(first?.messages[0]?.id ?? '');
  expect(queue.size).toBe(0);
});

test('may come once more though it was deleted', () => {
  const queue = new StandardQueue<string>();
  queue.send('one');
  const first = take(queue, 0, { again: true });
  queue.delete(first?.messages[0]?.id ?? '');
  expect(take(queue, 1)?.messages.map(({ body }) => body)).toEqual(['one']);
});

test('is set aside after five receives, until a person sends it again', () => {
  const queue = new StandardQueue<string>();
  queue.send('one');
  for (let times = 0; times < 5; times += 1) expect(take(queue, times * visibilityMs)).toBeDefined();
  expect(take(queue, 5 * visibilityMs)).toBeUndefined();
  expect(queue.deadLetters).toEqual(['one']);
  expect(queue.redrive()).toBe(1);
  expect(take(queue, 6 * visibilityMs)?.messages.map(({ body }) => body)).toEqual(['one']);
});
