import { afterEach, describe, expect, test } from '@jest/globals';
import { RealTime } from '../../../simulation/stage/real-time.ts';

describe('time as this machine has it', () => {
  let time: RealTime;
  afterEach(() => time.stop());

  test('what is put forward happens at once, in its order, and what is later does not', async () => {
    time = new RealTime();
    const happened: string[] = [];
    const before = time.now;
    time.after(90_000, () => void happened.push('later'));
    time.after(60_000, () => void happened.push('second'));
    time.after(30_000, () => {
      happened.push('first');
      return 'nothing';
    });
    time.pass(70_000);
    await time.wait(0);
    expect(happened).toEqual(['first', 'second']);
    expect(time.now - before).toBeGreaterThanOrEqual(70_000);
    expect(time.now - before).toBeLessThan(90_000);
  });

  test('what is due now happens without anybody putting time forward', async () => {
    time = new RealTime();
    await time.wait(0);
    await time.wait(1);
  });
});
