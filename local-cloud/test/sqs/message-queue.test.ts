import { describe, expect, test } from '@jest/globals';
import { MessageQueue } from '../../sqs/message-queue.ts';
import type { Happening, QueueSettings, Received } from '../../sqs/queue-shapes.ts';
import fc from '../same-examples.ts';

/* Long because it holds the queue to each documented rule of SQS, FIFO and standard. */

const minute = 60_000;

/** A queue with a clock that only moves when told to. */
const aQueue = (settings: Partial<QueueSettings> = {}, past: readonly Happening[] = []) => {
  const happenings: Happening[] = [];
  let now = 1_000_000;
  let ids = past.length * 1000;
  const name = settings.fifo === false ? 'jobs' : 'jobs.fifo';
  const queue = new MessageQueue(
    {
      name,
      arn: `arn:aws:sqs:eu-west-2:111122223333:${name}`,
      url: `http://localhost/111122223333/${name}`,
      fifo: true,
      contentBasedDeduplication: false,
      deduplicationScope: 'messageGroup',
      visibilityMs: 30_000,
      delayMs: 0,
      retentionMs: 4 * 24 * 60 * minute,
      waitMs: 0,
      maximumSize: 1_048_576,
      attributes: {},
      ...settings,
    },
    {
      now: () => now,
      newId: () => {
        ids += 1;
        return `00000000-0000-0000-0000-${String(ids).padStart(12, '0')}`;
      },
      record: (happening) => happenings.push(happening),
    },
  );
  queue.restore(past);
  const send = (group: string, body: string, deduplicationId = `${group} ${body}`) =>
    queue.send({ body, attributes: {}, group, deduplicationId });
  return { queue, happenings, send, pass: (ms: number) => (now += ms) };
};

const bodies = (received: readonly Received[]): string[] => received.map(({ message }) => message.body);
const sendAll = (send: (group: string, body: string) => unknown, group: string, texts: string): void => {
  for (const body of texts) send(group, body);
};

describe('a FIFO queue', () => {
  test('hands out up to ten consecutive messages of one group', () => {
    const { queue, send } = aQueue();
    sendAll(send, 'g', 'abcdefghijkl');
    expect(bodies(queue.receive(10))).toEqual([...'abcdefghij']);
  });

  test('fills a batch from several groups, each from its head', () => {
    const { queue, send } = aQueue();
    sendAll(send, 'g', 'ab');
    sendAll(send, 'h', 'yz');
    expect(bodies(queue.receive(3))).toEqual(['a', 'b', 'y']);
  });

  test('gives nothing more of a group while one of its messages is in flight', () => {
    const { queue, send } = aQueue();
    sendAll(send, 'g', 'abc');
    const [first] = queue.receive(1);
    expect(bodies(queue.receive(10))).toEqual([]);
    send('h', 'z');
    expect(bodies(queue.receive(10))).toEqual(['z']);
    expect(queue.remove(first?.receiptHandle ?? '')).toBe('done');
    expect(bodies(queue.receive(10))).toEqual(['b', 'c']);
  });

  test('keeps a group blocked until the last of a batch is deleted, and gives the failed ones again in order', () => {
    const { queue, send, pass } = aQueue();
    sendAll(send, 'g', 'abcd');
    const batch = queue.receive(3);
    queue.remove(batch[0]?.receiptHandle ?? '');
    expect(bodies(queue.receive(10))).toEqual([]);
    pass(30_000);
    expect(bodies(queue.receive(10))).toEqual(['b', 'c', 'd']);
  });

  test('gives a group that was handed back again in order, once its first message may be seen', () => {
    const { queue, send } = aQueue();
    sendAll(send, 'g', 'abcd');
    send('h', 'z');
    const [done, ...failed] = queue.receive(3);
    // Behind the first ones of its group, and sooner than they.
    for (const [at, { receiptHandle }] of failed.entries())
      expect(queue.changeVisibility(receiptHandle, at === 0 ? 2000 : 0)).toBe('done');
    expect(bodies(queue.receive(10))).toEqual(['z']);
    expect(queue.remove(done?.receiptHandle ?? '')).toBe('done');
    expect(queue.remove(failed[0]?.receiptHandle ?? '')).toBe('done');
    expect(bodies(queue.receive(10))).toEqual(['c', 'd']);
  });

  test('gives a group again, at once or after a pause, only when none of it is in flight', () => {
    const { queue, send, pass } = aQueue();
    sendAll(send, 'g', 'abc');
    for (const { receiptHandle } of queue.receive(2)) queue.changeVisibility(receiptHandle, 0);
    const again = queue.receive(2);
    expect(again.map(({ message, receiveCount }) => [message.body, receiveCount])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
    for (const { receiptHandle } of again) queue.changeVisibility(receiptHandle, 2000);
    pass(1999);
    expect(queue.receive(10)).toEqual([]);
    pass(1);
    expect(bodies(queue.receive(10))).toEqual(['a', 'b', 'c']);
    // What was handed back is deleted by nobody who had it before.
    expect(queue.remove(again[0]?.receiptHandle ?? '')).toBe('handle-expired');
  });

  test('takes the same deduplication id within five minutes for the same message, even after its deletion', () => {
    const { queue, send, pass } = aQueue();
    const first = send('g', 'a', 'same');
    const [received] = queue.receive(10);
    queue.remove(received?.receiptHandle ?? '');
    pass(5 * minute - 1);
    expect(send('g', 'a again', 'same')).toEqual(first);
    expect(queue.receive(10)).toEqual([]);
    pass(1);
    expect(send('g', 'a later', 'same').id).not.toBe(first.id);
    expect(bodies(queue.receive(10))).toEqual(['a later']);
  });

  test('counts deduplication ids by group or in the whole queue, as it is set', () => {
    const byGroup = aQueue();
    byGroup.send('g', 'a', 'same');
    byGroup.send('h', 'b', 'same');
    expect(bodies(byGroup.queue.receive(10))).toEqual(['a', 'b']);
    const whole = aQueue({ deduplicationScope: 'queue' });
    whole.send('g', 'a', 'same');
    whole.send('h', 'b', 'same');
    expect(bodies(whole.queue.receive(10))).toEqual(['a']);
  });

  test('refuses a receipt handle whose time is over', () => {
    const { queue, send, pass } = aQueue();
    send('g', 'a');
    const [received] = queue.receive(1);
    pass(30_000);
    expect(queue.remove(received?.receiptHandle ?? '')).toBe('handle-expired');
    expect(bodies(queue.receive(1))).toEqual(['a']);
  });

  test('numbers messages in the order they were sent', () => {
    const { send } = aQueue();
    const numbers = [...'abc'].map((body) => send('g', body).sequence ?? '');
    expect(numbers).toEqual([...numbers].sort());
    expect(new Set(numbers).size).toBe(3);
  });

  test('never breaks the order of a group, loses or repeats a deleted message, whatever receivers do', () => {
    const step = fc.oneof(
      fc.record({ act: fc.constant('send' as const), group: fc.constantFrom('g', 'h', 'i') }),
      fc.record({ act: fc.constant('receive' as const), max: fc.integer({ min: 1, max: 10 }) }),
      fc.record({ act: fc.constant('delete' as const), which: fc.nat(20) }),
      fc.record({ act: fc.constant('wait' as const), ms: fc.constantFrom(1_000, 30_000) }),
      fc.record({ act: fc.constant('restart' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const history: Happening[] = [];
        let { queue, happenings, send, pass } = aQueue();
        let clock = 0;
        const sent: Record<string, number> = { g: 0, h: 0, i: 0 };
        const deleted: Record<string, number[]> = { g: [], h: [], i: [] };
        let inFlight: Received[] = [];
        const parts = ({ message }: Received) => [message.group ?? '', Number(message.body)] as const;
        const take = (max: number): void => {
          for (const received of queue.receive(max)) {
            const [group, number] = parts(received);
            // Everything before it in its group is deleted or in flight with it.
            const mine = inFlight.filter((other) => other.message.group === group).map((other) => parts(other)[1]);
            const before = Array.from({ length: number }, (_, index) => index);
            expect(before.every((each) => deleted[group]?.includes(each) || mine.includes(each))).toBe(true);
            expect(deleted[group]).not.toContain(number);
            inFlight.push(received);
          }
        };
        for (const each of steps) {
          if (each.act === 'send') {
            send(each.group, String(sent[each.group]));
            sent[each.group] = (sent[each.group] ?? 0) + 1;
          } else if (each.act === 'receive') take(each.max);
          else if (each.act === 'delete') {
            const received = inFlight[each.which];
            if (received === undefined || queue.remove(received.receiptHandle) !== 'done') continue;
            const [group, number] = parts(received);
            deleted[group]?.push(number);
            inFlight = inFlight.filter((other) => other !== received);
          } else if (each.act === 'wait') {
            pass(each.ms);
            clock += each.ms;
            if (each.ms === 30_000) inFlight = [];
            else inFlight = [...inFlight];
          } else {
            history.push(...happenings.splice(0));
            ({ queue, happenings, send, pass } = aQueue({}, [...history]));
            pass(clock);
            inFlight = [];
          }
        }
        pass(30_000);
        inFlight = [];
        for (let rounds = 0; rounds < 200; rounds += 1) {
          const received = queue.receive(10);
          if (received.length === 0) break;
          for (const one of received) {
            const [group, number] = parts(one);
            expect(queue.remove(one.receiptHandle)).toBe('done');
            deleted[group]?.push(number);
          }
        }
        for (const [group, count] of Object.entries(sent)) {
          expect([...(deleted[group] ?? [])].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a standard queue', () => {
  test('hides what is received until its visibility timeout ends', () => {
    const { queue, pass } = aQueue({ fifo: false });
    queue.send({ body: 'a', attributes: {} });
    expect(bodies(queue.receive(10))).toEqual(['a']);
    pass(29_999);
    expect(queue.receive(10)).toEqual([]);
    pass(1);
    expect(queue.receive(10)[0]).toMatchObject({ receiveCount: 2 });
  });

  test('deletes by the latest receipt handle only', () => {
    const { queue, pass } = aQueue({ fifo: false });
    queue.send({ body: 'a', attributes: {} });
    const [first] = queue.receive(1);
    pass(30_000);
    const [second] = queue.receive(1);
    queue.remove(first?.receiptHandle ?? '');
    expect(queue.counts().inFlight).toBe(1);
    queue.remove(second?.receiptHandle ?? '');
    expect(queue.counts()).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  test('changes the visibility of a message in flight, and of no other', () => {
    const { queue, pass } = aQueue({ fifo: false });
    queue.send({ body: 'a', attributes: {} });
    const [received] = queue.receive(1);
    const handle = received?.receiptHandle ?? '';
    expect(queue.changeVisibility(handle, 60_000)).toBe('done');
    pass(59_999);
    expect(queue.receive(1)).toEqual([]);
    expect(queue.changeVisibility(handle, 0)).toBe('done');
    expect(bodies(queue.receive(1))).toEqual(['a']);
    expect(queue.changeVisibility(handle, 0)).toBe('not-in-flight');
    expect(queue.changeVisibility('nonsense', 0)).toBe('no-such-handle');
  });

  test('delays a message, by the queue or by the message', () => {
    const { queue, pass } = aQueue({ fifo: false, delayMs: 5_000 });
    queue.send({ body: 'later', attributes: {} });
    queue.send({ body: 'now', attributes: {}, delayMs: 0 });
    expect(bodies(queue.receive(10))).toEqual(['now']);
    expect(queue.counts().delayed).toBe(1);
    expect(queue.nextVisibleAt()).toBeDefined();
    pass(5_000);
    expect(bodies(queue.receive(10))).toEqual(['later']);
  });

  test('forgets a message past its retention', () => {
    const { queue, pass } = aQueue({ fifo: false, retentionMs: minute });
    queue.send({ body: 'a', attributes: {} });
    pass(minute);
    expect(queue.receive(1)).toEqual([]);
    expect(queue.counts().visible).toBe(0);
  });
});

describe('dead letters', () => {
  test('a message of a FIFO queue received too often moves instead of being received once more', () => {
    const dead = aQueue();
    const { queue, send, pass } = aQueue();
    queue.sendDeadLettersTo({ queue: dead.queue, maxReceiveCount: 2 });
    send('g', 'bad');
    send('g', 'good');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(bodies(queue.receive(1))).toEqual(['bad']);
      pass(30_000);
    }
    expect(bodies(queue.receive(10))).toEqual(['good']);
    const [moved] = dead.queue.receive(10);
    expect(moved?.message).toMatchObject({ body: 'bad', group: 'g', deadLetterSource: queue.settings.arn });
    expect(dead.queue.receive(10)).toEqual([]);
  });

  test('a message of a standard queue likewise, with the time it was first sent', () => {
    const dead = aQueue({ fifo: false });
    const { queue, pass } = aQueue({ fifo: false });
    queue.sendDeadLettersTo({ queue: dead.queue, maxReceiveCount: 3 });
    const { id } = queue.send({ body: 'bad', attributes: {} });
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(queue.receive(10)[0]?.receiveCount).toBe(attempt);
      pass(30_000);
    }
    expect(queue.receive(10)).toEqual([]);
    expect(queue.counts()).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    expect(dead.queue.receive(10)[0]?.message).toMatchObject({ id, body: 'bad', sentAt: 1_000_000 });
  });

  test('free the group behind them', () => {
    const dead = aQueue();
    const { queue, send, pass } = aQueue();
    queue.sendDeadLettersTo({ queue: dead.queue, maxReceiveCount: 1 });
    sendAll(send, 'g', 'abc');
    queue.receive(1);
    pass(30_000);
    expect(bodies(queue.receive(10))).toEqual(['b', 'c']);
  });
});

describe('after a restart', () => {
  test('everything not deleted is there, in order, with its count; what was sent is still a duplicate', () => {
    const first = aQueue();
    sendAll(first.send, 'g', 'abc');
    const [received] = first.queue.receive(2);
    first.queue.remove(received?.receiptHandle ?? '');
    const again = aQueue({}, first.happenings);
    expect(again.send('g', 'a')).toMatchObject({ id: received?.message.id });
    const now = again.queue.receive(10);
    expect(bodies(now)).toEqual(['b', 'c']);
    expect(now.map(({ receiveCount }) => receiveCount)).toEqual([2, 1]);
    expect(Number(again.send('g', 'd').sequence)).toBe(4);
  });

  test('the summary says the same as the whole story', () => {
    const first = aQueue();
    sendAll(first.send, 'g', 'ab');
    const batch = first.queue.receive(1);
    first.queue.remove(batch[0]?.receiptHandle ?? '');
    first.queue.receive(1);
    sendAll(first.send, 'h', 'yz');
    const told = aQueue({}, first.happenings);
    const summed = aQueue({}, first.queue.snapshot());
    expect(summed.queue.snapshot()).toEqual(told.queue.snapshot());
  });
});
