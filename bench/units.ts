import { randomBytes } from 'node:crypto';
import type { HouseAsk } from '../contracts/house.ts';
import type { LineOpening } from '../contracts/line-operation.ts';
import type { Plan } from '../contracts/plan.ts';
import { memberAt } from '../examples/roster.ts';
import { allocateSeats } from '../lambdas/seating/allocate/allocate-seats.ts';
import { pulsesOf } from '../lambdas/seating/allocate/pulse.ts';
import { holdId } from '../lambdas/seating/house/hold-id.ts';
import { houseStore } from '../lambdas/seating/house/house.store.ts';
import { houseBooks } from '../lambdas/seating/house/house-books.ts';
import { HouseMemory } from '../lambdas/seating/house/house-memory.ts';
import { roundStore } from '../lambdas/waiting-room/draw/round.store.ts';
import { joinLine } from '../lambdas/waiting-room/entry/join-line.ts';
import { loadRoster } from '../lambdas/waiting-room/entry/load-roster.ts';
import { lineStore } from '../lambdas/waiting-room/line/line.store.ts';
import { lineKeys } from '../lambdas/waiting-room/line/line-keys.ts';
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

async function joinUnits(): Promise<readonly Measure[]> {
  const table = await openMeteredTable('Lines');
  const lines = lineStore(table.client, table.name);
  const fans = fanStore(table.client, table.name);
  const keys = lineKeys(randomBytes(32).toString('hex'));
  const now = Date.now();
  const opening: LineOpening = {
    onSale,
    title: 'Bench',
    opensAt: now + 3_600_000,
    closesAt: now + 7_200_000,
    entry: 'members',
    roster: onSale,
    audience: 10_000,
    dials: { shopping: 600, perMinute: 600, paused: false, passMinutes: 15, claimMinutes: 5 },
  };
  await openLine({ lines, keys, files: { write: async () => undefined } }, opening, now);
  const members = Array.from({ length: joins + 1 }, (_, n) => memberAt(n, 1));
  await loadRoster({ fans, keys }, { roster: onSale, members });

  const deps = {
    lines: rememberLines(lines),
    rounds: roundStore(table.client, table.name),
    fans,
    keys,
    random: Math.random,
  };
  const join = async (n: number) => {
    const member = members[n];
    if (!member) throw new Error(`There is no member ${n}`);
    const joined = await joinLine(deps, { onSale, request: { entry: 'members', ...member } }, now);
    if (!joined.ok) throw new Error(`The bench's own member was refused: ${joined.refusal}`);
  };
  // The first join reads the line, which the next thousand a second remember.
  await join(joins);
  table.spent();
  for (let n = 0; n < joins; n += 1) await join(n);
  const first = table.spent();
  for (let n = 0; n < joins; n += 1) await join(n);
  const again = table.spent();
  await table.stop();
  const how = `${joins} members, warm`;
  return [
    { name: 'a join: write units', value: first.write / joins, unit: 'units', aim: { atMost: 2 }, how },
    { name: 'a join: read units', value: first.read / joins, unit: 'units', aim: { atMost: 1 }, how },
    { name: 'a join: database calls', value: first.calls / joins, unit: 'calls', how },
    { name: 'a second join: write units', value: again.write / joins, unit: 'units', aim: { atMost: 0 }, how },
  ];
}

/** Holds in one section when measured: a house in the middle of its on-sale. */
const holdsBefore = 200;
const batches = 10;
const fullBatch = 10;

async function holdUnits(): Promise<readonly Measure[]> {
  const table = await openMeteredTable('Houses');
  const store = houseStore(table.client, table.name);
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
