import { beforeEach, describe, expect, test } from '@jest/globals';
import { published } from '../../../../contracts/paths.ts';
import type { SaleAct, SaleFile } from '../../../../contracts/sale-levers.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import type { ActingMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import { publishSale } from '../../../../lambdas/seating/levers/publish-sale.ts';
import { readSale } from '../../../../lambdas/seating/levers/read-sale.ts';
import { findSaleCounts } from '../../../../lambdas/seating/levers/sale-counts.ts';
import { type TurnSaleDeps, turnSale } from '../../../../lambdas/seating/levers/turn-sale.ts';
import { may, roleFor } from '../../../../rules/permissions.ts';
import { publishedFiles } from '../../../../simulation/stage/published-files.ts';
import { noon } from '../small-stage.ts';

const everything = { of: 'everything' } as const;
const member = (scope: Parameters<typeof may>[0][number]['scope'], email = 'ada@example.org'): ActingMember => ({
  email,
  may: (permission, places) => may([{ role: 'ops', scope }], permission, places, noon),
  roleFor: (permission, place) => roleFor([{ role: 'ops', scope }], permission, place, noon),
});
const ada = member(everything);
const bob = member(everything, 'bob@example.org');

const stop: SaleAct = { act: 'stop', performances: ['evening'], reason: 'a lamp fell', key: 'key-of-ada', seen: 0 };
const limit: SaleAct = { act: 'limit', seatsPerFan: 4, reason: 'so that it lasts', key: 'key-of-bob', seen: 0 };

let deps: TurnSaleDeps & { readonly audit: ReturnType<typeof auditTwin> };
let files: Map<string, unknown>;

beforeEach(async () => {
  const store = houseTwin();
  files = new Map<string, unknown>([
    [published.openHouses(), { v: 1, onSales: { friends: ['evening', 'matinee'] } }],
    ...['evening', 'matinee'].map((id, at): [string, unknown] => [
      published.performance(id),
      { id, show: 'lear', title: 'King Lear', startsAt: noon - at, timeZone: 'Europe/London' },
    ]),
  ]);
  const publisher = publishedFiles(files, new Map());
  await store.openRules('friends', { seatsPerFan: 6, holdMinutes: 10 });
  for (const performance of ['evening', 'matinee'])
    await store.openHouse({ performance, plan: 'p', sections: { stalls: 9 }, onSales: ['friends'] });
  let ids = 0;
  deps = {
    store,
    read: publisher.read,
    files: publisher,
    findActs: async () => [],
    findCounts: findSaleCounts({ store, read: publisher.read }),
    findFile: (performance) => publisher.read(published.performance(performance)),
    findAllocations: (performance) => publisher.read(published.allocations(performance)),
    stageMethods: ['stripe', 'box-office'],
    audit: auditTwin(),
    newId: () => `entry-${++ids}-0123`,
  };
});

const turn = (act: SaleAct, asker = ada) => turnSale(deps, asker, { onSale: 'friends', act }, noon);
const file = () => files.get(published.sale('friends')) as SaleFile | undefined;

describe('a lever of the sale', () => {
  test('is written down with who turned it and why, kept, and published without who', async () => {
    const done = await turn(stop);
    expect(done).toMatchObject({
      ok: true,
      sale: {
        version: 1,
        performances: [
          { performance: 'matinee', isStopped: false, count: { free: 9 } },
          { performance: 'evening', isStopped: true },
        ],
        turns: [{ by: 'ada@example.org', act: 'stop', reason: 'a lamp fell' }],
      },
    });
    expect(file()).toEqual({ v: 1, onSale: 'friends', version: 1, stopped: ['evening'] });
    expect(deps.audit.entries).toMatchObject([
      { person: 'ada@example.org', act: 'stop-selling', on: 'friends', note: 'evening: a lamp fell' },
    ]);
    await turn({ ...stop, act: 'sell-on', key: 'key-again', seen: 1 });
    expect(file()).toMatchObject({ version: 2, stopped: [] });
  });

  test('that was turned twice with one key is turned once, also if another was turned since', async () => {
    await turn(stop);
    await turn({ ...limit, seen: 1 }, bob);
    expect(await turn(stop)).toMatchObject({ ok: true, sale: { version: 2 } });
    expect(deps.audit.entries).toHaveLength(2);
    expect(await turn({ ...stop, performances: ['matinee'] })).toMatchObject({ refusal: 'idempotency-key-reused' });
  });

  test('is not turned by whoever has not seen what another turned meanwhile', async () => {
    await turn(stop);
    const late = await turn(limit, bob);
    expect(late).toMatchObject({ refusal: 'sale-lever-moved', errors: [{ field: 'body.seen' }] });
    expect(late).toHaveProperty('detail', expect.stringContaining('ada@example.org turned it meanwhile'));
    expect(file()).not.toHaveProperty('seatsPerFan');
    // Nothing was asked for that could have been done.
    expect(deps.audit.entries).toHaveLength(1);
  });

  test('moves under two who turn at once: one is told', async () => {
    const both = await Promise.all([turn(stop), turn(limit, bob)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await deps.store.levers('friends', 'latest')).version).toBe(1);
  });

  test('that came twice at once is turned once, and both are told so', async () => {
    const both = await Promise.all([turn(stop), turn(stop)]);
    expect(both).toMatchObject([{ sale: { version: 1 } }, { sale: { version: 1 } }]);
  });

  test('that was not published is published by the next who come by, and never goes back', async () => {
    const { files: publisher } = deps;
    const broken = { ...publisher, writeIf: () => Promise.reject(new Error('cut short')) };
    await expect(turnSale({ ...deps, files: broken }, ada, { onSale: 'friends', act: stop }, noon)).rejects.toThrow();
    expect(file()).toBeUndefined();
    const levers = await deps.store.levers('friends', 'latest');
    await publishSale(publisher, levers);
    expect(file()).toMatchObject({ version: 1, stopped: ['evening'] });
    await turn({ ...limit, seen: 1 });
    await publishSale(publisher, levers);
    expect(file()).toMatchObject({ version: 2, seatsPerFan: 4 });
  });

  test('is published by role, as the ledger of the line will tell it, and never by name', async () => {
    await turn(stop);
    await turn({ ...limit, seen: 1 }, bob);
    expect(files.get(published.saleTurn('friends', 1))).toEqual({
      ...{ v: 1, onSale: 'friends', version: 1, turnedAt: noon, act: 'selling-stopped', role: 'ops' },
      reason: 'a lamp fell',
      detail: { performances: 'evening', turn: 1, turnedAt: noon },
    });
    expect(files.get(published.saleTurn('friends', 2))).toMatchObject({
      act: 'seats-per-fan-turned',
      detail: { seatsPerFan: 4, turn: 2 },
    });
    for (const [path, file] of files)
      if (path.includes('/sale')) expect(JSON.stringify(file)).not.toContain('example.org');
  });

  test('that was cut short is published, each turn, before the next one is written', async () => {
    const { files: publisher } = deps;
    const broken = { ...publisher, writeIf: () => Promise.reject(new Error('cut short')) };
    await expect(turnSale({ ...deps, files: broken }, ada, { onSale: 'friends', act: stop }, noon)).rejects.toThrow();
    // Nobody may write a second turn that is not published beside the first: there is no end to how many could get lost.
    const next = { ...limit, seen: 1 };
    await expect(turnSale({ ...deps, files: broken }, bob, { onSale: 'friends', act: next }, noon)).rejects.toThrow();
    expect((await deps.store.levers('friends', 'latest')).version).toBe(1);
    await turn(next, bob);
    expect([1, 2].map((version) => files.has(published.saleTurn('friends', version)))).toEqual([true, true]);
    expect(file()).toMatchObject({ version: 2 });
  });

  test('that was turned before roles were kept has no file', async () => {
    await turn(stop);
    const { turns, ...levers } = await deps.store.levers('friends', 'latest');
    const old = turns.map(({ role: _, ...one }) => one);
    files.clear();
    await publishSale(deps.files, { ...levers, turns: old });
    expect([...files.keys()]).toEqual([published.sale('friends')]);
  });

  test('that goes back to what was published leaves nothing turned', async () => {
    await turn(limit);
    await turn({ ...limit, seatsPerFan: 6, key: 'key-back', seen: 1 });
    expect(file()).toEqual({ v: 1, onSale: 'friends', version: 2, stopped: [] });
  });

  test('names what is wrong', async () => {
    expect(await turn({ ...stop, performances: ['evening', 'gala'] })).toMatchObject({
      refusal: 'performance-unknown',
      errors: [{ field: 'body.performances.1' }],
    });
    const methods: SaleAct = { ...limit, act: 'methods', methods: ['box-office', 'sandbox-card'] } as never;
    expect(await turn(methods)).toMatchObject({
      refusal: 'payment-method-unavailable',
      errors: [{ field: 'body.methods.1' }],
    });
    expect(await turnSale(deps, ada, { onSale: 'nobody', act: stop }, noon)).toMatchObject({
      refusal: 'line-unknown',
    });
  });
});

describe('somebody whose role is for a part', () => {
  test('of one performance stops that one, sees that one, and leaves the limit alone', async () => {
    const eve = member({ of: 'performance', id: 'evening' }, 'eve@example.org');
    expect(await turn(limit, eve)).toMatchObject({ refusal: 'not-allowed' });
    expect(await turn({ ...stop, performances: ['evening', 'matinee'] }, eve)).toMatchObject({
      refusal: 'not-allowed',
    });
    expect(await turn(stop, eve)).toMatchObject({ ok: true, sale: { performances: [{ performance: 'evening' }] } });
    expect(deps.audit.entries).toHaveLength(1);
  });

  test('of another on-sale sees nothing', async () => {
    expect(await readSale(deps, member({ of: 'on-sale', id: 'public' }), 'friends', noon)).toMatchObject({
      refusal: 'not-allowed',
    });
    expect(await readSale(deps, member({ of: 'on-sale', id: 'friends' }), 'friends', noon)).toMatchObject({ ok: true });
    expect(await readSale(deps, member({ of: 'show', id: 'lear' }), 'friends', noon)).toMatchObject({
      sale: { performances: [{}, {}] },
    });
  });
});
