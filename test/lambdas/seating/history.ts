import type { HouseAsk, HouseOutcome } from '../../../contracts/house.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { type Allocator, allocateSeats } from '../../../lambdas/seating/allocate/allocate-seats.ts';
import { showAvailability } from '../../../lambdas/seating/ask/show-availability.ts';
import { houseTwin } from '../../../lambdas/seating/house/house.twin.ts';
import { rememberLevers } from '../../../lambdas/seating/house/house-books.ts';
import type { HouseStore } from '../../../lambdas/seating/house/house-store.ts';
import { sold } from '../../../lambdas/seating/house/section-codec.ts';
import { through } from '../../interrupted.ts';
import { change, liveRecords, minute, noon, openStage } from './small-stage.ts';

/*
 * A history: the queue of each performance hands out batches, again and again until they are done. Several allocators
 * work on them, also two on one house, as when a batch's visibility ran out while the first was merely slow. Every call
 * to the table waits until chance picks it. Chance may kill the allocator before the call or after it, or leave its
 * calls on their way. After each write every invariant is checked.
 */

export interface HistoryOptions {
  readonly plan: Plan;
  readonly performances: readonly string[];
  readonly asks: readonly HouseAsk[];
  readonly seatsPerFan: number;
  readonly holdMinutes: number;
  /** Numbers from 0 up to but not 1. */
  readonly chance: () => number;
  /** The change that an order asks for once it heard what it has; undefined: nothing more. */
  readonly change?: (sale: Sale, chance: () => number) => readonly string[] | undefined;
  /** Wraps the table: a test takes a guard away here. */
  readonly spoil?: (store: HouseStore) => HouseStore;
}

/** The seats that an order heard that it has with one hold. */
export interface Sale extends Pick<HouseOutcome, 'order' | 'hold' | 'fan' | 'performance'> {
  readonly seats: readonly string[];
  /** Changes asked for so far. */
  readonly changes: number;
  /** The last of them was not answered yet. */
  readonly changing: boolean;
  /** The seats that the answer to each change named; to the sale itself, 0. */
  readonly answers: ReadonlyMap<number, string>;
}

interface Call {
  readonly by: number;
  readonly run: () => void;
}

interface Message {
  ask: HouseAsk;
  done: boolean;
  /** It was handed out before. */
  came?: boolean;
}

interface Delivery {
  readonly performance: string;
  readonly messages: readonly Message[];
}

export async function runHistory(options: HistoryOptions) {
  const { plan, performances, asks, seatsPerFan, holdMinutes, chance } = options;
  const calls: Call[] = [];
  const dead = new Set<number>();
  let calm = false;
  let by = 0;
  let now = noon;

  const table = houseTwin();
  const stage = await openStage(plan, { seatsPerFan, holdMinutes, performances: [...performances], store: table });
  /** The store through which a call came tells who calls. */
  const storeOf = (worker: number): HouseStore =>
    through(
      options.spoil?.(table) ?? table,
      (call) =>
        new Promise((resolve) => {
          calls.push({ by: worker, run: () => resolve(call()) });
        }),
    );

  const queues = new Map(
    performances.map((performance) => [
      performance,
      asks.filter((ask) => ask.performance === performance).map((ask): Message => ({ ask, done: false })),
    ]),
  );
  const latest = new Map<string, Delivery>();
  const warm: Allocator[] = [];
  const running = new Map<number, Delivery>();

  const deliver = (performance: string) => {
    const messages = (queues.get(performance) ?? [])
      .filter(({ done }) => !done)
      .slice(0, 1 + Math.floor(chance() * 10));
    if (messages.length === 0) return;
    // A fan asks, and the queue hands it out soon: what waits too long is another test's.
    for (const message of messages) message.ask = message.came ? message.ask : askedNow(message.ask, now);
    for (const message of messages) message.came = true;
    const delivery = { performance, messages };
    const worker = ++by;
    latest.set(performance, delivery);
    running.set(worker, delivery);
    // Warm with the memory of an earlier one, or started cold.
    const allocator = { ...stage.newAllocator(storeOf(worker)), ...pickMemory() };
    warm.push(allocator);
    void allocateSeats(
      allocator,
      messages.map(({ ask }) => ask),
      now,
    ).then(({ decisions }) => {
      running.delete(worker);
      // A receipt that is no longer the newest deletes nothing.
      if (latest.get(performance) !== delivery) return;
      for (const message of messages.slice(0, decisions.length)) message.done = true;
    });
  };
  const pickMemory = () => {
    const from = chance() < 0.6 ? warm[Math.floor(chance() * warm.length)] : undefined;
    return from ? { memory: from.memory } : {};
  };

  const breaches: string[] = [];
  const sales = new Map<string, Sale>();
  let heard = 0;
  /** As ordering does: it asks for changes of its seats, one after the other. The message may come twice. */
  const hear = () => {
    for (; heard < stage.told.length; heard++) {
      const said = stage.told[heard] as HouseOutcome;
      const { sale, breach } = afterOutcome(sales.get(`${said.order} ${said.hold}`), said);
      if (breach) breaches.push(breach);
      if (!sale) continue;
      const to = sale.changing || calm ? undefined : options.change?.(sale, chance);
      const next = to ? { ...sale, changes: sale.changes + 1, changing: true } : sale;
      sales.set(`${said.order} ${said.hold}`, next);
      if (!to) continue;
      const ask = change(sale, next.changes, sale.seats, to);
      const queue = queues.get(sale.performance);
      for (let times = chance() < 0.3 ? 2 : 1; times > 0; times--) queue?.push({ ask, done: false });
    }
  };
  const audit = async () => {
    hear();
    breaches.push(...(await auditHouses(table, options, [...sales.values()], now)));
  };

  for (let step = 0; ; step++) {
    if (step > 3000) calm = true;
    if (step > 30_000) throw new Error('The history does not end');
    await new Promise((done) => setImmediate(done));
    for (const performance of performances) {
      const busy = [...running.values()].some((delivery) => delivery.performance === performance);
      if (!busy || (!calm && chance() < 0.02)) deliver(performance);
    }
    if (!calm && chance() < 0.02) now += Math.floor(chance() * 4 * minute);
    const [call] = calls.length > 0 ? calls.splice(Math.floor(chance() * calls.length), 1) : [];
    if (!call) {
      hear();
      if (running.size === 0 && [...queues.values()].flat().every(({ done }) => done)) break;
      continue;
    }
    if (!calm && !dead.has(call.by) && chance() < 0.03) {
      // It dies here: this call may still arrive, and so may others that are on their way.
      dead.add(call.by);
      running.delete(call.by);
    }
    if (dead.has(call.by) && chance() < 0.5) continue;
    call.run();
    await audit();
  }
  await audit();
  return { stage, now, breaches, sales, deaths: dead.size, workers: by };
}

const askedNow = (ask: HouseAsk, now: number): HouseAsk => (ask.ask === 'hold' ? { ...ask, askedAt: now } : ask);

/** The seats of an order after the house said this; a breach if the house said otherwise before. */
function afterOutcome(sale: Sale | undefined, said: HouseOutcome): { readonly sale?: Sale; readonly breach?: string } {
  const { outcome, order, hold, fan, performance, seats, change: number } = said;
  if (outcome === 'lost') return sale ? { breach: `S5 ${hold} was sold to ${order} and then lost` } : {};
  // One that was believed dead may say late what another has said before; but it must say the same.
  const told = sale?.answers.get(outcome === 'sold' ? 0 : (number ?? 0));
  if (told !== undefined)
    return told === seats.join() ? {} : { breach: `S5 change ${number} of ${hold} was told two ways` };
  if (outcome === 'sold') {
    const answers = new Map([[0, seats.join()]]);
    return { sale: { order, hold, fan, performance, seats, changes: 0, changing: false, answers } };
  }
  if (!sale || number === undefined || number > sale.changes)
    return { breach: `S5 a change ${number} of ${hold} that nobody asked for` };
  return { sale: { ...sale, seats, changing: false, answers: new Map(sale.answers).set(number, seats.join()) } };
}

/** A line for each breach: a seat held twice, outside the plan, over the limit, or sold and then not. */
async function auditHouses(
  table: HouseStore,
  { plan, performances, asks, seatsPerFan }: HistoryOptions,
  sales: readonly Sale[],
  now: number,
): Promise<readonly string[]> {
  const breaches: string[] = [];
  const fanOf = new Map(asks.flatMap((ask) => (ask.ask === 'extend' ? [] : [[ask.hold, ask.fan] as const])));
  const seatsOf = new Map<string, number>();
  const countedOf = new Map<string, number>();
  const soldTo = new Map<string, string>();
  for (const performance of performances) {
    const owner = new Map<string, string>();
    for (const { section, record } of await liveRecords(table, performance, now)) {
      const fan = fanOf.get(record.hold);
      if (!fan) breaches.push(`${record.hold} is nobody's hold`);
      // A move across sections lies in the old and the new ones until it is done; it counts once.
      const before = countedOf.get(record.hold) ?? 0;
      const counts = Math.min(record.seats.length, record.total - before);
      countedOf.set(record.hold, before + counts);
      seatsOf.set(fan ?? '?', (seatsOf.get(fan ?? '?') ?? 0) + counts);
      for (const seat of record.seats) {
        const name = `${performance} ${section} ${seat}`;
        if (owner.has(name)) breaches.push(`S1 ${name} is held by ${owner.get(name)} and ${record.hold}`);
        owner.set(name, record.hold);
        const { id } = plan.sections.find((one) => one.id === section)?.rows.flatMap((row) => row.seats)[seat] ?? {};
        if (record.lapsesAt === sold) soldTo.set(`${performance} ${id}`, record.hold);
        if (seat >= (plan.sections.find(({ id }) => id === section)?.rows.flatMap((row) => row.seats).length ?? 0))
          breaches.push(`S6 ${name} is not in the plan`);
      }
    }
    const shown = await showAvailability({ store: table, books: { levers: rememberLevers(table) } }, performance, now);
    const free = Object.values(shown.ok ? shown.availability.sections : {}).reduce((sum, one) => sum + one.free, 0);
    if (free + owner.size !== plan.seats) breaches.push(`S6 ${free} free and ${owner.size} taken of ${plan.seats}`);
  }
  for (const { performance, seats, hold, changing } of sales)
    for (const seat of changing ? [] : seats)
      if (soldTo.get(`${performance} ${seat}`) !== hold) breaches.push(`S1 ${seat} was sold with ${hold} and is not`);
  for (const [fan, seats] of seatsOf) if (seats > seatsPerFan) breaches.push(`S4 ${fan} has ${seats} seats`);
  return breaches;
}
