import { beforeEach, describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../../../contracts/catalogue.ts';
import { published } from '../../../../contracts/paths.ts';
import type { FilesByPath } from '../../../../lambdas/foundation/aws.gateway.ts';
import { moved } from '../../../../lambdas/foundation/write-outcome.ts';
import { allocateSeats } from '../../../../lambdas/seating/allocate/allocate-seats.ts';
import { takenSeats } from '../../../../lambdas/seating/house/hold-lapses.ts';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import { houseBooks } from '../../../../lambdas/seating/house/house-books.ts';
import { HouseMemory } from '../../../../lambdas/seating/house/house-memory.ts';
import type { HouseStore } from '../../../../lambdas/seating/house/house-store.ts';
import { openHouse } from '../../../../lambdas/seating/house/open-house.ts';
import { decodeSection } from '../../../../lambdas/seating/house/section-codec.ts';
import { filesIn } from '../../../files-in.ts';
import { Killed, through } from '../../../interrupted.ts';
import { best, drawPlan, hold, noon } from '../small-stage.ts';

const plan = drawPlan({ stalls: { rows: ['oooo'] }, circle: { rows: ['oooo'], x: 10 }, gods: { rows: ['oo'], x: 30 } });
const given = { performances: ['evening'] };
const opened = { ok: true, opened: ['evening'], alreadyOpen: [], otherRules: [] };
const again = { ok: true, opened: [], alreadyOpen: ['evening'], otherRules: [] };

const evening: PerformanceFile = {
  v: 1,
  id: 'evening',
  show: 'storm',
  title: 'The Storm',
  venue: 'Playhouse',
  startsAt: noon,
  plan: plan.id,
  prices: { a: 1000, b: 500 },
  currency: 'GBP',
  timeZone: 'Europe/London',
  onSales: [{ id: 'friends', seatsPerFan: 6, holdMinutes: 10 }],
};

let bucket: Map<string, unknown>;
let files: FilesByPath;
let blocked: readonly string[];
const read = <File>(path: string): Promise<File | undefined> => files.read<File>(path);

/** Publishes the evening without a check, as nothing but a test can once its house is open. */
function block(...seats: readonly string[]): void {
  blocked = seats;
  const { blocked: _before, ...rest } = (bucket.get(published.performance('evening')) as PerformanceFile) ?? evening;
  bucket.set(published.performance('evening'), { ...rest, ...(seats.length > 0 && { blocked: seats }) });
}

/** Ids of seats that are taken, and the versions of the sections that were written. */
async function standing(store: HouseStore) {
  const keys = plan.sections.map(({ id }) => ({ performance: 'evening', section: id }));
  const sections = await store.sections(keys);
  const taken = sections.flatMap(({ section, data }) => {
    const seats = plan.sections.find(({ id }) => id === section)?.rows[0]?.seats ?? [];
    const bytes = takenSeats(decodeSection(data), noon);
    return seats.flatMap(({ id }, at) => (bytes[at] ? [id] : []));
  });
  return { taken, versions: Object.fromEntries(sections.map(({ section, version }) => [section, version])) };
}

function askFor(store: HouseStore, ...asks: Parameters<typeof allocateSeats>[1]) {
  const allocator = { store, books: houseBooks(store, read), memory: new HouseMemory(), tell: async () => undefined };
  return allocateSeats(allocator, asks, noon);
}

beforeEach(() => {
  bucket = new Map<string, unknown>([[published.plan(plan.id), plan]]);
  files = filesIn(bucket);
  block('stalls-A-1', 'stalls-A-2', 'circle-A-3');
});

describe('seats that are set aside', () => {
  test('are taken from the start; sections without any are not written', async () => {
    const store = houseTwin();
    expect(await openHouse({ store, files }, given, noon)).toEqual(opened);
    expect(await standing(store)).toEqual({ taken: blocked, versions: { stalls: 1, circle: 1 } });
    const { decisions } = await askFor(
      store,
      hold(1, 'ada', { seats: ['stalls-A-1'] }),
      hold(2, 'bob', best(3, { section: 'circle', together: true })),
      hold(3, 'cyd', best(2, { section: 'stalls' })),
    );
    expect(decisions).toEqual(['seat-taken', 'not-enough-seats', 'held']);
    expect((await standing(store)).taken).toEqual([
      'stalls-A-1',
      'stalls-A-2',
      'stalls-A-3',
      'stalls-A-4',
      'circle-A-3',
    ]);
  });

  test('opening again changes nothing, also before anybody holds a seat', async () => {
    const store = houseTwin();
    await openHouse({ store, files }, given, noon);
    const before = await standing(store);
    block('stalls-A-4', 'gods-A-1');
    expect(await openHouse({ store, files }, given, noon)).toEqual(again);
    expect(await standing(store)).toEqual(before);
  });

  test('a read that is a second behind does not leave seats of an earlier call blocked', async () => {
    const inner = houseTwin();
    const dying = { ...inner, openHouse: async () => Promise.reject(new Error('killed')) };
    await expect(openHouse({ store: dying, files }, given, noon)).rejects.toThrow('killed');
    block('stalls-A-4', 'circle-A-3');
    let reads = 0;
    const behind: HouseStore = { ...inner, sections: async (keys) => (reads++ < 2 ? [] : inner.sections(keys)) };
    expect(await openHouse({ store: behind, files }, given, noon)).toEqual(opened);
    expect((await standing(inner)).taken).toEqual(blocked);
  });

  test('sections that keep moving are a fault, and the house stays shut', async () => {
    const inner = houseTwin();
    const store: HouseStore = { ...inner, writeSection: async () => moved };
    await expect(openHouse({ store, files }, given, noon)).rejects.toThrow('keep moving');
    expect(await inner.house('evening')).toBeUndefined();
  });

  test('opening again changes nothing, also after others were set aside and seats were held', async () => {
    const store = houseTwin();
    await openHouse({ store, files }, given, noon);
    await askFor(store, hold(1, 'ada', { seats: ['stalls-A-4'] }));
    const before = await standing(store);
    block('stalls-A-4', 'gods-A-1');
    expect(await openHouse({ store, files }, given, noon)).toEqual(again);
    expect(await standing(store)).toEqual(before);
  });

  test('a call that died at any of its writes is mended by the next, also if others were set aside meanwhile', async () => {
    for (const meanwhile of [blocked, ['stalls-A-2', 'gods-A-1'], []]) {
      for (let dies = 0; ; dies++) {
        let writes = 0;
        let died = false;
        const store = through(houseTwin(), (call) => {
          if (writes++ === dies) {
            died = true;
            throw new Killed('killed');
          }
          return call();
        });
        block('stalls-A-1', 'stalls-A-2', 'circle-A-3');
        const first = await openHouse({ store, files }, given, noon).catch((error: Error) => error.message);
        if (!died) {
          expect(first).toEqual(opened);
          expect(dies).toBeGreaterThan(4);
          break;
        }
        expect(first).toBe('killed');
        // No fan is served from a half-blocked house: without the house itself, nobody asks.
        if (!(await store.house('evening'))) block(...meanwhile);
        expect(await openHouse({ store, files }, given, noon)).toMatchObject({ ok: true });
        expect((await standing(store)).taken.toSorted()).toEqual(blocked.toSorted());
      }
    }
  });

  test('two who open at once leave one house with every blocked seat', async () => {
    for (let seed = 0; seed < 40; seed++) {
      let turn = seed;
      const store = through(houseTwin(), async (call) => {
        // A different order of the two calls' steps for each seed.
        turn = (turn * 1103515245 + 12345) % 2147483648;
        for (let step = 0; step < (turn >> 8) % 5; step++) await Promise.resolve();
        return call();
      });
      const both = await Promise.all([
        openHouse({ store, files }, given, noon),
        openHouse({ store, files }, given, noon),
      ]);
      expect(both.flatMap((answer) => (answer.ok ? answer.opened : ['?']))).toEqual(['evening']);
      expect((await standing(store)).taken.toSorted()).toEqual(blocked.toSorted());
    }
  });

  test('never takes a seat from a fan where another call opened the house first', async () => {
    const inner = houseTwin();
    let raced = false;
    const store: HouseStore = {
      ...inner,
      // Between this call's look at the house and its writes another opens it without blocked seats, and a fan holds.
      sections: async (keys) => {
        if (!raced) {
          raced = true;
          block();
          await openHouse({ store: inner, files }, given, noon);
          await askFor(inner, hold(1, 'ada', { seats: ['stalls-A-1'] }));
        }
        return inner.sections(keys);
      },
    };
    expect(await openHouse({ store, files }, given, noon)).toEqual(again);
    const [stalls] = await inner.sections([{ performance: 'evening', section: 'stalls' }]);
    expect(stalls && decodeSection(stalls.data)).toMatchObject({ blocked: [], records: [{ seats: [0] }] });
  });

  test('that the plan does not have are refused, and nothing is opened', async () => {
    const store = houseTwin();
    block('stalls-A-1', 'attic-A-1');
    const answer = await openHouse({ store, files }, given, noon);
    expect(answer).toMatchObject({ ok: false, errors: [{ field: 'performances.0' }] });
    expect(JSON.stringify(answer)).toContain('does not have 1 of the seats that are set aside');
    expect(await store.house('evening')).toBeUndefined();
    expect((await standing(store)).versions).toEqual({});
  });

  test('a house put before its blocked seats would sell them: so it is put last', async () => {
    const order: string[] = [];
    const store = through(houseTwin(), (call, name) => {
      order.push(name);
      return call();
    });
    await openHouse({ store, files }, given, noon);
    expect(order.indexOf('openHouse')).toBeGreaterThan(order.lastIndexOf('writeSection'));
    expect(order.lastIndexOf('writeSection')).toBeGreaterThan(-1);
  });
});

describe('the list of open houses', () => {
  const listed = () => bucket.get(published.openHouses());

  test('has a house, with its on-sales, before anybody can hold a seat in it', async () => {
    const twin = houseTwin();
    let before: unknown;
    const store: HouseStore = {
      ...twin,
      openHouse: async (house) => {
        before = listed();
        return twin.openHouse(house);
      },
    };
    expect(await openHouse({ store, files }, given, noon)).toEqual(opened);
    expect(before).toEqual({ v: 1, onSales: { friends: ['evening'] } });
    expect(await openHouse({ store, files }, given, noon + 1)).toEqual(again);
    expect(listed()).toEqual(before);
  });

  test('has a house that was opened before there was one, when it is opened again', async () => {
    const store = houseTwin();
    await openHouse({ store, files }, given, noon);
    bucket.delete(published.openHouses());
    expect(await openHouse({ store, files }, given, noon + 1)).toEqual(again);
    expect(listed()).toEqual({ v: 1, onSales: { friends: ['evening'] } });
  });

  test.each([
    ['plan', { plan: 'edited-0123456789ab' }, 'open with the plan'],
    ['on-sales', { onSales: [{ id: 'public', seatsPerFan: 6, holdMinutes: 10 }] }, 'open for friends'],
  ])('has none that is published with another %s than the house has: it is named', async (_what, more, message) => {
    const store = houseTwin();
    await openHouse({ store, files }, given, noon);
    bucket.delete(published.openHouses());
    bucket.set(published.performance('evening'), { ...evening, ...more });
    const answer = await openHouse({ store, files }, given, noon + 1);
    expect(answer).toMatchObject({ ok: false, errors: [{ field: 'performances.0' }] });
    expect(JSON.stringify(answer)).toContain(message);
    expect(listed()).toBeUndefined();
  });

  test('a call that died before or after it was written is made good by the next', async () => {
    for (const isWritten of [false, true]) {
      bucket.delete(published.openHouses());
      const dying: FilesByPath = {
        ...files,
        writeIf: async (...call) => {
          if (isWritten) await files.writeIf(...call);
          throw new Killed('killed');
        },
      };
      const store = houseTwin();
      await expect(openHouse({ store, files: dying }, given, noon)).rejects.toThrow('killed');
      expect(await store.house('evening')).toBeUndefined();
      expect(await openHouse({ store, files }, given, noon)).toEqual(opened);
      expect(listed()).toEqual({ v: 1, onSales: { friends: ['evening'] } });
    }
  });
});
