import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HoldView } from '../../contracts/house.ts';
import { published } from '../../contracts/paths.ts';
import { type Plan, seatsInOrder } from '../../contracts/plan.ts';
import { ask, availability, type Fan } from './fan.ts';
import { member, openPlayhouse, type Playhouse } from './running.ts';

/*
 * Storms over HTTP, on the templates as they deploy: whole crowds at the same seats in the same second.
 */

let house: Playhouse;
let fans: readonly Fan[];
let plan: Plan;

/** Seats of the plan that anyone may have, in order. */
const general = () =>
  plan.sections
    .flatMap((section) => seatsInOrder(section))
    .filter(({ access }) => access === undefined)
    .map(({ id }) => id);

const seatsOf = (view: HoldView): readonly string[] => ('seats' in view ? view.seats.map(({ id }) => id) : []);

beforeAll(async () => {
  house = await openPlayhouse();
  fans = await Promise.all(Array.from({ length: 50 }, () => house.fan().enter()));
  const { body } = await ask<{ plan: string }>(`${house.site}${published.performance(house.performances[0] ?? '')}`);
  plan = (await ask<Plan>(`${house.site}${published.plan(body.plan)}`)).body;
}, 120_000);

afterAll(() => house?.stop(), 60_000);

describe('seats under a storm', () => {
  test('fifty fans want two of the same ten seats: each seat goes once, every refusal names what was taken', async () => {
    const [performance = ''] = house.performances;
    const ten = general().slice(20, 30);
    const views = await Promise.all(
      fans.map((fan, n) => {
        const first = (n * 7) % 10;
        const second = (first + 1 + ((n * 3) % 9)) % 10;
        return fan
          .hold(performance, { seats: [ten[first] ?? '', ten[second] ?? ''] })
          .then((view) => ({ view, wanted: [ten[first], ten[second]] }));
      }),
    );
    const held = views.flatMap(({ view }) => seatsOf(view));
    expect(held.length).toBeGreaterThanOrEqual(6);
    expect(new Set(held).size).toBe(held.length);
    for (const { view, wanted } of views) {
      if (view.state === 'held') expect([...seatsOf(view)].sort()).toEqual([...wanted].sort());
      else {
        expect(view).toMatchObject({ state: 'refused', refusal: 'seat-taken' });
        const taken = view.state === 'refused' ? view.taken : [];
        expect(taken.length).toBeGreaterThan(0);
        for (const seat of taken) expect(wanted).toContain(seat);
      }
    }
  }, 120_000);

  test('thirty parties of two to four ask for the best of what is left: no overlap, and a clean end', async () => {
    const [, performance = ''] = house.performances;
    // Fill the house but for 47 general seats, six a fan, with fans who came for that.
    const fill = general().slice(47);
    const fillers = await Promise.all(
      Array.from({ length: Math.ceil(fill.length / 6) }, (_, n) => house.fan('friends').enter(member(n))),
    );
    const filled = await Promise.all(
      fillers.map((fan, n) => fan.hold(performance, { seats: fill.slice(n * 6, n * 6 + 6) })),
    );
    expect(filled.filter(({ state }) => state !== 'held')).toEqual([]);

    const views = await Promise.all(
      fans.slice(0, 30).map((fan, n) => fan.hold(performance, { best: { count: 2 + (n % 3) } })),
    );
    const given = views.flatMap(seatsOf);
    expect(new Set(given).size).toBe(given.length);
    for (const [n, view] of views.entries()) {
      if (view.state === 'held') expect(seatsOf(view)).toHaveLength(2 + (n % 3));
      else expect(view).toMatchObject({ state: 'refused', refusal: 'not-enough-seats' });
    }
    // 90 wanted of 47: nearly all must be gone, and none of the accessible places.
    expect(given.length).toBeGreaterThan(40);
    expect(given.filter((seat) => !general().includes(seat))).toEqual([]);
    const { body } = await availability(house.site, performance);
    const free = Object.values(body.sections).reduce((sum, section) => sum + section.free, 0);
    expect(free).toBeGreaterThanOrEqual(plan.seats - fill.length - given.length);
  }, 120_000);

  test('four seats of which one is taken: none is held, and the other three are still to be had', async () => {
    const [, , performance = ''] = house.performances;
    const [a = '', b = '', c = '', d = ''] = general();
    const [one, two] = await Promise.all([house.fan().enter(), house.fan().enter()]);
    expect(await one.hold(performance, { seats: [b] })).toMatchObject({ state: 'held' });
    expect(await two.hold(performance, { seats: [a, b, c, d] })).toMatchObject({ state: 'refused', taken: [b] });
    expect(await two.hold(performance, { seats: [a, c, d] })).toMatchObject({ state: 'held' });
  }, 30_000);

  test('the limit holds within one request, over two, and over two performances at once', async () => {
    const [, , , monday = '', tuesday = ''] = house.performances;
    const fan = await house.fan('friends').enter(member(300));
    await expectOverLimit(fan, monday, 7);
    const both = await Promise.all(
      [monday, tuesday].map((performance) => fan.hold(performance, { best: { count: 4 } })),
    );
    expect(both.map(({ state }) => state).sort()).toEqual(['held', 'refused']);
    expect(both.find(({ state }) => state === 'refused')).toMatchObject({ refusal: 'over-limit' });
    expect((await fan.basket()).seatsLeft).toBe(2);
  }, 120_000);

  test('the same request twice is one hold', async () => {
    const [, , , , , performance = ''] = house.performances;
    const fan = await house.fan().enter();
    const key = 'one-and-the-same';
    const [first, second] = await Promise.all([1, 2].map(() => fan.hold(performance, { best: { count: 2 } }, key)));
    expect(first).toMatchObject({ state: 'held' });
    expect(second?.hold).toBe(first?.hold);
    expect((await fan.basket()).holds.filter(({ performance: at }) => at === performance)).toHaveLength(1);
  }, 30_000);
});

/** Over the limit is refused at once where the request alone shows it, or else by the house. */
async function expectOverLimit(fan: Fan, performance: string, count: number): Promise<void> {
  const { status, body } = await fan.askHold(performance, { best: { count } });
  if (status === 202) expect(await fan.hold(performance, { best: { count } })).toMatchObject({ refusal: 'over-limit' });
  else expect({ status, type: body.type }).toEqual({ status: 400, type: '/problems/bad-request' });
}
