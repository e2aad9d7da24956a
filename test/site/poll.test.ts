import { describe, expect, test } from '@jest/globals';
import { keepAsking, spread, type Timers } from '../../site/poll.ts';

function timersOf() {
  const set: { act: () => void; milliseconds: number; cleared: boolean }[] = [];
  const faults: unknown[] = [];
  const timers: Timers = {
    set: (act, milliseconds) => set.push({ act, milliseconds, cleared: false }) - 1,
    clear: (timer) => {
      const one = set[timer];
      if (one) one.cleared = true;
    },
    report: (fault) => faults.push(fault),
  };
  return { timers, set, faults };
}

const settled = () => new Promise((done) => setImmediate(done));

describe('asking again and again', () => {
  test('asks at once, then after the pause that the answer named, and ends when it names none', async () => {
    const { timers, set } = timersOf();
    const pauses: (number | undefined)[] = [3_000, undefined];
    let asked = 0;
    keepAsking(timers, async () => pauses[asked++]);
    await settled();
    expect(set.map(({ milliseconds }) => milliseconds)).toEqual([3_000]);
    set[0]?.act();
    await settled();
    expect(asked).toBe(2);
    expect(set).toHaveLength(1);
  });

  test('never asks twice at once, however often it is woken', async () => {
    const { timers } = timersOf();
    let running = 0;
    let most = 0;
    const answers: (() => void)[] = [];
    const poll = keepAsking(timers, async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((done) => answers.push(done));
      running -= 1;
      return 1_000;
    });
    poll.wake();
    poll.wake();
    answers.shift()?.();
    await settled();
    poll.wake();
    poll.wake();
    expect(most).toBe(1);
    expect(answers).toHaveLength(1);
  });

  test('waking ends the pause instead of adding a second one', async () => {
    const { timers, set } = timersOf();
    const poll = keepAsking(timers, async () => 3_000);
    await settled();
    poll.wake();
    await settled();
    expect(set.map(({ cleared }) => cleared)).toEqual([true, false]);
  });

  test('goes on after a fault, and reports it', async () => {
    const { timers, set, faults } = timersOf();
    const fault = new RangeError('a fault of ours');
    let asked = 0;
    keepAsking(timers, async () => {
      asked += 1;
      if (asked === 1) throw fault;
      return undefined;
    });
    await settled();
    expect(faults).toEqual([fault]);
    set[0]?.act();
    await settled();
    expect(asked).toBe(2);
  });

  test('spreads by a fifth either way', () => {
    expect(spread(1_000, 0)).toBe(800);
    expect(spread(1_000, 1)).toBeCloseTo(1_200);
  });
});
