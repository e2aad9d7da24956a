import { describe, expect, test } from '@jest/globals';
import { Machine } from '../../lambda/machine.ts';

describe('the machine that all functions share', () => {
  test('gives a function all the threads it may have while few are busy, and one a core in a crowd', async () => {
    const machine = new Machine(2);
    const finish: (() => void)[] = [];
    const invocations = Array.from({ length: 5 }, () => machine.during(new Promise<void>((done) => finish.push(done))));
    expect(machine.threadsOf(4)).toBe(2);
    expect(machine.threadsOf(1)).toBe(1);
    finish[0]?.();
    await invocations[0];
    expect(machine.threadsOf(4)).toBe(4);
  });

  test('forgets an invocation that failed too', async () => {
    const machine = new Machine(0);
    await expect(machine.during(Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(machine.threadsOf(3)).toBe(3);
  });
});
