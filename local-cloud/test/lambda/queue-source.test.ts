import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import type { Invocation } from '../../lambda/invocation.ts';
import { QueueSource, type QueueSourceSettings } from '../../lambda/queue-source.ts';
import { MessageQueue } from '../../sqs/message-queue.ts';
import type { QueueSettings } from '../../sqs/queue-shapes.ts';

interface Batch {
  readonly groups: readonly string[];
  readonly bodies: readonly string[];
  /** Ends the invocation: the messages with these bodies have failed. */
  readonly end: (failed?: readonly string[]) => void;
}

const sources: QueueSource[] = [];
afterEach(async () => {
  for (const source of sources.splice(0)) await source.stop();
});

const newQueue = (settings: Partial<QueueSettings>, now: () => number): MessageQueue =>
  new MessageQueue(
    {
      name: 'q.fifo',
      arn: 'arn:aws:sqs:eu-west-2:111122223333:q.fifo',
      url: 'http://localhost/q.fifo',
      fifo: true,
      contentBasedDeduplication: false,
      deduplicationScope: 'messageGroup',
      visibilityMs: 30_000,
      delayMs: 0,
      retentionMs: 1e12,
      waitMs: 0,
      maximumSize: 1_048_576,
      attributes: {},
      ...settings,
    },
    { now, newId: randomUUID, record: () => undefined },
  );

/** A queue read by a source whose invocations the test ends one by one. */
const aSource = (queueSettings: Partial<QueueSettings> = {}, settings: Partial<QueueSourceSettings> = {}) => {
  const clock = { ahead: 0 };
  const now = () => Date.now() + clock.ahead;
  const queue = newQueue(queueSettings, now);
  const dead = newQueue(queueSettings, now);
  queue.sendDeadLettersTo({ queue: dead, maxReceiveCount: 2 });
  const batches: Batch[] = [];
  const waiting: ((batch: Batch) => void)[] = [];
  const invoke = (event: string): Promise<Invocation> =>
    new Promise((resolve) => {
      const { Records } = JSON.parse(event) as {
        Records: { messageId: string; body: string; attributes: { MessageGroupId: string } }[];
      };
      const batch: Batch = {
        groups: [...new Set(Records.map(({ attributes }) => attributes.MessageGroupId))],
        bodies: Records.map(({ body }) => body),
        end: (failed = []) => {
          const names = Records.filter(({ body }) => failed.includes(body));
          const batchItemFailures = names.map(({ messageId }) => ({ itemIdentifier: messageId }));
          resolve({ outcome: 'returned', payload: JSON.stringify({ batchItemFailures }) });
        },
      };
      const next = waiting.shift();
      if (next === undefined) batches.push(batch);
      else next(batch);
    });
  const source = new QueueSource({
    queue,
    invoke,
    batchSize: 10,
    windowMs: 0,
    pollers: 3,
    reportsFailures: true,
    account: '111122223333',
    region: 'eu-west-2',
    log: () => undefined,
    ...settings,
  });
  sources.push(source);
  return {
    queue,
    dead,
    source,
    pending: batches,
    send: (group: string, body: string) =>
      queue.send({ body, attributes: {}, group, deduplicationId: `${group} ${body}` }),
    next: (): Promise<Batch> =>
      new Promise((resolve) => {
        const there = batches.shift();
        if (there === undefined) waiting.push(resolve);
        else resolve(there);
      }),
    /** Lets time pass for the queue, and tells it to look. */
    pass: (ms: number) => {
      clock.ahead += ms;
      queue.send({ body: 'wake up', attributes: {}, group: 'alarm', deduplicationId: randomUUID() });
    },
  };
};

/** After an invocation has ended, its source deletes what is done before anything else happens. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('gives one batch of a group at a time, and other groups beside it', async () => {
  const { source, send, next, pending } = aSource();
  for (const body of 'abc') send('g', body);
  source.start();
  const first = await next();
  expect(first.bodies).toEqual(['a', 'b', 'c']);
  for (const body of 'def') send('g', body);
  send('h', 'z');
  const beside = await next();
  expect(beside.groups).toEqual(['h']);
  expect(pending).toEqual([]);
  first.end();
  const last = await next();
  expect(last.bodies).toEqual(['d', 'e', 'f']);
  beside.end();
  last.end();
});

test('forms batches of ten while a group is busy', async () => {
  const { source, send, next } = aSource();
  source.start();
  send('g', 'first');
  const first = await next();
  for (let index = 0; index < 25; index += 1) send('g', `${index}`);
  first.end();
  const sizes: number[] = [];
  for (let count = 0; count < 3; count += 1) {
    const batch = await next();
    sizes.push(batch.bodies.length);
    batch.end();
  }
  expect(sizes).toEqual([10, 10, 5]);
});

test('deletes the finished messages; a failed one comes again in order, and at last goes to the dead letters', async () => {
  const { source, queue, dead, send, next, pass } = aSource();
  for (const body of 'abcd') send('g', body);
  source.start();
  (await next()).end(['b', 'c', 'd']);
  await settled();
  pass(30_000);
  const batch = await next();
  expect(batch.bodies.filter((body) => body !== 'wake up')).toEqual(['b', 'c', 'd']);
  batch.end(['b', 'c', 'd']);
  await settled();
  pass(30_000);
  (await next()).end();
  expect(dead.receive(10).map(({ message }) => message.body)).toEqual(['b', 'c', 'd']);
  expect(queue.receive(10).filter(({ message }) => message.group === 'g')).toEqual([]);
});

test('gathers a large batch of a standard queue', async () => {
  const { source, queue, next } = aSource({ fifo: false, name: 'q' }, { batchSize: 25, windowMs: 60_000, pollers: 1 });
  for (let index = 0; index < 25; index += 1) queue.send({ body: `${index}`, attributes: {} });
  source.start();
  const batch = await next();
  expect(batch.bodies).toHaveLength(25);
  batch.end();
});

test('a throttled batch goes back into the queue', async () => {
  let calls = 0;
  let again: (() => void) | undefined;
  const secondCall = new Promise<void>((resolve) => {
    again = resolve;
  });
  const { source, queue, send } = aSource(
    {},
    {
      pollers: 1,
      invoke: async () => {
        calls += 1;
        if (calls === 1) return { outcome: 'throttled' };
        again?.();
        return { outcome: 'returned', payload: 'null' };
      },
    },
  );
  send('g', 'a');
  source.start();
  await secondCall;
  await source.stop();
  expect(queue.counts()).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
});

test('stopping takes nothing more, and waits for what is under way', async () => {
  const { source, queue, send, next } = aSource();
  send('g', 'a');
  source.start();
  const batch = await next();
  const stopping = source.stop();
  send('g', 'b');
  batch.end();
  await stopping;
  expect(queue.receive(10).map(({ message }) => message.body)).toEqual(['b']);
});

test('goes on when it is started again', async () => {
  const { source, send, next } = aSource();
  source.start();
  await source.stop();
  send('g', 'a');
  source.start();
  const batch = await next();
  expect(batch.bodies).toEqual(['a']);
  batch.end();
});
