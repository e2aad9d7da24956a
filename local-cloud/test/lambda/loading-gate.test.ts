import { describe, expect, test } from '@jest/globals';
import { LoadingGate } from '../../lambda/loading-gate.ts';

describe('the loading gate', () => {
  test('lets in as many as it may, and the next in order when one has left', async () => {
    const gate = new LoadingGate(2);
    const inside: string[] = [];
    const enter = async (name: string) => {
      const leave = await gate.enter();
      inside.push(name);
      return leave;
    };
    const [a, b, c, d] = [enter('a'), enter('b'), enter('c'), enter('d')];
    const leaveA = await a;
    await b;
    expect(inside).toEqual(['a', 'b']);
    leaveA();
    const leaveC = await c;
    expect(inside).toEqual(['a', 'b', 'c']);
    leaveC();
    await d;
    expect(inside).toEqual(['a', 'b', 'c', 'd']);
  });
});
