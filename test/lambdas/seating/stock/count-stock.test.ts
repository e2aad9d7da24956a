import { describe, expect, test } from '@jest/globals';
import type { Season, ShowFile } from '../../../../contracts/catalogue.ts';
import type { LineFile } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import type { OpenHouses, Stock } from '../../../../contracts/stock.ts';
import { type OnSalePerformances, readOnSales } from '../../../../lambdas/seating/house/on-sale-performances.ts';
import { listOpenHouses, withHouses } from '../../../../lambdas/seating/house/open-houses.ts';
import { countStock, isLive } from '../../../../lambdas/seating/stock/count-stock.ts';
import { filesIn } from '../../../files-in.ts';
import { minute, noon } from '../small-stage.ts';

const friends: OnSalePerformances = {
  onSale: 'friends',
  opensAt: noon,
  closesAt: noon + 48 * 60 * minute,
  performances: ['evening'],
};

/* Long because the loop, and what it counts, are one thing to whoever reads the stock. */

/** A clock that moves only when somebody waits, and a counter that says what it was asked. */
function counting(start: number, { onSales = [friends], sections = 10, decided = 1 } = {}) {
  const made = {
    now: start,
    counts: [] as [string, number][],
    reports: [] as unknown[],
    files: new Map<string, unknown>(),
    free: 9,
    told: [] as [string, number][],
    /** On-sales whose file of what was turned was looked after, and when. */
    sales: [] as [string, number][],
    /** On-sales whose releases were looked after, and when. */
    carried: [] as [string, number][],
    /** When the next release is due. */
    dueAt: undefined as undefined | number,
    carryFault: undefined as undefined | Error,
    /** Called in the counter's place, if set. */
    fault: undefined as undefined | (() => Promise<never>),
    run: (milliseconds: number) => countStock(deps, made.now + milliseconds),
  };
  const deps: Parameters<typeof countStock>[0] = {
    onSales: async () => onSales,
    counter: {
      meet: async () => undefined,
      sectionsOf: () => sections,
      async count(due, now) {
        if (made.fault) await made.fault();
        return due.map(({ onSale }): Stock => {
          made.counts.push([onSale, now - noon]);
          return {
            v: 1,
            onSale,
            countedAt: now,
            seats: 9,
            free: made.free,
            held: 0,
            sold: 0,
            asks: { decided, refused: 0, slow: 0 },
          };
        });
      },
    },
    files: {
      read: async <File>(path: string) => made.files.get(path) as File | undefined,
      write: async (path, file) => void made.files.set(path, file),
    },
    dates: async (open, now) =>
      open.map(({ onSale }) => {
        made.told.push([onSale, now - noon]);
        return { v: 1, onSale, countedAt: now, dates: { evening: { left: 'few' } } };
      }),
    byPerformance: (due, now) =>
      due.map(({ onSale }) => ({ v: 1, onSale, countedAt: now, performances: {}, holdSizes: {} })),
    publishSales: async (all) => {
      for (const onSale of all) made.sales.push([onSale, made.now - noon]);
    },
    carryReleases: async (all) => {
      for (const onSale of all) made.carried.push([onSale, made.now - noon]);
      if (made.carryFault) throw made.carryFault;
      return made.dueAt !== undefined && made.dueAt > made.now ? made.dueAt : undefined;
    },
    report: (error) => made.reports.push(error),
    clock: () => made.now,
    wait: async (milliseconds) => {
      made.now += milliseconds;
    },
  };
  return made;
}

const times = ({ counts }: { counts: readonly (readonly [string, number])[] }) => counts.map(([, at]) => at);

describe('the loop', () => {
  test('counts every 2 s and publishes what it counted', async () => {
    const made = counting(noon);
    await made.run(7000);
    expect(times(made)).toEqual([0, 2000, 4000, 6000]);
    expect(made.files.get(published.stock('friends'))).toMatchObject({ countedAt: noon + 6000, free: 9 });
  });

  test('tells staff of each performance with every count, and looks each 15 s whether what they turned is published', async () => {
    const made = counting(noon, { onSales: [friends, { ...friends, onSale: 'later', opensAt: noon + 9e6 }] });
    await made.run(31_000);
    expect(made.files.get(published.stockByPerformance('friends'))).toMatchObject({ countedAt: noon + 30_000 });
    expect(made.sales).toEqual([
      ['friends', 0],
      ['friends', 16_000],
    ]);
    expect(made.files.has(published.stockByPerformance('later'))).toBe(false);
  });

  test('carries out releases with each turn, at the very time that one is set for', async () => {
    const made = counting(noon, { sections: 2460 });
    made.dueAt = noon + 6100;
    await made.run(12_000);
    expect(made.carried.map(([, at]) => at)).toEqual([0, 5000, 6100, 11_100]);
  });

  test('carries out releases of an on-sale that is not live as often as it is started', async () => {
    const made = counting(friends.opensAt - 60 * minute);
    await made.run(minute);
    expect([made.carried, made.counts]).toEqual([[['friends', -60 * minute]], []]);
  });

  test('counts though a release cannot be carried out, and says so', async () => {
    const made = counting(noon);
    made.carryFault = new Error('no');
    await made.run(3000);
    expect([times(made), made.reports.length]).toEqual([[0, 2000], 2]);
  });

  test('every 5 s when the sections are many', async () => {
    const made = counting(noon, { sections: 2460 });
    await made.run(11_000);
    expect(times(made)).toEqual([0, 5000, 10_000]);
  });

  test('from two minutes before the doors until it closes, and ends at once outside of that', async () => {
    const { opensAt, closesAt } = friends;
    const around = [opensAt - 2 * minute - 1, opensAt - 2 * minute, closesAt - 1, closesAt];
    expect(around.map((now) => isLive(friends, now))).toEqual([false, true, true, false]);
    const made = counting(opensAt - 3 * minute);
    await made.run(minute / 2);
    expect([made.counts, made.now]).toEqual([[], opensAt - 3 * minute]);
  });

  test('leaves a count that is still fresh, and takes over when the other stops', async () => {
    const made = counting(noon);
    const other = { v: 1, onSale: 'friends', countedAt: noon + 1000, asks: { decided: 1, refused: 0, slow: 0 } };
    made.files.set(published.stock('friends'), other);
    await made.run(5000);
    expect(times(made)).toEqual([4000]);
  });

  test('counts each on-sale of which there is no fresh count', async () => {
    const onSales = [friends, { ...friends, onSale: 'public' }, { ...friends, onSale: 'later', opensAt: noon + 9e6 }];
    const made = counting(noon, { onSales });
    await made.run(1000);
    expect(made.counts).toEqual([
      ['friends', 0],
      ['public', 0],
    ]);
  });

  test('counts every 15 s when the rush is over and nobody asks, and as before when somebody does', async () => {
    const quiet = counting(noon + 61 * minute, { decided: 0 });
    await quiet.run(31_000);
    expect(times(quiet).map((at) => at - 61 * minute)).toEqual([0, 17_000]);
    const rush = counting(noon + 59 * minute, { decided: 0 });
    await rush.run(10_000);
    expect(rush.counts).toHaveLength(5);
    const asked = counting(noon + 61 * minute);
    await asked.run(10_000);
    expect(asked.counts).toHaveLength(5);
  });

  test('remembers from count to count when hardly any seat was free last', async () => {
    const made = counting(noon);
    const scarceAt = () => (made.files.get(published.stock('friends')) as Stock).scarceAt;
    await made.run(1000);
    expect(scarceAt()).toBeUndefined();
    made.free = 0;
    await made.run(4000);
    const ranOutAt = scarceAt();
    expect(ranOutAt).toBe((times(made).at(-1) as number) + noon);
    made.free = 9;
    await made.run(5000);
    expect(times(made).at(-1)).toBeGreaterThan(Number(ranOutAt) - noon);
    expect(scarceAt()).toBe(ranOutAt);
  });

  test('tells fans of each date every ten seconds, by a count of its own, from the doors on', async () => {
    const made = counting(noon - 5000);
    await made.run(27_000);
    expect(made.told).toEqual([
      ['friends', 1000],
      ['friends', 11_000],
      ['friends', 21_000],
    ]);
    expect(made.files.get(published.datesLeft('friends'))).toEqual({
      v: 1,
      onSale: 'friends',
      countedAt: noon + 21_000,
      dates: { evening: { left: 'few' } },
    });
    // Another counter is at it: what this one read last is old.
    const other = { v: 1, onSale: 'friends', asks: { decided: 1, refused: 0, slow: 0 } };
    const idle = counting(noon);
    for (const at of [0, 1000, 2000]) {
      idle.files.set(published.stock('friends'), { ...other, countedAt: noon + at });
      await idle.run(1000);
    }
    expect([idle.counts, idle.told]).toEqual([[], []]);
  });

  test('reports a turn that fails, and goes on', async () => {
    const made = counting(noon);
    let turns = 0;
    made.fault = async () => {
      turns += 1;
      if (turns === 2) made.fault = undefined;
      throw new Error('throttled');
    };
    await made.run(7000);
    expect(made.reports).toHaveLength(2);
    expect(times(made)).toEqual([4000, 6000]);
  });
});

describe('which performances belong to an on-sale', () => {
  const performance = (id: string, onSales: readonly string[]) => ({
    id,
    startsAt: 1,
    priceFrom: 1,
    priceTo: 1,
    onSales,
  });
  const files = new Map<string, unknown>([
    [
      published.season(),
      {
        shows: [{ id: 'storm' }, { id: 'gale' }, { id: 'unwritten' }],
        onSales: [
          { id: 'friends', opensAt: 1, closesAt: 2 },
          { id: 'public', opensAt: 3, closesAt: 4 },
        ],
      } as unknown as Season,
    ],
    [
      published.show('storm'),
      {
        performances: [performance('s-1', ['friends', 'public']), performance('s-2', ['public'])],
      } as unknown as ShowFile,
    ],
    [published.show('gale'), { performances: [performance('g-1', ['friends'])] } as unknown as ShowFile],
  ]);

  test('is what the published season says', async () => {
    expect(await readOnSales(async <File>(path: string) => files.get(path) as File | undefined)).toEqual([
      { onSale: 'friends', opensAt: 1, closesAt: 2, performances: ['s-1', 'g-1'] },
      { onSale: 'public', opensAt: 3, closesAt: 4, performances: ['s-1', 's-2'] },
    ]);
  });

  test('another season leaves the line that is live, and its performances', async () => {
    const open = new Map<string, unknown>([
      [published.openHouses(), { v: 1, onSales: { friends: ['s-1', 'g-1'], public: ['s-1'] } } satisfies OpenHouses],
      [published.line('friends'), { opensAt: noon, closesAt: noon + 9 } as unknown as LineFile],
      [published.season(), { shows: [], onSales: [{ id: 'winter', opensAt: 7, closesAt: 8 }] } as unknown as Season],
    ]);
    const read = async <File>(path: string) => open.get(path) as File | undefined;
    expect(await readOnSales(read)).toEqual([
      { onSale: 'winter', opensAt: 7, closesAt: 8, performances: [] },
      { onSale: 'friends', opensAt: noon, closesAt: noon + 9, performances: ['s-1', 'g-1'] },
    ]);
  });

  test('a line keeps the times that it promised, and is read once', async () => {
    const open = new Map(files).set(published.line('friends'), { opensAt: noon, closesAt: noon + 9 });
    const paths: string[] = [];
    const read = async <File>(path: string) => {
      paths.push(path);
      return open.get(path) as File | undefined;
    };
    const known = new Map<string, { readonly opensAt: number; readonly closesAt: number }>();
    for (const _twice of [1, 2])
      expect((await readOnSales(read, known))[0]).toMatchObject({ onSale: 'friends', opensAt: noon });
    expect(paths.filter((path) => path === published.line('friends'))).toHaveLength(1);
    expect(paths.filter((path) => path === published.line('public'))).toHaveLength(2);
  });

  test.each([
    ['early', noon - 3 * 60 * minute, noon - 3 * 60 * minute],
    ['late: then from the promised time on', noon + 60 * minute, noon],
  ])('doors that staff open %s', async (_, moved, counted) => {
    const open = new Map(files)
      .set(published.line('friends'), { opensAt: noon, closesAt: noon + 9 })
      .set(published.board('friends'), { opensAt: moved });
    const read = async <File>(path: string) => open.get(path) as File | undefined;
    const known = new Map<string, { readonly opensAt: number; readonly closesAt: number }>();
    for (const _twice of [1, 2])
      expect((await readOnSales(read, known))[0]).toMatchObject({ opensAt: counted, closesAt: noon + 9 });
  });

  test('a date that is added counts from the opening of its house on', async () => {
    const open = new Map(files);
    await listOpenHouses(filesIn(open), [{ id: 's-9', onSales: [{ id: 'friends', seatsPerFan: 1, holdMinutes: 1 }] }]);
    const [friends] = await readOnSales(async <File>(path: string) => open.get(path) as File | undefined);
    expect(friends?.performances).toEqual(['s-1', 'g-1', 's-9']);
  });

  test('is nothing while there is no season', async () => {
    expect(await readOnSales(async () => undefined)).toEqual([]);
  });
});

describe('the list of open houses', () => {
  const rules = { seatsPerFan: 1, holdMinutes: 1 };
  const night = (id: string, ...onSales: readonly string[]) => ({
    id,
    onSales: onSales.map((id) => ({ id, ...rules })),
  });

  test('grows, and opening again changes nothing', () => {
    const list = withHouses({ v: 1, onSales: {} }, [night('a', 'friends', 'public'), night('b', 'friends')]);
    expect(list.onSales).toEqual({ friends: ['a', 'b'], public: ['a'] });
    expect(withHouses(list, [night('b', 'friends'), night('a', 'public')])).toBe(list);
  });

  test('an on-sale named like a part of an object is one like any other', () => {
    expect(withHouses({ v: 1, onSales: {} }, [night('a', 'constructor')]).onSales.constructor).toEqual(['a']);
  });

  test('several who open at once are all listed; who never gets there says so', async () => {
    const bucket = new Map<string, unknown>();
    const names = Array.from({ length: 12 }, (_, n) => `night-${n}`);
    await Promise.all(names.map((id) => listOpenHouses(filesIn(bucket), [night(id, 'friends')])));
    const { onSales } = bucket.get(published.openHouses()) as OpenHouses;
    expect([...(onSales.friends ?? [])].sort()).toEqual([...names].sort());
    const stuck = { ...filesIn(bucket), writeIf: async () => ({ ok: false }) as const };
    await expect(listOpenHouses(stuck, [night('late', 'friends')])).rejects.toThrow('keeps moving');
  });
});
