import { beforeEach, describe, expect, test } from '@jest/globals';
import { askStaffMs, endKeyMs, type ReadingsKeys, readingsPath, renewKeyMs } from '../../../../contracts/readings.ts';
import { handKeys, isOneOf, rememberKeys, renewed } from '../../../../lambdas/control-room/readings/kept-keys.ts';
import { filesIn } from '../../../files-in.ts';

const minute = 60_000;
const start = 1_000_000;

let files: Map<string, unknown>;
let made: number;
const newKey = () => {
  made += 1;
  return `key-${made}`.padEnd(22, 'x');
};
const keyNamed = (n: number) => `key-${n}`.padEnd(22, 'x');
const kept = (onSale = 'friends') => files.get(readingsPath.keys(onSale)) as ReadingsKeys | undefined;
beforeEach(() => {
  files = new Map();
  made = 0;
});

describe('a key is handed out', () => {
  const process = () => handKeys({ files: filesIn(files), newKey });

  test('the same for five minutes, by every process; then the next one, and the one before is kept', async () => {
    const [one, other] = [process(), process()];
    expect(await one('friends', start)).toBe(keyNamed(1));
    expect(await other('friends', start + renewKeyMs - 1)).toBe(keyNamed(1));
    expect(await one('friends', start + renewKeyMs)).toBe(keyNamed(2));
    expect(kept()).toEqual({
      v: 1,
      current: { key: keyNamed(2), madeAt: start + renewKeyMs },
      before: { key: keyNamed(1), madeAt: start },
    });
    expect(await other('friends', start + renewKeyMs + 1)).toBe(keyNamed(2));
    expect(made).toBe(2);
  });

  test('each on-sale has its own', async () => {
    const hand = process();
    expect(await hand('friends', start)).not.toBe(await hand('public', start));
  });

  test.each([undefined, renewed(undefined, 'o'.repeat(22), start - renewKeyMs)])(
    'of two who renew it at once one wins, and the other hands out what stands: %#',
    async (standing) => {
      if (standing) files.set(readingsPath.keys('friends'), standing);
      const keys = await Promise.all([1, 2, 3].map(() => process()('friends', start)));
      expect(new Set(keys).size).toBe(1);
      expect(keys[0]).toBe(kept()?.current.key);
      expect(kept()?.before).toEqual(standing?.current);
    },
  );

  test('that was written, and never handed out since its process ended, is handed out by the next', async () => {
    const { readTagged, writeIf } = filesIn(files);
    const ends = handKeys({
      newKey,
      files: {
        readTagged,
        writeIf: async (...given) => {
          await writeIf(...given);
          throw new Error('The process ended');
        },
      },
    });
    await expect(ends('friends', start)).rejects.toThrow('ended');
    expect(await process()('friends', start + 1000)).toBe(keyNamed(1));
    expect(made).toBe(1);
  });

  test('and is made anew when it was made in the future, by a clock that went wrong', async () => {
    files.set(readingsPath.keys('friends'), renewed(undefined, 'o'.repeat(22), start + 60 * minute));
    expect(await process()('friends', start)).toBe(keyNamed(1));
  });

  test('whoever cannot keep one says so', async () => {
    const contended = { ...filesIn(files), writeIf: async () => ({ ok: false as const }) };
    await expect(handKeys({ newKey, files: contended })('friends', start)).rejects.toThrow(
      'readings/keys/friends.json moved',
    );
  });
});

describe('a key opens', () => {
  function remembering() {
    const reads: string[] = [];
    const { read } = filesIn(files);
    const isGood = rememberKeys((path) => {
      reads.push(path);
      return read(path);
    });
    return { reads, isGood };
  }
  const twoKeys = renewed(renewed(undefined, keyNamed(1), start), keyNamed(2), start + renewKeyMs);

  test('the current and the one before, each until it has ended by its own age', async () => {
    files.set(readingsPath.keys('friends'), twoKeys);
    const { isGood } = remembering();
    const at = (key: number, ms: number) => isGood('friends', keyNamed(key), start + ms);
    expect([await at(1, endKeyMs - 1), await at(1, endKeyMs)]).toEqual([true, false]);
    expect([await at(2, renewKeyMs), await at(2, renewKeyMs + endKeyMs)]).toEqual([true, false]);
  });

  test('nothing of another on-sale, and nothing where there is none', async () => {
    files.set(readingsPath.keys('friends'), twoKeys);
    files.set(readingsPath.keys('public'), renewed(undefined, 'p'.repeat(22), start));
    const { isGood } = remembering();
    expect(await isGood('public', keyNamed(2), start + renewKeyMs)).toBe(false);
    expect(await isGood('nowhere', keyNamed(2), start + renewKeyMs)).toBe(false);
    for (const near of ['', keyNamed(2).slice(0, -1), `${keyNamed(2)}x`, keyNamed(2).toUpperCase()])
      expect(isOneOf(twoKeys, near, start + renewKeyMs)).toBe(false);
  });

  test('at once when it is new, though the file of before is remembered', async () => {
    files.set(readingsPath.keys('friends'), renewed(undefined, keyNamed(1), start));
    const { isGood } = remembering();
    expect(await isGood('friends', keyNamed(1), start)).toBe(true);
    files.set(readingsPath.keys('friends'), twoKeys);
    expect(await isGood('friends', keyNamed(2), start + renewKeyMs)).toBe(true);
    expect(await isGood('friends', keyNamed(1), start + renewKeyMs)).toBe(true);
  });

  test('with one read, and a key that is guessed causes one a second', async () => {
    files.set(readingsPath.keys('friends'), twoKeys);
    const { isGood, reads } = remembering();
    for (let at = 0; at < minute; at += 100) await isGood('friends', keyNamed(2), start + renewKeyMs + at);
    expect(reads).toHaveLength(1);
    for (let at = 0; at < 10_000; at += 100) await isGood('friends', `guess-${at}`, start + renewKeyMs + minute + at);
    expect(reads.length).toBeLessThanOrEqual(12);
    for (let at = 0; at < 10_000; at += 100) await isGood('nowhere', `guess-${at}`, start + at);
    expect(reads.length).toBeLessThanOrEqual(24);
  });
});

test('whoever was handed a key is shown readings until they ask again, and nobody for ten minutes after', () => {
  // Handed out when it was just not to be renewed, it still has this long:
  expect(endKeyMs - renewKeyMs).toBeGreaterThan(askStaffMs + 5000);
  // Of the ten minutes, half a one is left: a warm function knows for 5 s that somebody may, and the CDN keeps for 4 s.
  expect(endKeyMs + 5000 + 4000).toBeLessThan(10 * minute);
});
