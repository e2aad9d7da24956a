import { randomBytes } from 'node:crypto';
import type { HouseAsk } from '../contracts/house.ts';
import type { EntryKind } from '../contracts/line.ts';
import type { LineOpening } from '../contracts/line-operation.ts';
import type { JoinRequest } from '../contracts/line-requests.ts';
import type { Plan } from '../contracts/plan.ts';
import { memberAt } from '../examples/roster.ts';
import { allocateSeats } from '../lambdas/seating/allocate/allocate-seats.ts';
import { pulsesOf } from '../lambdas/seating/allocate/pulse.ts';
import { holdId } from '../lambdas/seating/house/hold-id.ts';
import { houseStore } from '../lambdas/seating/house/house.store.ts';
import { houseBooks } from '../lambdas/seating/house/house-books.ts';
import { HouseMemory } from '../lambdas/seating/house/house-memory.ts';
import { rollStore } from '../lambdas/waiting-room/draw/roll.store.ts';
import { linkOf } from '../lambdas/waiting-room/entry/invite-link.ts';
import { joinLine } from '../lambdas/waiting-room/entry/join-line.ts';
import { loadRoster } from '../lambdas/waiting-room/entry/load-roster.ts';
import { OwnShards } from '../lambdas/waiting-room/entry/own-shards.ts';
import { challengeFor } from '../lambdas/waiting-room/entry/proof-of-work.ts';
import { solveWork } from '../lambdas/waiting-room/entry/solve-work.ts';
import type { GrowingFiles } from '../lambdas/waiting-room/line/growing-files.ts';
import { lineStore } from '../lambdas/waiting-room/line/line.store.ts';
import { lineKeys } from '../lambdas/waiting-room/line/line-keys.ts';
import { lobbyShards } from '../lambdas/waiting-room/line/line-sizes.ts';
import { markStore } from '../lambdas/waiting-room/line/mark.store.ts';
import { markKeyBytes, rememberMarks } from '../lambdas/waiting-room/line/marks.ts';
import { rememberLines } from '../lambdas/waiting-room/line/remembered-lines.ts';
import { openLine } from '../lambdas/waiting-room/opening/open-line.ts';
import { fanStore } from '../lambdas/waiting-room/place/fan.store.ts';
import type { Measure } from './measure.ts';
import { openMeteredTable } from './metered-table.gateway.ts';

/*
 * Database units of the two acts that everyone does at nine, by the engine's own count: the real use
 * cases over the real stores, warm as they are in the rush.
 */

const onSale = 'bench';
const performance = 'bench-night';
const joins = 200;

export async function benchUnits(): Promise<readonly Measure[]> {
  return [...(await joinUnits()), ...(await holdUnits())];
}

/** Who comes: the three ways to enter a line. */
type Joining = { readonly entry: EntryKind; readonly request: (n: number) => JoinRequest };

async function joinUnits(): Promise<readonly Measure[]> {
  const keys = lineKeys(randomBytes(32).toString('hex'));
  const now = Date.now();
  const members = Array.from({ length: 2 * joins + 1 }, (_, n) => memberAt(n, 1));
  const expiresAt = (Math.floor(now / 1000) + 3600) * 1000;
  const visitor = (n: number) => `visitor-${n}`.padEnd(22, '_');
  const ways: readonly Joining[] = [
    { entry: 'members', request: (n) => ({ entry: 'members', ...(members[n] as (typeof members)[number]) }) },
    {
      entry: 'email',
      request: (n) => ({
        entry: 'email',
        link: linkOf(keys, { onSale, mailbox: `mailbox-${n}`.padEnd(43, '_'), expiresAt }),
      }),
    },
    {
      entry: 'open',
      request(n) {
        const terms = { effort: 1, salt: '0'.repeat(24), fraction: 0 };
        const work = solveWork(challengeFor(keys.work, { onSale, visitor: visitor(n) }, terms, now));
        return { entry: 'open', visitor: visitor(n), work };
      },
    },
  ];
  const measures: Measure[] = [];
  for (const way of ways) measures.push(...(await unitsOf(way, keys, members, now)));
  return measures;
}

/**
 * Of a line whose offered shards are full already, as they are a moment after the rush began: the dearer half of it. A
 * handler finds one full, and then fills shards of its own.
 */
async function unitsOf(
  { entry, request }: Joining,
  keys: ReturnType<typeof lineKeys>,
  members: readonly ReturnType<typeof memberAt>[],
  now: number,
): Promise<readonly Measure[]> {
  const table = await openMeteredTable('Lines');
  const lines = lineStore(table.dynamo, table.name);
  const fans = fanStore(table.dynamo, table.name);
  const marks = markStore(table.dynamo, table.name);
  const rolls = rollStore(table.dynamo, table.name);
  const opening: LineOpening = {
    onSale,
    title: 'Bench',
    opensAt: now + 3_600_000,
    closesAt: now + 7_200_000,
    entry,
    ...(entry === 'members' && { roster: onSale }),
    audience: 10_000,
    dials: { shopping: 600, perMinute: 600, paused: false, passMinutes: 15, claimMinutes: 5 },
  };
  await openLine({ lines, marks, keys, files: nowhere, newMarkKey: () => randomBytes(markKeyBytes) }, opening, now);
  if (entry === 'members') await loadRoster({ fans, keys }, { roster: onSale, members: [...members] });
  let refused = 0;
  const deps = {
    ...{ lines: rememberLines(lines), fans, keys, marks: rememberMarks(marks), random: Math.random },
    shards: new OwnShards(),
    rolls: {
      ...rolls,
      async append(...given: Parameters<typeof rolls.append>) {
        const appended = await rolls.append(...given);
        if (appended.how !== 'appended') refused += 1;
        return appended;
      },
    },
  };
  const join = async (n: number) => {
    const joined = await joinLine(deps, { onSale, request: request(n) }, now);
    if (!joined.ok) throw new Error(`The bench's own fan was refused: ${joined.refusal}`);
  };
  // The first join reads the line and its key, which the next thousand a second remember.
  await join(2 * joins);
  table.spent();
  for (let n = 0; n < joins; n += 1) await join(n);
  const quiet = table.spent();
  // Sealed is as good as full: a join finds no room, and looks for a shard of its own.
  for (let shard = 0; shard < lobbyShards; shard += 1) await rolls.seal({ onSale, round: 0, shard });
  table.spent();
  refused = 0;
  for (let n = joins; n < 2 * joins; n += 1) await join(n);
  const rush = table.spent();
  for (let n = 0; n < joins; n += 1) await join(n);
  const again = table.spent();
  await table.stop();
  // A refused write has cost a unit, which the engine does not say, and then a read, which DynamoDB does not need.
  const write = Math.max(quiet.write, rush.write + refused) / joins;
  const read = Math.max(quiet.read, rush.read - refused) / joins;
  const how = `${joins} of them, warm: before the offered shards are full, and after; the dearer`;
  const name = `a join (${entry})`;
  return [
    { name: `${name}: write units`, value: write, unit: 'units', aim: { atMost: 2.05 }, how },
    { name: `${name}: read units`, value: read, unit: 'units', aim: { atMost: 1.03 }, how },
    { name: `${name}: database calls`, value: quiet.calls / joins, unit: 'calls', how },
    {
      name: `a second ${name.slice(2)}: write units`,
      value: again.write / joins,
      unit: 'units',
      aim: { atMost: 0 },
      how,
    },
    { name: `a second ${name.slice(2)}: read units`, value: again.read / joins, unit: 'units', how },
  ];
}

/** What is published is no matter here. */
const nowhere: GrowingFiles = {
  write: async () => undefined,
  readTagged: async () => undefined,
  writeIf: async () => ({ ok: true, tag: '' }),
};

/** Holds in one section when measured: a house in the middle of its on-sale. */
const holdsBefore = 200;
const batches = 10;
const fullBatch = 10;

async function holdUnits(): Promise<readonly Measure[]> {
  const table = await openMeteredTable('Houses');
  const store = houseStore(table.dynamo, table.name);
  const plan = oneSection(1000);
  await store.openHouse({ performance, plan: plan.id, sections: { stalls: plan.seats }, onSales: [onSale] });
  await store.openRules(onSale, { seatsPerFan: 8, holdMinutes: 8 });
  const allocator = {
    store,
    books: houseBooks(store, async <File>() => plan as File),
    memory: new HouseMemory(),
    tell: async () => undefined,
  };
  const now = Date.now();
  let fan = 0;
  const hold = async () => {
    const asks = Array.from({ length: fullBatch }, (): HouseAsk => {
      fan += 1;
      const asker = { onSale, fan: `fan-${fan}`.padEnd(43, '-'), performance };
      const hold = holdId(asker, `${fan}`);
      return { ask: 'hold', ...asker, id: hold, hold, wish: { best: { count: 3 } }, askedAt: now };
    });
    const { decisions } = await allocateSeats(allocator, asks, now);
    if (decisions.length !== fullBatch) throw new Error(`Of ${fullBatch} asks ${decisions.length} were answered`);
    // As the handler does after each batch.
    for (const { key, pulse } of pulsesOf(performance, asks, decisions, now)) await store.addPulse(key, pulse);
  };
  for (let n = 0; n < holdsBefore / fullBatch; n += 1) await hold();
  table.spent();
  for (let n = 0; n < batches; n += 1) await hold();
  const spent = table.spent();
  await table.stop();
  const holds = batches * fullBatch;
  const how = `batches of ${fullBatch}, holds ${holdsBefore} to ${holdsBefore + holds} of one section`;
  return [
    { name: 'a three-seat hold: write units', value: spent.write / holds, unit: 'units', aim: { atMost: 2 }, how },
    { name: 'a three-seat hold: read units', value: spent.read / holds, unit: 'units', how },
    { name: 'a three-seat hold: database calls', value: spent.calls / holds, unit: 'calls', how },
  ];
}

/** A plan of one section with rows of 25 seats. */
function oneSection(seats: number): Plan {
  return {
    v: 1,
    id: 'bench-000000000000',
    name: 'Bench',
    width: 30,
    height: 50,
    focalPoint: { x: 13, y: 0 },
    categories: [{ id: 'a', name: 'A', color: '#000000' }],
    scenery: [],
    seats,
    sections: [
      {
        id: 'stalls',
        name: 'Stalls',
        kind: 'seated',
        neighbours: [],
        rows: Array.from({ length: seats / 25 }, (_, y) => ({
          label: `${y + 1}`,
          seats: Array.from({ length: 25 }, (_, x) => ({
            id: `stalls-${y + 1}-${x + 1}`,
            number: `${x + 1}`,
            x: x + 1,
            y: y + 5,
            category: 'a',
          })),
        })),
      },
    ],
  };
}
