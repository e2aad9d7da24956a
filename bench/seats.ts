import { setTimeout as wait } from 'node:timers/promises';
import type { HouseAsk } from '../contracts/house.ts';
import type { Plan } from '../contracts/plan.ts';
import { generators } from '../examples/plans/generate.ts';
import { readPlan } from '../lambdas/catalogue/read-plan.ts';
import { fixedKeys } from '../lambdas/foundation/keys.ts';
import { makeSigned } from '../lambdas/foundation/signing.ts';
import { allocateSeats } from '../lambdas/seating/allocate/allocate-seats.ts';
import { pulsesOf } from '../lambdas/seating/allocate/pulse.ts';
import { showHold } from '../lambdas/seating/ask/show-hold.ts';
import { holdId } from '../lambdas/seating/house/hold-id.ts';
import { houseStore } from '../lambdas/seating/house/house.store.ts';
import { houseBooks } from '../lambdas/seating/house/house-books.ts';
import { HouseMemory } from '../lambdas/seating/house/house-memory.ts';
import { indexPlan } from '../lambdas/seating/plan/plan-index.ts';
import { startAmazons } from './engine.gateway.ts';
import { type Measure, median } from './measure.ts';
import { type MeteredTable, openMeteredTable, type Units } from './metered-table.gateway.ts';
import { seatRows } from './seat-rows.gateway.ts';
import { shop } from './seat-rows.ts';
import { prices } from './waiting-cost.ts';

/*
 * Three seats for each of 300 parties in one performance of a theatre of 1,300, 32 parties at a time, on Amazon's own
 * engine. Our allocator decides them in batches as its queue hands them out. A shop with a row a seat takes them in a
 * transaction a party. All in one run on one engine, in turns. The shop answers with the request, and our fans look for
 * the answer in another one. So ours is measured as its decisions, and once more with a look a fan.
 */

const onSale = 'bench';
const parties = 300;
const warmUp = 200;
const inFlight = 32;
const count = 3;
const limit = 8;
const fullBatch = 10;
const rounds = 9;

/**
 * A transaction's writes cost two units each for every KB or part of one. It writes three seats, the hold and the fan's
 * count. So AWS bills them; DynamoDB Local says 4 whatever their number.
 */
const transactionUnits = 2 * (count + 2);

/** A basket that is not there yet costs a unit to read for certain; DynamoDB Local counts none. */
const emptyBasketUnits = 1;

interface BenchRun {
  readonly holdsASecond: number;
  /** A hold. */
  readonly write: number;
  readonly read: number;
  /** Writes tried for each that was taken. */
  readonly tries: number;
}

export async function benchSeats(say: (line: string) => void): Promise<readonly Measure[]> {
  const engine = await startAmazons();
  try {
    const table = await openMeteredTable('Houses', engine);
    const rows = await openMeteredTable('Seats', engine);
    const plan = theatre();
    const designs = {
      ours: (night: string, fans: number) => ours(table, plan, night, fans, false),
      looked: (night: string, fans: number) => ours(table, plan, night, fans, true),
      best: (night: string, fans: number) => rowASeat(rows, plan, night, fans, 1),
      drawn: (night: string, fans: number) => rowASeat(rows, plan, night, fans, 10),
    };
    const runs: Record<keyof typeof designs, BenchRun[]> = { ours: [], looked: [], best: [], drawn: [] };
    for (let round = 0; round <= rounds; round += 1)
      for (const [name, design] of Object.entries(designs) as [keyof typeof designs, typeof designs.ours][]) {
        // The first round is for the engine's and this process's compilers.
        const run = await design(`${name}-${round}`, round === 0 ? warmUp : parties);
        if (round > 0) runs[name].push(run);
        say(
          `${name}, ${round === 0 ? 'to warm up' : `round ${round}`}: ${run.holdsASecond.toFixed(0)} holds a second, ` +
            `${run.write.toFixed(2)} write units, ${run.read.toFixed(1)} read units, ${run.tries.toFixed(2)} tries`,
        );
      }
    await table.stop();
    await rows.stop();
    return measuresOf(middle(runs.ours), middle(runs.looked), middle(runs.best), middle(runs.drawn));
  } finally {
    await engine.stop();
  }
}

/** Each number's median over the rounds. */
function middle(runs: readonly BenchRun[]): BenchRun {
  const of = (name: keyof BenchRun) => median(runs.map((run) => run[name]));
  return { holdsASecond: of('holdsASecond'), write: of('write'), read: of('read'), tries: of('tries') };
}

function measuresOf(own: BenchRun, looked: BenchRun, best: BenchRun, drawn: BenchRun): readonly Measure[] {
  const quicker = best.holdsASecond > drawn.holdsASecond ? best : drawn;
  const how = `${parties} parties of ${count} in one performance, ${inFlight} at a time, DynamoDB Local`;
  const measure = (name: string, value: number, unit: string, more: Partial<Measure> = {}): Measure => ({
    name,
    value,
    unit,
    how,
    ...more,
  });
  const units = (run: BenchRun, tail: string, note: string) => [
    measure(`${tail}: holds a second`, run.holdsASecond, '/s'),
    measure(`${tail}: write units a hold`, run.write, 'units', { how: note }),
    measure(`${tail}: read units a hold`, run.read, 'units', { how: note }),
  ];
  const refused = (run: BenchRun) =>
    `${run.tries.toFixed(2)} transactions a hold; those refused cost too, and are not counted`;
  return [
    ...units(own, 'seats, ours', 'batches of ten, the pulse included'),
    ...units(looked, 'seats, ours, each fan looking for the answer', 'and the read with which a fan finds it'),
    ...units(best, 'seats, a row each, the very best', refused(best)),
    ...units(drawn, 'seats, a row each, one of the ten best', refused(drawn)),
    measure('seats, ours against a row each: holds a second', own.holdsASecond / quicker.holdsASecond, 'times', {
      aim: { atLeast: 5 },
      how: 'against the quicker of the two',
    }),
    measure('seats, a row each against ours: write units', Math.min(best.write, drawn.write) / looked.write, 'times', {
      aim: { atLeast: 5 },
      how: 'transactions count double, as they are billed',
    }),
    measure(
      'seats, a row each against ours: cost of the units',
      Math.min(cost(best), cost(drawn)) / cost(looked),
      'times',
      {
        aim: { atLeast: 5 },
        how: `${(cost(looked) * 1e6).toFixed(2)} µ$ a hold for ours, each fan’s look included; its message costs 0.5 µ$ besides`,
      },
    ),
  ];
}

/** Dollars a hold, at the list price of units. */
const cost = ({ write, read }: BenchRun) => (write * prices.writeUnits + read * prices.readUnits) / 1e6;

function theatre(): Plan {
  const read = readPlan(generators.thrust(3));
  if (!read.ok) throw new Error('The plan of the bench has faults');
  return read.plan;
}

interface Party {
  readonly fan: string;
  readonly key: string;
}

/** So many parties come, 32 at a time: the next when one has its answer. Seconds that it took. */
async function inTurns(night: string, fans: number, come: (party: Party) => Promise<void>): Promise<number> {
  let next = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      // A fan's name as the waiting room makes it: 43 characters.
      for (let at = next++; at < fans; at = next++) await come({ fan: `${night}-${at}`.padEnd(43, '-'), key: `${at}` });
    }),
  );
  return (performance.now() - from) / 1000;
}

async function ours(table: MeteredTable, plan: Plan, night: string, fans: number, looking: boolean): Promise<BenchRun> {
  const store = houseStore(table.dynamo, table.name);
  const sections = Object.fromEntries(
    plan.sections.map(({ id, rows }) => [id, rows.reduce((sum, { seats }) => sum + seats.length, 0)]),
  );
  await store.openHouse({ performance: night, plan: plan.id, sections, onSales: [onSale] });
  await store.openRules(onSale, { seatsPerFan: limit, holdMinutes: 8 });
  const books = houseBooks(store, async <File>() => plan as File);
  const allocator = { store, books, memory: new HouseMemory(), tell: async () => undefined };
  const passKey = { id: 'a', secret: 'bench' };
  const slipKey = { id: 'a', secret: 'bench of slips' };
  const reader = { store, books, passKeys: fixedKeys([passKey]), slipKeys: fixedKeys([slipKey]) };

  const queue: { readonly ask: HouseAsk; readonly answered: () => void }[] = [];
  let batches = 0;
  let conflicts = 0;
  /** As the queue does for one performance: one batch at a time, in order. */
  const workOff = async () => {
    for (let batch = queue.slice(0, fullBatch); batch.length > 0; batch = queue.slice(0, fullBatch)) {
      const asks = batch.map(({ ask }) => ask);
      const done = await allocateSeats(allocator, asks, Date.now());
      if (done.fault || done.decisions.some((decision) => decision !== 'held'))
        throw new Error(`A batch of the bench came to ${done.decisions.join(', ')}`, { cause: done.fault });
      for (const { key, pulse } of pulsesOf(night, asks, done.decisions, Date.now())) await store.addPulse(key, pulse);
      batches += 1;
      conflicts += done.conflicts;
      for (const { answered } of queue.splice(0, batch.length)) answered();
    }
  };
  // House, rules and plan are read once in the life of a warm function.
  await Promise.all([books.house(night), books.rules(onSale, Date.now()), books.plan(plan.id)]);
  indexPlan(plan).sideBySide(count);
  table.spent();
  const seconds = await inTurns(night, fans, async ({ fan, key: idempotency }) => {
    const asker = { onSale, fan, performance: night };
    const id = holdId(asker, idempotency);
    const ask = { ask: 'hold', ...asker, id, hold: id, wish: { best: { count } }, askedAt: Date.now() } as const;
    await new Promise<void>((answered, failed) => {
      // The ask that finds the queue empty starts the allocator.
      if (queue.push({ ask, answered }) === 1) workOff().catch(failed);
    });
    if (!looking) return;
    const now = Date.now();
    const pass = makeSigned('p1', passKey, { o: onSale, f: fan, i: '1', x: Math.ceil(now / 1000) + 600 });
    const looked = await showHold(reader, { performance: night, hold: id, pass }, now);
    if (!looked.ok || looked.view.state !== 'held') throw new Error('A fan of the bench does not find the hold');
  });
  const spent = table.spent();
  return runOf({ ...spent, read: spent.read + emptyBasketUnits * fans }, fans, seconds, 1 + conflicts / batches);
}

async function rowASeat(
  table: MeteredTable,
  plan: Plan,
  night: string,
  fans: number,
  choices: number,
): Promise<BenchRun> {
  const rows = seatRows(table.client, table.name);
  const indexed = indexPlan(plan);
  indexed.sideBySide(count);
  await rows.fill(night, indexed);
  const seatShop = { rows, plan: indexed, performance: night, onSale: night, limit, choices };
  const full = new Set<string>();
  let tries = 0;
  table.spent();
  const seconds = await inTurns(night, fans, async ({ fan }) => {
    const shopped = await shop(
      { ...seatShop, full, random: Math.random, wait: (ms) => wait(ms) },
      { hold: fan, fan, count },
      Date.now,
    );
    if (!shopped.held) throw new Error(`A party of the bench was refused after ${shopped.tries} tries`);
    tries += shopped.tries;
  });
  return runOf({ ...table.spent(), write: transactionUnits * fans }, fans, seconds, tries / fans);
}

const runOf = ({ write, read }: Units, holds: number, seconds: number, tries: number): BenchRun => ({
  holdsASecond: holds / seconds,
  write: write / holds,
  read: read / holds,
  tries,
});
