import { describe, expect, test } from '@jest/globals';
import { Memory, remembered } from '../../../lambdas/foundation/memory.ts';

/** A look-up that counts how often it was asked for what. */
function looker(find: (key: string, call: number) => string | undefined = (key) => key.toUpperCase()) {
  const asked: string[] = [];
  const look = (key: string) => async () => {
    asked.push(key);
    return find(key, asked.length);
  };
  return { asked, look };
}

describe('a memory', () => {
  test('looks once for what never changes', async () => {
    const { asked, look } = looker();
    const memory = new Memory<string>(10);
    for (let n = 0; n < 3; n += 1) expect(await memory.recall('a', look('a'))).toBe('A');
    expect(asked).toEqual(['a']);
  });

  test('looks again once it is too old, by the clock it is given', async () => {
    const { asked, look } = looker((key, call) => `${key}${call}`);
    const memory = new Memory<string>(10);
    const at = (now: number) => memory.recall('a', look('a'), { now, ageMs: 1000 });
    expect([await at(5000), await at(5999), await at(6000), await at(6500)]).toEqual(['a1', 'a1', 'a2', 'a2']);
    // A clock that was set back makes nothing young.
    expect(await at(4000)).toBe('a3');
    expect(asked).toHaveLength(3);
  });

  test('keeps those that were asked for last', async () => {
    const { asked, look } = looker();
    const memory = new Memory<string>(2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await memory.recall(key, look(key));
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  test('lets all who ask at once wait for one look', async () => {
    const { asked, look } = looker();
    const memory = new Memory<string>(10);
    const said = await Promise.all(['a', 'a', 'b', 'a'].map((key) => memory.recall(key, look(key))));
    expect(said).toEqual(['A', 'A', 'B', 'A']);
    expect(asked).toEqual(['a', 'b']);
  });

  test('does not remember a failure, and tells it to all who waited', async () => {
    const memory = new Memory<string>(10);
    let calls = 0;
    const look = async () => {
      calls += 1;
      if (calls === 1) throw new Error('out of reach');
      return 'A';
    };
    const both = await Promise.allSettled([memory.recall('a', look), memory.recall('a', look)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await memory.recall('a', look)).toBe('A');
    expect(calls).toBe(2);
  });

  test('does not remember that there was nothing, unless it is told for how long', async () => {
    const { asked, look } = looker(() => undefined);
    const memory = new Memory<string>(10);
    for (let n = 0; n < 2; n += 1) expect(await memory.recall('a', look('a'))).toBeUndefined();
    expect(asked).toHaveLength(2);
    const at = (now: number, ageMs = 60_000) => memory.recall('b', look('b'), { now, ageMs, absentMs: 1000 });
    await at(5000);
    await at(5999);
    expect(asked).toHaveLength(3);
    await at(6000);
    expect(asked).toHaveLength(4);
    await at(6500, 400);
    expect(asked).toHaveLength(5);
  });

  test('takes what was found by other ways', async () => {
    const { asked, look } = looker();
    const memory = new Memory<string>(10);
    memory.keep('a', 'told', 5000);
    expect(await memory.recall('a', look('a'), { now: 5500, ageMs: 1000 })).toBe('told');
    expect(asked).toEqual([]);
  });

  test('forgets, also what is under way', async () => {
    const { asked, look } = looker((key, call) => `${key}${call}`);
    const memory = new Memory<string>(10);
    const early = memory.recall('a', look('a'));
    memory.forget('a');
    expect([await memory.recall('a', look('a')), await early]).toEqual(['a2', 'a1']);
    expect(await memory.recall('a', look('a'))).toBe('a2');
    memory.forget('a');
    expect(await memory.recall('a', look('a'))).toBe('a3');
    expect(asked).toHaveLength(3);
  });
});

test('a look-up that remembers asks once a key', async () => {
  const asked: string[] = [];
  const find = remembered(10, async (key) => {
    asked.push(key);
    return key === 'none' ? undefined : key.length;
  });
  expect([await find('one'), await find('three'), await find('one'), await find('none'), await find('none')]).toEqual([
    3,
    5,
    3,
    undefined,
    undefined,
  ]);
  expect(asked).toEqual(['one', 'three', 'none', 'none']);
});
