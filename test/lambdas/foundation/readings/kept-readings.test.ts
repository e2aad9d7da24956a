import { describe, expect, test } from '@jest/globals';
import { keptReadings } from '../../../../lambdas/foundation/readings/kept-readings.ts';
import { isLookedAt, noteAgeMs, noteLooks, watchLooks } from '../../../../lambdas/foundation/readings/looks.ts';
import { isTimeToWrite } from '../../../../lambdas/foundation/readings/when-to-write.ts';
import { filesIn } from '../../../files-in.ts';

interface Counted {
  readonly at: number;
  readonly past: readonly number[];
}

const next = (at: number) => (standing: Counted | undefined) => ({ at, past: [...(standing?.past ?? []), at] });
const writer = (files: Map<string, unknown>) =>
  keptReadings<Counted>(
    filesIn(files),
    (id) => `lines/${id}.json`,
    ({ at }) => at,
  );

describe('the readings of one kind', () => {
  test('go on from the history that another writer left', async () => {
    const files = new Map<string, unknown>();
    await writer(files).write('friends', 1, next(1));
    await writer(files).write('friends', 2, next(2));
    expect(files.get('lines/friends.json')).toEqual({ at: 2, past: [1, 2] });
  });

  test('an older writer, held up and seeing an old file, writes nothing over a younger one', async () => {
    const files = new Map<string, unknown>();
    const [held, other] = [writer(files), writer(files)];
    await held.write('friends', 1, next(1));
    await other.write('friends', 3, next(3));
    expect(await held.write('friends', 2, next(2))).toBe(false);
    expect(files.get('lines/friends.json')).toEqual({ at: 3, past: [1, 3] });
  });

  test('without the condition it would: this is what the guard is for', async () => {
    const files = new Map<string, unknown>();
    const store = filesIn(files);
    const careless = keptReadings<Counted>(
      {
        ...store,
        writeIf: async (path, file) => {
          await store.write(path, file, '');
          return { ok: true, tag: '' };
        },
      },
      (id) => `lines/${id}.json`,
      ({ at }) => at,
    );
    await careless.write('friends', 1, next(1));
    await writer(files).write('friends', 3, next(3));
    await careless.write('friends', 2, next(2));
    expect(files.get('lines/friends.json')).toMatchObject({ at: 2 });
  });

  test('two that write in turns lose no minute', async () => {
    const files = new Map<string, unknown>();
    const [one, other] = [writer(files), writer(files)];
    for (const at of [1, 3, 5]) {
      await one.write('friends', at, next(at));
      await other.write('friends', at + 1, next(at + 1));
    }
    expect(files.get('lines/friends.json')).toEqual({ at: 6, past: [1, 2, 3, 4, 5, 6] });
  });
});

describe('when they are written', () => {
  test('once a minute while nobody looks, and once in each step while somebody does', () => {
    expect(isTimeToWrite(undefined, false, 60_000)).toBe(true);
    expect(isTimeToWrite(60_000, false, 119_999)).toBe(false);
    expect(isTimeToWrite(60_000, false, 120_000)).toBe(true);
    expect(isTimeToWrite(60_010, true, 64_999)).toBe(false);
    expect(isTimeToWrite(60_010, true, 65_000)).toBe(true);
  });

  test('a look is noted every minute, whatever process shows it, known to writers, and forgotten after three', async () => {
    const files = new Map<string, unknown>();
    let puts = 0;
    const { read, write } = filesIn(files);
    const counted = {
      read,
      write: async (path: string, file: unknown, cacheControl: string) => {
        puts += 1;
        await write(path, file, cacheControl);
      },
    };
    const processes = [noteLooks(counted), noteLooks(counted), noteLooks(counted)];
    for (let now = 0; now < 120_000; now += 5000) for (const note of processes) await note(now);
    expect(puts).toBe(120_000 / noteAgeMs);
    const looked = watchLooks(read);
    // The last note is of 60 s.
    expect([await looked(120_000), await looked(239_000), await looked(240_000)]).toEqual([true, true, false]);
    expect(isLookedAt(undefined, 0)).toBe(false);
  });

  test('a note of a clock that is ahead keeps nobody from noting', async () => {
    const files = new Map<string, unknown>([['readings/looks.json', { v: 1, lookedAt: 999_000 }]]);
    await noteLooks(filesIn(files))(0);
    for (const note of [noteLooks(filesIn(files))]) await note(noteAgeMs);
    expect(files.get('readings/looks.json')).toEqual({ v: 1, lookedAt: 999_000 });
    await noteLooks(filesIn(files))(999_000 + noteAgeMs);
    expect(files.get('readings/looks.json')).toEqual({ v: 1, lookedAt: 999_000 + noteAgeMs });
  });

  test('a writer that knows that somebody looks reads the note every half minute', async () => {
    const files = filesIn(new Map([['readings/looks.json', { v: 1, lookedAt: 0 }]]));
    let reads = 0;
    const looked = watchLooks((path) => {
      reads += 1;
      return files.read(path);
    });
    for (let now = 0; now < 60_000; now += 5000) await looked(now);
    expect(reads).toBe(2);
  });
});
