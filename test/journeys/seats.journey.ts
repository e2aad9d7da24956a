import { beforeAll, describe, expect, test } from '@jest/globals';
import { type PlanSeat, type PlanSection, seatsInOrder } from '../../contracts/plan.ts';
import { availability, type Fan, seatsOf } from './fan.ts';
import type { Playhouse } from './running.ts';

/*
 * Storms over HTTP, on the templates as they deploy: whole crowds at the same seats in the same second.
 */

let house: Playhouse;
let fans: readonly Fan[];

/** Seats of the plan that anyone may have, in order. */
const general = () => seatsWith(({ access }) => access === undefined);

const seatsWith = (wanted: (seat: PlanSeat) => boolean) =>
  house.plan.sections
    .flatMap((section) => seatsInOrder(section))
    .filter(wanted)
    .map(({ id }) => id);

/** General seats that are side by side, row by row. */
const runsOf = ({ rows }: PlanSection): readonly (readonly string[])[] =>
  rows.flatMap(({ seats }) => {
    const runs: string[][] = [[]];
    for (const { id, aisle, access } of seats) {
      if (aisle || access) runs.push([]);
      if (!access) runs.at(-1)?.push(id);
    }
    return runs;
  });

const chunks = <One>(all: readonly One[], size: number) =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, n * size + size));

/** Over the limit is refused at once where the request alone shows it, or else by the house. */
async function expectOverLimit(fan: Fan, performance: string, count: number): Promise<void> {
  const { status, body } = await fan.askHold(performance, { best: { count } });
  if (status === 202) expect(await fan.hold(performance, { best: { count } })).toMatchObject({ refusal: 'over-limit' });
  else expect({ status, type: body.type }).toEqual({ status: 400, type: '/problems/bad-request' });
}

export function seatJourneys(of: () => Playhouse): void {
  beforeAll(async () => {
    house = of();
    fans = await house.friends(50);
  });
  describe('seats under a storm', () => {
    test('fifty fans want two of the same ten seats: each seat goes once, every refusal names what was taken', async () => {
      const performance = house.night();
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
    });

    test('thirty parties of two to four ask for the best of what is left: no overlap, and a clean end', async () => {
      const performance = house.night();
      // Fill the house but for 47 general seats, six a fan, with fans who came for that.
      const fill = general().slice(47);
      const fillers = await house.friends(Math.ceil(fill.length / 6));
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
      expect(free).toBeGreaterThanOrEqual(house.plan.seats - fill.length - given.length);

      // When nothing else is left, wheelchair places are still for those who need them.
      const [party, wheels] = [await house.friend(), await house.friend()];
      for (let one = await party.hold(performance, { best: { count: 1 } }); one.state === 'held'; )
        one = await (await house.friend()).hold(performance, { best: { count: 1 } });
      expect(await party.hold(performance, { best: { count: 1 } })).toMatchObject({ refusal: 'not-enough-seats' });
      const places = seatsWith(({ access }) => access === 'wheelchair');
      expect(places.length).toBeGreaterThan(0);
      expect(await party.hold(performance, { seats: places.slice(0, 1) })).toMatchObject({ refusal: 'access-only' });
      const place = await wheels.hold(performance, { best: { count: 2, access: 'wheelchair' } });
      expect(place).toMatchObject({ state: 'held' });
      expect(seatsOf(place).filter((seat) => places.includes(seat))).toHaveLength(1);
    });

    test('four seats of which one is taken: none is held, and the other three are still to be had', async () => {
      const performance = house.night();
      const [a = '', b = '', c = '', d = ''] = general();
      const [one, two] = [await house.friend(), await house.friend()];
      expect(await one.hold(performance, { seats: [b] })).toMatchObject({ state: 'held' });
      expect(await two.hold(performance, { seats: [a, b, c, d] })).toMatchObject({ state: 'refused', taken: [b] });
      expect(await two.hold(performance, { seats: [a, c, d] })).toMatchObject({ state: 'held' });
    });

    test('the best is the middle of the best row; no single is left if it can be; and the last seats are given all the same', async () => {
      const { plan } = house;
      const rows = plan.sections.flatMap(({ kind, rows: own }) => (kind === 'seated' ? own : []));
      const seat = new Map(rows.flatMap((row) => row.seats.map((one, at) => [one.id, { row, at }] as const)));
      const night = house.night();
      const first = seatsOf(await (await house.friend()).hold(night, { best: { count: 2 } }));
      const found = first.map((id) => seat.get(id));
      const row = found[0]?.row.seats ?? [];
      expect(found[1]?.row.seats).toBe(row);
      // Measured on the whole row: as far from its left end as from its right, give or take the seat that even rows have.
      const middle = ((found[0]?.at ?? 0) + (found[1]?.at ?? 0)) / 2;
      expect(Math.abs(middle - (row.length - 1) / 2)).toBeLessThanOrEqual(1);

      // A section of which only two stretches are left, of four and of three: two go where two remain.
      const section = plan.sections.find(({ kind, rows: own }) => kind === 'seated' && own.length >= 5);
      if (!section) throw new Error('The plan has no section of five rows');
      const runs = runsOf(section).filter((run) => run.length >= 4);
      const [four, three] = [runs[0]?.slice(0, 4) ?? [], runs.at(-1)?.slice(0, 3) ?? []];
      const left = new Set([...four, ...three]);
      const taken = seatsInOrder(section).filter(({ id, access }) => !access && !left.has(id));
      const tight = house.night();
      const parties = chunks(
        taken.map(({ id }) => id),
        6,
      );
      const fillers = await house.friends(parties.length);
      const filled = await Promise.all(fillers.map((fan, n) => fan.hold(tight, { seats: parties[n] ?? [] })));
      expect(filled.filter(({ state }) => state !== 'held')).toEqual([]);
      const wish = { best: { count: 2, section: section.id } };
      const two = seatsOf(await (await house.friend()).hold(tight, wish));
      expect(two.every((id) => four.includes(id))).toBe(true);
      expect([four.slice(0, 2), four.slice(2)].map((pair) => pair.join())).toContain(two.join());
      expect(await (await house.friend()).hold(tight, wish)).toMatchObject({ state: 'held' });
      // Of the three that are left any two leave one: they are given all the same.
      const last = seatsOf(await (await house.friend()).hold(tight, wish));
      expect(last.every((id) => three.includes(id))).toBe(true);
    });

    test('the limit holds within one request, over two, and over two performances at once', async () => {
      const [monday, tuesday] = [house.night(), house.night()];
      const fan = await house.friend();
      await expectOverLimit(fan, monday, 7);
      const both = await Promise.all(
        [monday, tuesday].map((performance) => fan.hold(performance, { best: { count: 4 } })),
      );
      expect(both.map(({ state }) => state).sort()).toEqual(['held', 'refused']);
      expect(both.find(({ state }) => state === 'refused')).toMatchObject({ refusal: 'over-limit' });
      expect((await fan.basket()).seatsLeft).toBe(2);
    });

    test('the same request twice is one hold', async () => {
      const performance = house.night();
      const fan = await house.friend();
      const key = 'one-and-the-same';
      const [first, second] = await Promise.all([1, 2].map(() => fan.hold(performance, { best: { count: 2 } }, key)));
      expect(first).toMatchObject({ state: 'held' });
      expect(second?.hold).toBe(first?.hold);
      expect((await fan.basket()).holds.filter(({ performance: at }) => at === performance)).toHaveLength(1);
    });
  });
}
