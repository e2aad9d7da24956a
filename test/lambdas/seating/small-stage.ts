import type { HoldRequest, HouseAsk, HouseOutcome } from '../../../contracts/house.ts';
import type { Plan, PlanRow, PlanSeat, PlanSection } from '../../../contracts/plan.ts';
import { type Allocator, allocateSeats } from '../../../lambdas/seating/allocate/allocate-seats.ts';
import { isLive } from '../../../lambdas/seating/house/hold-lapses.ts';
import { houseTwin } from '../../../lambdas/seating/house/house.twin.ts';
import { houseBooks } from '../../../lambdas/seating/house/house-books.ts';
import { HouseMemory } from '../../../lambdas/seating/house/house-memory.ts';
import type { HouseStore } from '../../../lambdas/seating/house/house-store.ts';
import { decodeSection, type HoldRecord, sold } from '../../../lambdas/seating/house/section-codec.ts';

/*
 * A small house to try decisions on. Rows are drawn as text, left to right. `o` is a general seat, `w` a wheelchair
 * place, `c` a companion's seat, and `|` an aisle. `b` is a seat of the other price band, `v` a general seat whose view
 * is not whole. Seats are 1 apart, rows 2, and the focal point lies above the middle.
 */

export const noon = Date.UTC(2027, 4, 1, 12);
export const minute = 60_000;

export interface SectionDrawing {
  readonly rows: readonly string[];
  readonly neighbours?: readonly string[];
  readonly kind?: 'standing' | 'unreserved';
  /** Of its left edge. */
  readonly x?: number;
}

export function drawPlan(drawings: Readonly<Record<string, SectionDrawing>>, focalPoint = { x: 0, y: -2 }): Plan {
  const sections = Object.entries(drawings).map(([id, drawing]) => drawSection(id, drawing));
  return {
    v: 1,
    id: 'small-000000000000',
    name: 'Small',
    width: 100,
    height: 100,
    focalPoint,
    categories: [
      { id: 'a', name: 'A', color: '#aa0000' },
      { id: 'b', name: 'B', color: '#00aa00' },
    ],
    sections,
    scenery: [],
    seats: sections.reduce((sum, { rows }) => sum + rows.reduce((all, { seats }) => all + seats.length, 0), 0),
  };
}

function drawSection(id: string, { rows, neighbours = [], kind, x }: SectionDrawing): PlanSection {
  return {
    id,
    name: id[0]?.toUpperCase() + id.slice(1),
    kind: kind ?? 'seated',
    neighbours,
    rows: rows.map((drawn, row): PlanRow => {
      const label = String.fromCharCode(65 + row);
      const left = x ?? -(drawn.length - 1) / 2;
      const seats = [...drawn].flatMap((sign, column): PlanSeat[] =>
        sign === '|' ? [] : [drawSeat(`${id}-${label}`, sign, drawn, column, { x: left + column, y: row * 2 })],
      );
      return { label, seats: seats.map((seat, at) => ({ ...seat, id: `${seat.id}-${at + 1}`, number: `${at + 1}` })) };
    }),
  };
}

function drawSeat(id: string, sign: string, drawn: string, column: number, point: { x: number; y: number }): PlanSeat {
  return {
    id,
    number: '',
    ...point,
    category: sign === 'b' ? 'b' : 'a',
    ...(drawn[column - 1] === '|' && { aisle: true as const }),
    ...(sign === 'w' && { access: 'wheelchair' as const }),
    ...(sign === 'c' && { access: 'companion' as const }),
    ...(sign === 'v' && { view: 'Pillar to the left' }),
  };
}

/** One section, `stalls`, of these rows. */
export const stalls = (...rows: readonly string[]): Plan => drawPlan({ stalls: { rows } });

/** Twelve characters of base64url for a number or a word. */
export const holdName = (of: number | string): string =>
  Buffer.from(`${of}`.padStart(9, '.')).subarray(-9).toString('base64url');

export const best = (count: number, more: Omit<Extract<HoldRequest, { best: unknown }>['best'], 'count'> = {}) => ({
  best: { count, ...more },
});

export function hold(
  id: number | string,
  fan: string,
  wish: HoldRequest,
  more: { readonly performance?: string; readonly onSale?: string; readonly askedAt?: number } = {},
): Extract<HouseAsk, { ask: 'hold' }> {
  const { performance = 'evening', onSale = 'friends', askedAt = noon } = more;
  const hold = holdName(id);
  return { ask: 'hold', id: hold, performance, onSale, fan, hold, wish, askedAt };
}

export function release(id: number | string, fan: string, performance = 'evening'): HouseAsk {
  return { ask: 'release', id: holdName(id), performance, onSale: 'friends', fan, hold: holdName(id) };
}

export function sell(
  id: number | string,
  fan: string,
  seats: readonly string[],
  {
    order = 'order-1',
    performance = 'evening',
    ...more
  }: { readonly order?: string; readonly performance?: string; readonly askedAt?: number } = {},
): HouseAsk {
  const name = holdName(id);
  return {
    ask: 'sell',
    id: `${order}-${name}`,
    performance,
    onSale: 'friends',
    fan,
    hold: name,
    order,
    seats: [...seats],
    ...more,
  };
}

/** A sold hold's seats become others, or none. */
export function change(
  of: Pick<HouseOutcome, 'order' | 'hold' | 'fan' | 'performance'>,
  number: number,
  from: readonly string[],
  to: readonly string[],
): Extract<HouseAsk, { ask: 'change' }> {
  const { order, hold: name, fan, performance } = of;
  return {
    ask: 'change',
    id: `${order}-${name}-${number}`,
    performance,
    onSale: 'friends',
    fan,
    hold: name,
    order,
    change: number,
    from: [...from],
    to: [...to],
  };
}

/** `until` in milliseconds since the epoch. */
export function extend(fan: string, lapsesAt: number, performance = 'evening'): HouseAsk {
  return { ask: 'extend', id: `${fan}-${lapsesAt}`, performance, onSale: 'friends', fan, lapsesAt: lapsesAt };
}

/** The bank of an order asks its buyer, since `askedAt`: milliseconds since the epoch. */
export function awaitBank(id: number | string, fan: string, askedAt: number, order = 'order-1'): HouseAsk {
  const name = holdName(id);
  const who = { performance: 'evening', onSale: 'friends', fan, hold: name, order };
  return { ask: 'await-bank', id: `${order}-${name}-bank`, ...who, askedAt };
}

/** A house or several of one plan, in one on-sale, with as many allocators as are asked for. */
export async function openStage(
  plan: Plan,
  { seatsPerFan = 6, holdMinutes = 10, performances = ['evening'], store = houseTwin() as HouseStore } = {},
) {
  const read = async <File>(path: string) => (path.includes(plan.id) ? (plan as File) : undefined);
  await store.openRules('friends', { seatsPerFan, holdMinutes });
  const sections = Object.fromEntries(
    plan.sections.map(({ id, rows }) => [id, rows.flatMap((row) => row.seats).length]),
  );
  for (const performance of performances)
    await store.openHouse({ performance, plan: plan.id, sections, onSales: ['friends'] });
  const told: HouseOutcome[] = [];
  const newAllocator = (through: HouseStore = store): Allocator => ({
    store: through,
    books: houseBooks(through, read),
    memory: new HouseMemory(),
    tell: async (outcomes) => {
      told.push(...outcomes);
    },
  });
  const allocator = newAllocator();
  return {
    store,
    plan,
    told,
    newAllocator,
    books: houseBooks(store, read),
    /** Works the asks off ten at a time, as the queue hands them out; throws if any is left. */
    async ask(asks: readonly HouseAsk[], now = noon, by = allocator) {
      const answers = [];
      for (let from = 0; from < asks.length; from += 10) {
        const done = await allocateSeats(by, asks.slice(from, from + 10), now);
        if (done.fault) throw done.fault;
        answers.push(...done.decisions);
      }
      return answers;
    },
    /** Ids of seats by hold, live at this time. */
    async held(now = noon, performance = 'evening') {
      const records = await liveRecords(store, performance, now);
      const names = new Map<string, string[]>();
      for (const { section, record } of records) {
        const seats = plan.sections.find(({ id }) => id === section)?.rows.flatMap((row) => row.seats) ?? [];
        const ids = record.seats.map((index) => seats[index]?.id ?? '?');
        names.set(record.hold, [...(names.get(record.hold) ?? []), ...ids]);
      }
      return names;
    },
    async entry(id: number | string, fan: string) {
      const { entries } = await store.basket({ onSale: 'friends', fan });
      return entries.find((entry) => entry.hold === holdName(id));
    },
  };
}

export async function liveRecords(store: Pick<HouseStore, 'wholeHouse'>, performance: string, now: number) {
  const whole = await store.wholeHouse(performance, 'latest');
  return (whole?.sections ?? []).flatMap(({ section, data }) =>
    decodeSection(data)
      .records.filter((record) => isLive(record, now))
      .map((record): { section: string; record: HoldRecord; sold: boolean } => ({
        section,
        record,
        sold: record.lapsesAt === sold,
      })),
  );
}
