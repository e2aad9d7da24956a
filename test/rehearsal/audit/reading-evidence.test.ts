import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { HouseAsk } from '../../../contracts/house.ts';
import { published } from '../../../contracts/paths.ts';
import { orderStore } from '../../../lambdas/ordering/order/order.store.ts';
import type { OrderRecord } from '../../../lambdas/ordering/order/order.ts';
import { allocateSeats } from '../../../lambdas/seating/allocate/allocate-seats.ts';
import { holdId } from '../../../lambdas/seating/house/hold-id.ts';
import { houseStore } from '../../../lambdas/seating/house/house.store.ts';
import { houseBooks } from '../../../lambdas/seating/house/house-books.ts';
import { HouseMemory } from '../../../lambdas/seating/house/house-memory.ts';
import { rollStore } from '../../../lambdas/waiting-room/draw/roll.store.ts';
import { lineStore } from '../../../lambdas/waiting-room/line/line.store.ts';
import { lineKeys } from '../../../lambdas/waiting-room/line/line-keys.ts';
import { markStore } from '../../../lambdas/waiting-room/line/mark.store.ts';
import { markOf } from '../../../lambdas/waiting-room/line/marks.ts';
import { shoppersStore } from '../../../lambdas/waiting-room/line/shoppers.store.ts';
import { openLine } from '../../../lambdas/waiting-room/opening/open-line.ts';
import { fanStore } from '../../../lambdas/waiting-room/place/fan.store.ts';
import { housesOf, linesOf, ordersOf, type TableItem } from '../../../rehearsal/audit/reading-evidence.ts';
import { dynalite, type RunningEngine } from '../../engines.ts';
import { filesIn } from '../../files-in.ts';
import { plan } from '../row-plan.ts';

/* The audit reads items by their key shapes: here the real stores write them. */

const now = 1_800_000_000_000;
const onSale = 'friends';

describe('what the stores write, the audit reads', () => {
  let running: RunningEngine;
  const items = async (client: DynamoDBDocumentClient, table: string) =>
    ((await client.send(new ScanCommand({ TableName: table }))).Items ?? []) as TableItem[];

  beforeAll(async () => {
    running = await dynalite.start();
    for (const name of ['Lines', 'Houses', 'Orders']) await running.createTable(name);
  });
  afterAll(async () => await running.stop());

  test('a line with its fans and passes', async () => {
    const texts = new Map<string, string>();
    const lines = lineStore(running.dynamo, 'Lines');
    const keys = lineKeys('secret '.repeat(8));
    const kept = new Map<string, unknown>();
    const files = filesIn(kept);
    const marks = markStore(running.dynamo, 'Lines');
    const newMarkKey = () => new Uint8Array(32).fill(1);
    const dials = { shopping: 600, perMinute: 60, paused: false, passMinutes: 15, claimMinutes: 5 };
    const opening = {
      onSale,
      title: 'Friends',
      opensAt: now,
      closesAt: now + 1,
      entry: 'open' as const,
      audience: 10,
      dials,
    };
    expect((await openLine({ lines, marks, keys, files, newMarkKey }, opening, now - 1)).ok).toBe(true);
    const rolls = rollStore(running.dynamo, 'Lines');
    for (const [fan, appends] of [
      ['other', true],
      ['one', true],
      ['cut short', false],
    ] as const) {
      const pin = { onSale, fan, round: 2, shard: 3, joinedAt: now };
      await fanStore(running.dynamo, 'Lines').pin(pin);
      if (appends) await rolls.append(pin, markOf(newMarkKey(), fan), 40);
    }
    for (const [path, file] of kept) texts.set(path, JSON.stringify(file));
    const shoppers = shoppersStore(running.dynamo, 'Lines');
    const pass = (position: number) => ({ expiresAt: 1_800_000_900_000, position, number: 1 });
    await shoppers.count(onSale, pass(1), false);
    await shoppers.count(onSale, pass(17), true);
    await shoppers.end(onSale, { ...pass(1), endedAt: 1_800_000_100_000 });
    const [line, ...others] = linesOf(await items(running.client, 'Lines'), texts);
    expect(others).toEqual([]);
    expect(line?.file.onSale).toBe(onSale);
    expect(line?.dials).toEqual(dials);
    expect(line?.fans).toHaveLength(2);
    const mark = markOf(newMarkKey(), 'one');
    expect(line?.fans).toContainEqual({ fan: 'one', mark, round: 2, shard: 3, index: 1, joinedAt: now });
    const ended = [{ pass: '1.1', endedAt: 1_800_000_100_000 }];
    expect(line?.passes).toEqual([{ endsAt: 1_800_000_900_000, inUse: ['17.1'], ended, vouchers: ['17.1'] }]);
  });

  test('a house with its holds and baskets', async () => {
    const store = houseStore(running.dynamo, 'Houses');
    await store.openHouse({ performance: 'night', plan: plan.id, sections: { row: plan.seats }, onSales: [onSale] });
    await store.openRules(onSale, { seatsPerFan: 4, holdMinutes: 8 });
    const asker = { onSale, fan: 'one', performance: 'night' };
    const ask: HouseAsk = {
      ask: 'hold',
      ...asker,
      id: holdId(asker, 'key'),
      hold: holdId(asker, 'key'),
      wish: { best: { count: 3 } },
      askedAt: now,
    };
    const books = houseBooks(store, async <File>() => plan as File);
    const memory = new HouseMemory();
    await allocateSeats({ store, books, memory, tell: async () => undefined }, [ask], now);
    const file = { id: 'night', plan: plan.id, onSales: [{ id: onSale, seatsPerFan: 4, holdMinutes: 8 }] };
    const texts = new Map([
      [published.performance('night'), JSON.stringify(file satisfies Partial<PerformanceFile>)],
      [published.plan(plan.id), JSON.stringify(plan)],
    ]);
    const { houses, baskets } = housesOf(await items(running.client, 'Houses'), texts);
    expect(houses).toHaveLength(1);
    expect(houses[0]).toMatchObject({ performance: 'night', seatsPerFan: { friends: 4 }, plan: { seats: plan.seats } });
    const [section] = houses[0]?.sections ?? [];
    expect(section).toMatchObject({ section: 'row', seats: plan.seats, blocked: [] });
    expect(section?.records).toMatchObject([{ hold: ask.id, sold: false, lapsesAt: now + 480_000, total: 3 }]);
    expect(section?.records[0]?.seats).toHaveLength(3);
    // By a limit that staff turned up for a while, a fan may have got more.
    const turn = { key: 'key-of-a-turn', act: 'limit', by: 'ops@example.org', reason: 'why', turnedAt: now };
    const asked = JSON.stringify([['seatsPerFan', 9]]);
    await store.writeLevers({ onSale, version: 1, stopped: [], seatsPerFan: 2, turns: [{ ...turn, asked }] });
    const [after] = housesOf(await items(running.client, 'Houses'), texts).houses;
    expect(after?.seatsPerFan).toEqual({ friends: 9 });
    expect(baskets).toEqual([{ onSale, fan: 'one', entries: [{ hold: ask.id, performance: 'night', state: 'held' }] }]);
  });

  test('an order with its tickets', async () => {
    const seat = { id: 'A-1', label: 'A 1', category: 'a', price: 2500 };
    const order: OrderRecord = {
      id: 'order-00000000000001',
      version: 1,
      movedAt: now,
      onSale,
      fan: 'one',
      pass: '1',
      fingerprint: 'f',
      state: 'unpaid',
      items: [{ hold: 'hold', performance: 'night', title: 'T', startsAt: now, venue: 'V', seats: [seat] }],
      outcomes: {},
      changes: {},
      history: [],
      heldUntil: now,
      currency: 'GBP',
      timeZone: 'Europe/London',
      buyer: { name: 'A', email: 'a@example.org' },
      payment: { method: 'box-office', state: 'undecided' },
      tickets: [],
      placedAt: now,
    };
    const store = orderStore(running.dynamo, 'Orders');
    await store.put(order);
    const payment = { method: 'box-office', state: 'promised' } as const;
    const tickets = [{ id: 't', performance: 'night', seat: 'A-1', code: 't1' }];
    await store.write({ ...order, version: 2, state: 'confirmed', payment, outcomes: { hold: 'sold' }, tickets });
    expect(ordersOf(await items(running.client, 'Orders'))).toEqual([
      {
        order: order.id,
        fan: 'one',
        state: 'confirmed',
        method: 'box-office',
        payment: 'promised',
        lines: [{ hold: 'hold', performance: 'night', outcome: 'sold', seats: [{ id: 'A-1', price: 2500 }] }],
        tickets: [{ id: 't', performance: 'night', seat: 'A-1' }],
      },
    ]);
  });
});
