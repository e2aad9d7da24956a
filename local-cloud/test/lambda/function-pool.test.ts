import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FunctionFaults } from '../../lambda/function-faults.ts';
import { FunctionPool } from '../../lambda/function-pool.ts';
import { Machine } from '../../lambda/machine.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';

let folder: string;
let file: string;
let pool: FunctionPool;

beforeAll(() => {
  folder = temporaryFolder();
  file = join(folder, 'index.mjs');
  writeFileSync(
    file,
    `import { threadId } from 'node:worker_threads';
     import { writeFileSync } from 'node:fs';
     let calls = 0;
     export const handler = async ({ wait = 0, mark }) => {
       if (mark) writeFileSync(mark, '');
       await new Promise((resolve) => setTimeout(resolve, wait));
       return { threadId, calls: ++calls, cache: process.env.NODE_COMPILE_CACHE };
     };`,
  );
});

afterEach(async () => {
  faults = well;
  await pool.stop(0);
});
afterAll(() => removeTemporaryFolders());

const well: FunctionFaults = { killedAfterMs: undefined, isReplaced: false, clockOffMs: 0, isDiskFull: false };
let faults = well;

const poolWith = (
  idleMs: number,
  besideMs = idleMs,
  { mostThreads = 2, reserved = undefined as number | undefined } = {},
): FunctionPool => {
  pool = new FunctionPool({
    order: {
      file,
      handler: 'handler',
      logFile: join(folder, 'function.log'),
      terminalPrefix: undefined,
      functionName: 'function',
      functionArn: 'arn:aws:lambda:eu-west-2:111122223333:function:function',
      memoryMb: 128,
      timeoutMs: 10_000,
      compileCache: join(folder, 'compile-cache'),
    },
    env: () => ({}),
    mostThreads,
    machine: new Machine(2),
    reserved,
    idleMs,
    besideMs,
    log: () => undefined,
    measures: { ran: () => undefined, throttled: () => undefined },
    faults: () => faults,
    embedded: () => undefined,
  });
  return pool;
};

const call = async (event: object = {}) => {
  const invocation = await pool.invoke(JSON.stringify(event));
  if (invocation.outcome !== 'returned') throw new Error(JSON.stringify(invocation));
  return JSON.parse(invocation.payload);
};

describe('the threads of a function', () => {
  test('are none before its first invocation, and stay between two', async () => {
    poolWith(60_000);
    expect(pool.size).toBe(0);
    expect((await call()).calls).toBe(1);
    expect((await call()).calls).toBe(2);
    expect(pool.size).toBe(1);
  });

  test('all go, the last one too, when nothing calls for a while; the next invocation finds a new one', async () => {
    poolWith(20);
    const first = await call();
    while (pool.size > 0) await turn();
    const next = await call();
    expect(next.calls).toBe(1);
    expect(next.threadId).not.toBe(first.threadId);
  });

  test('that many invocations at once have called for go sooner than the last', async () => {
    poolWith(60_000, 20);
    while (pool.size < 2) await Promise.all([call({ wait: 20 }), call({ wait: 20 }), call({ wait: 20 })]);
    while (pool.size > 1) await turn();
    // Many sweeps later.
    await call({ wait: 100 });
    expect(pool.size).toBe(1);
  });

  test('do not go in the middle of an invocation', async () => {
    poolWith(20);
    expect((await call({ wait: 200 })).calls).toBe(1);
  });

  test('find in the compile cache what the first of them compiled', async () => {
    poolWith(60_000);
    expect((await call()).cache).toBe(join(folder, 'compile-cache'));
  });
});

describe('a caller who does not wait for ever', () => {
  const soon = { mostWaitMs: 50 };

  test('is refused when every thread stays busy, and what was asked is not done later', async () => {
    poolWith(60_000);
    while (pool.size < 2) await Promise.all([call({ wait: 20 }), call({ wait: 20 }), call({ wait: 20 })]);
    const mark = join(folder, 'done');
    const busy = [call({ wait: 500 }), call({ wait: 500 })];
    expect(await pool.invoke(JSON.stringify({ mark }), soon)).toEqual({ outcome: 'throttled' });
    const threads = (await Promise.all(busy)).map(({ threadId }) => threadId);
    expect(new Set(threads).size).toBe(2);
    // Both threads are free again, and what was refused is forgotten.
    await Promise.all([call({ wait: 20 }), call({ wait: 20 })]);
    expect(existsSync(mark)).toBe(false);
    expect(await pool.invoke(JSON.stringify({ mark }), soon)).toMatchObject({ outcome: 'returned' });
    expect(existsSync(mark)).toBe(true);
  });

  test('is refused at once when those before them will take too long', async () => {
    poolWith(60_000);
    await Promise.all(Array.from({ length: 8 }, () => call({ wait: 100 })));
    const patient = Array.from({ length: 20 }, () => call({ wait: 100 }));
    const asked = performance.now();
    expect(await pool.invoke('{}', { mostWaitMs: 400 })).toEqual({ outcome: 'throttled' });
    expect(performance.now() - asked).toBeLessThan(400);
    await Promise.all(patient);
    expect(await pool.invoke('{}', { mostWaitMs: 400 })).toMatchObject({ outcome: 'returned' });
  });

  test('waits for the first thread to be loaded, however long that takes', async () => {
    poolWith(60_000);
    expect(await pool.invoke('{}', { mostWaitMs: 0 })).toMatchObject({ outcome: 'returned' });
  });

  test('and one who may wait is not refused', async () => {
    poolWith(60_000);
    const busy = [call({ wait: 200 }), call({ wait: 200 }), call({ wait: 200 })];
    expect((await Promise.all(busy)).every((one) => one.calls > 0)).toBe(true);
  });
});

describe('the concurrency that a template reserves', () => {
  test('refuses at once what goes over it', async () => {
    poolWith(60_000, 60_000, { reserved: 1 });
    const [first, second] = await Promise.all([pool.invoke('{"wait":20}'), pool.invoke('{}')]);
    expect(first.outcome).toBe('returned');
    expect(second.outcome).toBe('throttled');
    expect((await pool.invoke('{}')).outcome).toBe('returned');
  });

  test('refuses nobody who waits for a machine with fewer threads', async () => {
    poolWith(60_000, 60_000, { mostThreads: 1, reserved: 3 });
    const all = await Promise.all(Array.from({ length: 12 }, () => pool.invoke('{"wait":1}')));
    expect(all.map(({ outcome }) => outcome)).toEqual(all.map(() => 'returned'));
  });

  test('of none refuses everybody', async () => {
    poolWith(60_000, 60_000, { reserved: 0 });
    expect((await pool.invoke('{}')).outcome).toBe('throttled');
  });
});

describe('a function that stands still', () => {
  test('goes on where it was when the time is over', async () => {
    poolWith(60_000);
    const { threadId } = await call();
    const began = performance.now();
    pool.standStill(300);
    expect((await call()).threadId).toBe(threadId);
    expect(performance.now() - began).toBeGreaterThan(290);
    expect((await call()).calls).toBe(3);
  });

  test('so do threads that are loaded meanwhile', async () => {
    poolWith(60_000);
    const began = performance.now();
    pool.standStill(300);
    expect((await call()).calls).toBe(1);
    expect(performance.now() - began).toBeGreaterThan(290);
  });
});

describe('a fault', () => {
  test('kills what is at work, and each that takes up work after it', async () => {
    poolWith(60_000);
    await call();
    faults = { ...well, killedAfterMs: 50 };
    const underWay = pool.invoke(JSON.stringify({ wait: 20_000 }));
    pool.meetFaults();
    for (const invocation of [await underWay, await pool.invoke(JSON.stringify({ wait: 20_000 }))]) {
      expect(invocation.outcome).toBe('failed');
      expect(JSON.stringify(invocation)).toContain('signal: killed');
    }
    faults = well;
    expect((await call()).calls).toBe(1);
  });

  test('puts new threads in the place of all, and lets none break off its work', async () => {
    const work = poolWith(60_000).invoke(JSON.stringify({ wait: 300 }));
    await turn();
    const before = await call();
    faults = { ...well, isReplaced: true };
    pool.meetFaults();
    faults = well;
    expect((await work).outcome).toBe('returned');
    const after = await call();
    expect([after.calls, after.threadId === before.threadId]).toEqual([1, false]);
  });
});
