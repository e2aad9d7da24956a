import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AllocationsFile } from '../../../../contracts/catalogue.ts';
import { published } from '../../../../contracts/paths.ts';
import type { SaleAct } from '../../../../contracts/sale-levers.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import type { ActingMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { blockSeats } from '../../../../lambdas/seating/house/block-seats.ts';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import type { HouseStore } from '../../../../lambdas/seating/house/house-store.ts';
import { decodeSection, encodeSection, sold } from '../../../../lambdas/seating/house/section-codec.ts';
import { carryReleases } from '../../../../lambdas/seating/levers/carry-releases.ts';
import { readSale } from '../../../../lambdas/seating/levers/read-sale.ts';
import { findSaleCounts } from '../../../../lambdas/seating/levers/sale-counts.ts';
import { type TurnSaleDeps, turnSale } from '../../../../lambdas/seating/levers/turn-sale.ts';
import { publishedFiles } from '../../../../simulation/stage/published-files.ts';
import { beforeAndAfter, Killed, killAt, through } from '../../../interrupted.ts';
import { drawPlan, noon } from '../small-stage.ts';

const plan = drawPlan({ stalls: { rows: ['oooooo'] }, circle: { rows: ['oooo'] } });
const stalls = [1, 2, 3, 4, 5, 6].map((seat) => `stalls-A-${seat}`);
const allocations: AllocationsFile['allocations'] = [
  { partner: 'bank', seats: ['stalls-A-1', 'stalls-A-2', 'circle-A-1'] },
  { partner: 'brewery', seats: ['stalls-A-6'] },
];
const blocked = allocations.flatMap(({ seats }) => seats);
const ada: ActingMember = { email: 'ada@example.org', may: () => true, roleFor: () => 'ops' };

const release: SaleAct = {
  ...{ act: 'release', partner: 'bank', performances: ['evening'] },
  ...{ reason: 'the bank needs fewer', key: 'key-of-ada', seen: 0 },
};
const later: SaleAct = { ...release, at: noon + 60_000 };

let store: HouseStore;
let files: Map<string, unknown>;

function depsOf(
  over: HouseStore = store,
  publisher = publishedFiles(files, new Map()),
): TurnSaleDeps & { readonly store: HouseStore } {
  const { read } = publisher;
  let ids = 0;
  return {
    ...{ store: over, read, files: publisher, findActs: async () => [], audit: auditTwin() },
    findCounts: findSaleCounts({ store: over, read }),
    findFile: (performance) => read(published.performance(performance)),
    findAllocations: (performance) => read(published.allocations(performance)),
    stageMethods: ['stripe'],
    newId: () => `entry-${++ids}-0123`,
  };
}

beforeEach(async () => {
  store = houseTwin();
  files = new Map<string, unknown>([
    [published.openHouses(), { v: 1, onSales: { friends: ['evening', 'matinee'] } }],
    [published.plan(plan.id), plan],
  ]);
  await store.openRules('friends', { seatsPerFan: 6, holdMinutes: 10 });
  for (const id of ['evening', 'matinee']) {
    files.set(published.performance(id), {
      ...{
        v: 1,
        id,
        show: 'lear',
        title: 'King Lear',
        startsAt: noon + 86_400_000,
        timeZone: 'Europe/London',
        blocked,
      },
      onSales: [{ id: 'friends' }, { id: 'public' }],
    });
    files.set(published.allocations(id), { v: 1, performance: id, allocations } satisfies AllocationsFile);
    await blockSeats(store, id, plan, blocked);
    await store.openHouse({
      ...{ performance: id, plan: plan.id, sections: { stalls: 6, circle: 4 }, onSales: ['friends', 'public'] },
    });
  }
});

const turn = (act: SaleAct, now = noon, deps = depsOf()) => turnSale(deps, ada, { onSale: 'friends', act }, now);
const carry = (now: number, deps = depsOf()) => carryReleases(deps, 'friends', now);

/** Ids of the seats that are set aside. */
async function setAside(performance = 'evening'): Promise<readonly string[]> {
  const whole = await store.wholeHouse(performance, 'latest');
  return (whole?.sections ?? [])
    .flatMap(({ section, data }) => decodeSection(data).blocked.map((seat) => `${section}-A-${seat + 1}`))
    .sort();
}
const shown = async () => {
  const found = await readSale(depsOf(), ada, 'friends', noon);
  return found.ok ? found.sale : undefined;
};
const told = (version: number) => files.get(published.saleTurn('friends', version));

describe('a release', () => {
  test('sets the seats of one partner in one performance free, at once', async () => {
    expect((await shown())?.performances[0]?.allocations).toEqual([
      { partner: 'bank', seats: 3, state: 'kept' },
      { partner: 'brewery', seats: 1, state: 'kept' },
    ]);
    expect(await turn(release)).toMatchObject({ ok: true });
    expect(await setAside()).toEqual(['stalls-A-6']);
    expect(await setAside('matinee')).toEqual([...blocked].sort());
    expect((await shown())?.performances.map((one) => one.allocations?.[0]?.state)).toEqual(['released', 'kept']);
  });

  test('is told by role, with how many seats, and not whose', async () => {
    await turn(release);
    expect(told(1)).toMatchObject({
      ...{ act: 'allocation-released', role: 'ops', reason: 'the bank needs fewer' },
      detail: { performances: 'evening', seats: 3, turn: 1 },
    });
    expect(JSON.stringify(told(1))).not.toMatch(/ada|"bank"/);
  });

  test('leaves what is held and sold as it is', async () => {
    const key = { performance: 'evening', section: 'stalls' };
    const [before] = await store.sections([key], 'latest');
    if (!before) throw new Error('There is no section');
    const records = [{ hold: 'aaaaaaaaaaaa', lapsesAt: sold, seats: [3], total: 1 }];
    const data = encodeSection({ ...decodeSection(before.data), records });
    await store.writeSection({ ...before, version: before.version + 1, data });
    await turn(release);
    const [after] = await store.sections([key], 'latest');
    expect(after && decodeSection(after.data)).toEqual({ seats: 6, blocked: [5], records });
    expect(stalls).toHaveLength(6);
  });

  test('that a hold overtakes in its section takes nothing from it', async () => {
    const key = { performance: 'evening', section: 'stalls' };
    const record = { hold: 'aaaaaaaaaaaa', lapsesAt: noon + 60_000, seats: [2, 3], total: 2 };
    let overtaken = false;
    const over: HouseStore = {
      ...store,
      async writeSection(section) {
        if (!overtaken && section.section === 'stalls') {
          overtaken = true;
          const [standing] = await store.sections([key], 'latest');
          const state = standing && decodeSection(standing.data);
          if (standing && state)
            await store.writeSection({
              ...standing,
              version: standing.version + 1,
              data: encodeSection({ ...state, records: [record] }),
            });
        }
        return store.writeSection(section);
      },
    };
    await turn(release, noon, depsOf(over));
    const [after] = await store.sections([key], 'latest');
    expect(after && decodeSection(after.data)).toEqual({ seats: 6, blocked: [5], records: [record] });
  });

  test('is done once, and of nothing that is released, planned or not set aside', async () => {
    await turn(release);
    expect(await turn(release)).toMatchObject({ ok: true, sale: { version: 1 } });
    const again = { ...release, key: 'key-again', seen: 1 };
    expect(await turn(again)).toMatchObject({ refusal: 'performance-unknown' });
    expect(await turn({ ...again, partner: 'council' } as SaleAct)).toMatchObject({ refusal: 'performance-unknown' });
    await store.writeLevers({
      ...{ onSale: 'public', version: 1, stopped: [], turns: [] },
      releases: [
        {
          ...{ turn: 1, partner: 'bank', performances: ['matinee'], seats: 3, dueAt: noon + 9, by: 'bob@example.org' },
          ...{ role: 'ops', reason: 'elsewhere' },
        },
      ],
    });
    expect(await turn({ ...again, performances: ['matinee'] } as SaleAct)).toMatchObject({
      errors: [{ message: 'bank will be released in matinee' }],
    });
  });

  test('stirs the pulse, so that the seats are counted anew', async () => {
    await turn(release);
    for (const onSale of ['friends', 'public'])
      expect((await store.beats(onSale, noon)).some(({ asks, decided }) => asks > 0 && decided === 0)).toBe(true);
  });

  test('waits for a house that is not open: its seats would be blocked again', async () => {
    const closed: HouseStore = { ...store, house: async () => undefined };
    await turn(release, noon, depsOf(closed));
    expect(await setAside()).toEqual([...blocked].sort());
    await carry(noon + 1);
    expect(await setAside()).toEqual(['stalls-A-6']);
  });

  test('is not undone by a slow call that opens the house a second time', async () => {
    await turn(release);
    // It looked for the house before the first one had put it.
    await blockSeats(store, 'evening', plan, blocked);
    expect(await setAside()).toEqual(['stalls-A-6']);
  });

  test('cut short anywhere, or by two at once, is carried out by whoever comes by', async () => {
    const whole = files;
    for (let nth = 1; nth <= 60; nth += 1) {
      files = new Map([...whole].filter(([path]) => !path.includes('/sale')));
      store = houseTwin();
      await store.openRules('friends', { seatsPerFan: 6, holdMinutes: 10 });
      await blockSeats(store, 'evening', plan, blocked);
      await store.openHouse({
        ...{ performance: 'evening', plan: plan.id, sections: { stalls: 6, circle: 4 }, onSales: ['friends'] },
      });
      const around = beforeAndAfter(killAt(nth).fault);
      const dying = depsOf(through(store, around), through(publishedFiles(files, new Map()), around));
      await turn(release, noon, dying).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      const { version } = await store.levers('friends', 'latest');
      await Promise.all([carry(noon + 2000), carry(noon + 2000)]);
      expect(await setAside()).toEqual(version === 0 ? [...blocked].sort() : ['stalls-A-6']);
      expect(await store.carriedOut('friends')).toEqual(version === 0 ? [] : [1]);
    }
  });
});

describe('a release at a set time', () => {
  test('is planned, then begins by itself, and both are told', async () => {
    expect(await turn(later)).toMatchObject({ ok: true, sale: { planned: [{ turn: 1, partner: 'bank', seats: 3 }] } });
    expect(await carry(noon + 59_999)).toBe(noon + 60_000);
    expect(await setAside()).toHaveLength(4);
    expect(await carry(noon + 60_000)).toBeUndefined();
    expect(await setAside()).toEqual(['stalls-A-6']);
    expect(told(1)).toMatchObject({ act: 'release-planned', detail: { dueAt: noon + 60_000, seats: 3 } });
    expect(told(2)).toMatchObject({
      ...{ act: 'allocation-released', role: 'ops', turnedAt: noon + 60_000 },
      detail: { planned: 1, performances: 'evening', seats: 3, turn: 2 },
    });
    expect((await shown())?.planned).toBeUndefined();
  });

  test('can be taken back until it begins', async () => {
    await turn(later);
    const back: SaleAct = { act: 'withdraw', release: 1, reason: 'the bank came', key: 'key-back', seen: 1 };
    expect(await turn(back)).toMatchObject({ ok: true });
    expect(told(2)).toMatchObject({ act: 'release-withdrawn', detail: { planned: 1 } });
    await carry(noon + 120_000);
    expect(await setAside()).toHaveLength(4);
    expect((await shown())?.performances[0]?.allocations?.[0]?.state).toBe('kept');
    expect(await turn({ ...back, key: 'key-again', seen: 2 })).toMatchObject({ refusal: 'sale-lever-moved' });
  });

  test('that is taken back in the moment of its time begins, or is taken back, and never both', async () => {
    await turn(later);
    const back: SaleAct = { act: 'withdraw', release: 1, reason: 'the bank came', key: 'key-back', seen: 1 };
    const [taken] = await Promise.all([turn(back, noon + 60_000), carry(noon + 60_000), carry(noon + 60_000)]);
    expect(await setAside()).toHaveLength(taken.ok ? 4 : 1);
    expect((await store.levers('friends', 'latest')).version).toBe(2);
  });

  test('begins once, wherever who carries it out dies', async () => {
    await turn(later);
    const start = await store.levers('friends', 'latest');
    for (let nth = 1; nth <= 40; nth += 1) {
      store = houseTwin();
      await store.openRules('friends', { seatsPerFan: 6, holdMinutes: 10 });
      await blockSeats(store, 'evening', plan, blocked);
      await store.openHouse({
        ...{ performance: 'evening', plan: plan.id, sections: { stalls: 6, circle: 4 }, onSales: ['friends'] },
      });
      await store.writeLevers(start);
      for (const path of files.keys()) if (path.endsWith('/sale/2.json')) files.delete(path);
      const around = beforeAndAfter(killAt(nth).fault);
      const dying = depsOf(through(store, around), through(publishedFiles(files, new Map()), around));
      await carry(noon + 60_000, dying).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      await carry(noon + 62_000);
      expect(await setAside()).toEqual(['stalls-A-6']);
      expect((await store.levers('friends', 'latest')).version).toBe(2);
    }
  });

  test('must come before the performance', async () => {
    expect(await turn({ ...later, at: noon + 86_400_000 } as SaleAct)).toMatchObject({
      errors: [{ field: 'body.at' }],
    });
  });
});
