import { describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../../../contracts/catalogue.ts';
import { published } from '../../../../contracts/paths.ts';
import { sold } from '../../../../lambdas/seating/house/section-codec.ts';
import { bandsOfSeats, dateBooks, dateLeft } from '../../../../lambdas/seating/stock/date-left.ts';
import { SeatCounter } from '../../../../lambdas/seating/stock/seat-counter.ts';
import { best, drawPlan, hold, minute, noon, openStage } from '../small-stage.ts';

/** Twenty general seats: ten of the dear band, ten of the other. And one wheelchair place with its companion's seat. */
const plan = drawPlan({ stalls: { rows: ['oooooooooowc'] }, circle: { rows: ['bbbbbbbbbb'] } });
const house = { sections: { stalls: 12, circle: 10 } };
const prices = { a: 4500, b: 2500 };
const bands = bandsOfSeats(plan);
const seats = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

type Taken = Readonly<Record<string, { readonly blocked?: readonly number[]; readonly holds?: readonly Hold[] }>>;
type Hold = { readonly lapsesAt: number; readonly seats: readonly number[] };
const left = (taken: Taken, now = noon) =>
  dateLeft(
    house,
    bands,
    prices,
    (section) => taken[section] && { blocked: taken[section].blocked ?? [], holds: taken[section].holds ?? [] },
    now,
  );
const soldSeats = (from: number, to: number): Hold => ({ lapsesAt: sold, seats: seats(from, to) });

describe('how full a performance is', () => {
  test('is plenty before anybody asked, with the lowest price of all', () => {
    expect(left({})).toEqual({ left: 'plenty' });
  });

  test('the lowest price that is left is told once the cheaper seats are gone, and no more when they come back', () => {
    const held = { lapsesAt: noon + minute, seats: seats(5, 10) };
    const taken = { circle: { holds: [soldSeats(0, 5), held] } };
    expect(left(taken)).toEqual({ left: 'few', from: 4500 });
    expect(left(taken, noon + minute)).toEqual({ left: 'plenty' });
  });

  test('wheelchair places are nobody else’s: a house with nothing else is full, and says so', () => {
    const circle = { holds: [soldSeats(0, 10)] };
    expect(left({ circle, stalls: { holds: [soldSeats(0, 10)] } })).toEqual({ left: 'none', access: true });
    expect(left({ circle, stalls: { holds: [soldSeats(0, 12)] } })).toEqual({ left: 'none' });
  });

  test('seats in baskets may come back; seats that are set aside do not count', () => {
    const stalls = { blocked: seats(0, 12) };
    const held = { lapsesAt: noon + minute, seats: seats(0, 10) };
    expect(left({ stalls, circle: { holds: [held] } })).toEqual({ left: 'baskets' });
    expect(left({ stalls, circle: { holds: [soldSeats(0, 10)] } })).toEqual({ left: 'none' });
  });
});

test('a counter tells it of each date of an on-sale by its last count, and reads plan and prices once', async () => {
  const { store, ask } = await openStage(plan, { performances: ['evening', 'matinee'], seatsPerFan: 10 });
  const reads: string[] = [];
  const files = new Map<string, unknown>([
    [published.plan(plan.id), plan],
    [published.performance('evening'), { prices } as unknown as PerformanceFile],
    [published.performance('matinee'), { prices } as unknown as PerformanceFile],
  ]);
  const books = dateBooks(async <File>(path: string) => {
    reads.push(path);
    return files.get(path) as File | undefined;
  });
  const counter = new SeatCounter(store);
  const performances = ['evening', 'matinee', 'unopened'];
  await counter.meet(performances);
  const onSales = [{ onSale: 'friends', opensAt: noon, closesAt: noon + 60 * minute, performances }];
  await ask([hold(1, 'ada', best(10, { category: 'b' }))]);
  await counter.count(onSales, noon);
  const told = { v: 1, onSale: 'friends', countedAt: noon };
  const dates = { evening: { left: 'few', from: 4500 }, matinee: { left: 'plenty' } };
  expect(await counter.dates(onSales, books, noon)).toEqual([{ ...told, dates }]);
  await counter.dates(onSales, books, noon);
  expect(reads).toHaveLength(3);
});
