import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { api } from '../../../contracts/api.ts';
import type { SeasonDraft } from '../../../contracts/catalogue.ts';
import type { Availability } from '../../../contracts/house.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { header, published } from '../../../contracts/paths.ts';
import { type Plan, seatsInOrder } from '../../../contracts/plan.ts';
import { stadium } from '../../../examples/plans/stadium.ts';
import { importPlan } from '../../../lambdas/catalogue/import-plan.ts';
import { openShelf } from '../../../lambdas/catalogue/shelf.ts';
import { orderKeyOf } from '../../../lambdas/ordering/order/order-id.ts';
import { SeatCounter } from '../../../lambdas/seating/stock/seat-counter.ts';
import { OtherFans } from '../../../simulation/stage/other-fans.ts';
import { keys } from '../../../simulation/stage/platform.ts';
import { RealTime } from '../../../simulation/stage/real-time.ts';
import { Stage } from '../../../simulation/stage/stage.ts';
import { until } from '../../until.ts';
import { best, hold, openStage } from './small-stage.ts';

/* A stadium of 100,000 seats, from the file in the bucket to its stock, over the real use cases in memory. */

const day = 86_400_000;
const performance = 'final-1';
const time = new RealTime();
const stage = new Stage({ time, mails: false });
const fans = new OtherFans(stage);
const layout = JSON.stringify(stadium(4));
let plan: Plan;

beforeAll(async () => {
  const { publisher } = stage.platform;
  await publisher.write('/layouts/stadium.json', JSON.parse(layout), '');
  const imported = await importPlan(openShelf(publisher), { layout: 'layouts/stadium.json' });
  if (!imported.ok) throw new Error(imported.detail);
  expect(imported).toMatchObject({ seats: 100_000, mentions: [] });
  plan = stage.platform.published<Plan>(published.plan(imported.plan)) as Plan;
  await stage.operators.publish(seasonOf(time.now), [plan]);
  await stage.operators.openHouses([performance]);
});
afterAll(() => time.stop());

function seasonOf(now: number): SeasonDraft {
  return {
    id: 'stadium',
    title: 'The final',
    venue: 'The stadium',
    currency: 'GBP',
    timeZone: 'Europe/London',
    onSales: [
      {
        id: 'everyone',
        title: 'Everyone',
        audienceName: 'everyone',
        opensAt: now - day,
        closesAt: now + day,
        entry: 'open',
        audience: 200_000,
        seatsPerFan: 6,
        holdMinutes: 60,
        dials: { shopping: 1000, perMinute: 1000, paused: false, passMinutes: 15, claimMinutes: 10 },
      },
    ],
    shows: [
      {
        id: 'final',
        title: 'The final',
        byline: '',
        description: '',
        venue: 'The stadium',
        poster: { ink: '#000000', paper: '#ffffff' },
        performances: [
          {
            id: performance,
            startsAt: now + 60 * day,
            plan: plan.id,
            prices: Object.fromEntries(plan.categories.map(({ id }) => [id, 5_000])),
            onSales: ['everyone'],
            allocations: [{ partner: 'sponsor', seats: ['Block 101, row 1, seat 1', 'Block 101, row 1, seat 2'] }],
          },
        ],
      },
    ],
  };
}

const readAvailability = async () =>
  (await stage.ask<Availability>('GET', api('GET performances/{performance}/availability', { performance }).url)).body;

describe('a stadium of 100,000 seats', () => {
  test('is more than a function may be handed, and a plan that CloudFront compresses', () => {
    expect(layout.length).toBeGreaterThan(6_000_000);
    expect(JSON.stringify(plan).length).toBeLessThan(10_000_000);
    expect(plan.sections.every((section) => seatsInOrder(section).length <= 1000)).toBe(true);
  });

  test('gives the best seats that are free, one row, nearest the middle of the pitch', async () => {
    const held = await fans.hold(fans.passOf('one', 'everyone'), performance, { best: { count: 4 } });
    if (held.state !== 'held') throw new Error(JSON.stringify(held));
    expect(new Set(held.seats.map(({ label }) => label.replace(/, seat .*/, ''))).size).toBe(1);
    expect(held.seats[0]?.category).toBe('lower-side');
  });

  test('gives a seat that was chosen to one of two fans', async () => {
    const block = plan.sections.find(({ name }) => name === 'Block 305');
    const seats = block?.rows[20]?.seats.slice(3, 6).map(({ id }) => id) ?? [];
    const asked = await Promise.all(
      ['two', 'three'].map((fan) => fans.hold(fans.passOf(fan, 'everyone'), performance, { seats })),
    );
    expect(asked.map(({ state }) => state).toSorted()).toEqual(['held', 'refused']);
  });

  test('gives every seat once to parties of all sizes', async () => {
    const house = await openStage(plan);
    const parties = [1, 2, 2, 3, 4, 6];
    const asks = Array.from({ length: 600 }, (_, n) => {
      const category = plan.categories[n % plan.categories.length]?.id ?? '';
      return hold(n, `fan-${n}`, best(parties[n % parties.length] ?? 1, { category }));
    });
    await house.ask(asks);
    const given = [...(await house.held()).values()].flat();
    // A hundred times 1 + 2 + 2 + 3 + 4 + 6.
    expect(given).toHaveLength(1800);
    expect(new Set(given).size).toBe(1800);
  });

  test('sells what a fan holds', async () => {
    const pass = fans.passOf('buyer', 'everyone');
    const held = await fans.hold(pass, performance, { best: { count: 2, category: 'club' } });
    if (held.state !== 'held') throw new Error(JSON.stringify(held));
    const placed = await stage.ask<OrderView>('POST', api('POST orders').url, {
      headers: { [header.pass]: pass, [header.idempotencyKey]: 'order-of-the-final' },
      body: {
        slips: [held.slip],
        buyer: { name: 'Ada Byron', email: 'ada@example.org' },
        payment: { method: 'box-office' },
      },
    });
    expect(placed.status).toBe(202);
    const { order } = placed.body;
    const headers = { [header.orderKey]: orderKeyOf(keys.ordering.orderKey, order) };
    const state = async () =>
      (await stage.ask<OrderView>('GET', api('GET orders/{order}', { order }).url, { headers })).body.state;
    expect(await until('the order', async () => ((await state()) === 'confirmed' ? true : undefined))).toBe(true);
  });

  test('is counted, and its picture for fans is a bit a seat', async () => {
    const counter = new SeatCounter(stage.platform.stores.seats);
    const onSales = [
      { onSale: 'everyone', opensAt: time.now - day, closesAt: time.now + day, performances: [performance] },
    ];
    await counter.meet([performance]);
    const [stock] = await counter.count(onSales, time.now);
    const taken = await fans.taken(performance);
    // Two are set aside: they are none that anybody could have.
    expect(stock).toMatchObject({ seats: 99_998, sold: 2 });
    expect((stock?.free ?? 0) + taken.size).toBe(100_000);
    // 142 sections are read each 2 s, as those of a theatre are.
    expect(counter.sectionsOf(onSales)).toBeLessThan(400);
    // 12.5 KB of bits, written in base64, and the names of 142 sections.
    expect(JSON.stringify(await readAvailability()).length).toBeLessThan(27_000);
  });
});
