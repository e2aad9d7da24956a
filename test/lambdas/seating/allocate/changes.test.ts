import { describe, expect, test } from '@jest/globals';
import type { HouseStore } from '../../../../lambdas/seating/house/house-store.ts';
import { basketSeats } from '../../../../lambdas/seating/house/limit-per-fan.ts';
import {
  best,
  change,
  drawPlan,
  extend,
  hold,
  holdName,
  minute,
  noon,
  openStage,
  sell,
  stalls,
} from '../small-stage.ts';

const ten = stalls('oooooooooo');
const seat = (...numbers: readonly number[]) => numbers.map((number) => `stalls-A-${number}`);
const named = (...numbers: readonly number[]) => ({ seats: seat(...numbers) });
const adas = { order: 'order-1', hold: holdName(1), fan: 'ada', performance: 'evening' };

async function soldStage(...numbers: readonly number[]) {
  const stage = await openStage(ten);
  await stage.ask([hold(1, 'ada', named(...numbers)), sell(1, 'ada', seat(...numbers))]);
  stage.told.length = 0;
  return stage;
}
const counted = async (stage: Awaited<ReturnType<typeof openStage>>, fan: string, now = noon) =>
  basketSeats(await stage.store.basket({ onSale: 'friends', fan }), now);

describe('one clock for all that a fan holds', () => {
  test('what is held later runs out with what was held first, in every house of the on-sale', async () => {
    const stage = await openStage(ten, { performances: ['evening', 'matinee'] });
    await stage.ask([hold(1, 'ada', named(1))]);
    await stage.ask(
      [hold(2, 'ada', named(5), { performance: 'matinee', askedAt: noon + 7 * minute })],
      noon + 7 * minute,
    );
    expect(await stage.entry(2, 'ada')).toMatchObject({ expiresAt: noon + 10 * minute });
    // Once all is given back or lapsed, the next seats start the clock anew.
    await stage.ask([hold(3, 'ada', named(2), { askedAt: noon + 11 * minute })], noon + 11 * minute);
    expect(await stage.entry(3, 'ada')).toMatchObject({ expiresAt: noon + 21 * minute });
  });

  test('it is extended once, for all; later holds take the longer time over', async () => {
    const stage = await openStage(ten);
    await stage.ask([hold(1, 'ada', named(1)), hold(2, 'ada', named(2))]);
    const until = noon + 20 * minute;
    expect(await stage.ask([extend('ada', until), extend('ada', until), extend('ada', until + minute)])).toEqual([
      'extended',
      'again',
      'again',
    ]);
    await stage.ask([hold(3, 'ada', named(3), { askedAt: noon + 12 * minute })], noon + 12 * minute);
    for (const number of [1, 2, 3])
      expect(await stage.entry(number, 'ada')).toMatchObject({ expiresAt: until, extended: true });
    expect([...(await stage.held(until - 1)).values()].flat().sort()).toEqual(seat(1, 2, 3));
    expect((await stage.held(until)).size).toBe(0);
    expect(await stage.ask([extend('ada', until + 9 * minute)], noon + 13 * minute)).toEqual(['again']);
  });

  test('a lapsed hold is not brought back, and nobody else’s is touched', async () => {
    const stage = await openStage(ten);
    await stage.ask([hold(1, 'ada', named(1)), hold(2, 'bob', named(2))]);
    expect(await stage.ask([extend('ada', noon + 20 * minute)], noon + 10 * minute)).toEqual(['again']);
    expect(await stage.ask([hold(3, 'cy', named(1), { askedAt: noon + 10 * minute })], noon + 10 * minute)).toEqual([
      'held',
    ]);
    expect(await stage.entry(2, 'bob')).toMatchObject({ expiresAt: noon + 10 * minute });
  });
});

describe('what was sold comes back', () => {
  test('all of it: the seats are free at once, the limit is free again, and a repeated ask gets the answer again', async () => {
    const stage = await soldStage(1, 2);
    expect(await counted(stage, 'ada')).toBe(2);
    const back = change(adas, 1, seat(1, 2), []);
    expect(await stage.ask([back])).toEqual(['changed']);
    expect(await stage.entry(1, 'ada')).toMatchObject({ state: 'returned', change: 1 });
    expect(await counted(stage, 'ada')).toBe(0);
    expect(await stage.ask([hold(2, 'bob', named(1, 2))])).toEqual(['held']);
    expect(await stage.ask([back])).toEqual(['again']);
    expect(stage.told.map(({ outcome, seats }) => [outcome, seats])).toEqual([
      ['changed', []],
      ['changed', []],
    ]);
    expect((await stage.held()).get(holdName(2))).toEqual(seat(1, 2));
  });

  test('a sale that is delivered again after the seats came back sells nothing and says nothing', async () => {
    const stage = await soldStage(1, 2);
    await stage.ask([change(adas, 1, seat(1, 2), [])]);
    stage.told.length = 0;
    expect(await stage.ask([sell(1, 'ada', seat(1, 2))])).toEqual(['again']);
    expect(stage.told).toEqual([]);
    expect((await stage.held()).size).toBe(0);
  });

  test('another order of the same hold hears lost, and the answer to the first stays true', async () => {
    const stage = await soldStage(1, 2);
    await stage.ask([change(adas, 1, seat(1, 2), [])]);
    await stage.ask([sell(1, 'ada', seat(1, 2), { order: 'order-2' }), change(adas, 1, seat(1, 2), [])]);
    expect(stage.told.map(({ order, outcome }) => `${order} ${outcome}`)).toEqual([
      'order-1 changed',
      'order-2 lost',
      'order-1 changed',
    ]);
  });

  test('some of it, and the rest stays sold', async () => {
    const stage = await soldStage(1, 2, 3);
    expect(await stage.ask([change(adas, 1, seat(1, 2, 3), seat(2, 3))])).toEqual(['changed']);
    expect((await stage.held()).get(holdName(1))).toEqual(seat(2, 3));
    expect(await counted(stage, 'ada')).toBe(2);
  });
});

describe('what was sold becomes other seats', () => {
  test('all of them or none: a taken one leaves everything as it was, and says so every time', async () => {
    const stage = await soldStage(1, 2);
    await stage.ask([hold(2, 'bob', named(5))]);
    const to5 = change(adas, 1, seat(1, 2), seat(4, 5));
    expect(await stage.ask([to5])).toEqual(['kept']);
    // The seat is free now; the answer was given before, and stands.
    expect(await stage.ask([to5], noon + 11 * minute)).toEqual(['again']);
    expect(stage.told.map(({ outcome, seats }) => [outcome, seats])).toEqual([
      ['kept', seat(1, 2)],
      ['kept', seat(1, 2)],
    ]);
    expect(await stage.ask([change(adas, 2, seat(1, 2), seat(4, 5))], noon + 11 * minute)).toEqual(['changed']);
    expect((await stage.held(noon + 11 * minute)).get(holdName(1))).toEqual(seat(4, 5));
    // The first change is delivered once more, late.
    expect(await stage.ask([to5], noon + 12 * minute)).toEqual(['again']);
    expect((await stage.held(noon + 12 * minute)).get(holdName(1))).toEqual(seat(4, 5));
  });

  test('its own seats are free to it: a party moves one along', async () => {
    const stage = await soldStage(1, 2);
    expect(await stage.ask([change(adas, 1, seat(1, 2), seat(2, 3))])).toEqual(['changed']);
    expect((await stage.held()).get(holdName(1))).toEqual(seat(2, 3));
    expect(await stage.ask([hold(2, 'bob', named(1))])).toEqual(['held']);
  });

  test('never more seats than before, and never seats that are not in the plan', async () => {
    const stage = await soldStage(1, 2);
    expect(await stage.ask([change(adas, 1, seat(1, 2), seat(4, 5, 6))])).toEqual(['kept']);
    expect(await stage.ask([change(adas, 2, seat(1, 2), ['nowhere-1', 'nowhere-2'])])).toEqual(['kept']);
    expect((await stage.held()).get(holdName(1))).toEqual(seat(1, 2));
  });

  test('into another section, and back', async () => {
    const stage = await openStage(drawPlan({ left: { rows: ['oooo'] }, right: { rows: ['oooo'], x: 9 } }));
    const left = ['left-A-1', 'left-A-2'];
    const right = ['right-A-1', 'right-A-2'];
    await stage.ask([hold(1, 'ada', { seats: left }), sell(1, 'ada', left)]);
    await stage.ask([change(adas, 1, left, right)]);
    expect((await stage.held()).get(holdName(1))).toEqual(right);
    expect(await stage.ask([hold(2, 'bob', { seats: left })])).toEqual(['held']);
    expect(await stage.ask([change(adas, 2, right, left)])).toEqual(['kept']);
    expect(await stage.ask([change(adas, 3, right, [...right.slice(0, 1), 'left-A-3'])])).toEqual(['changed']);
    expect((await stage.held()).get(holdName(1))?.sort()).toEqual(['left-A-3', 'right-A-1']);
  });

  test('by an allocator that remembers older days: it looks again before it says anything', async () => {
    const stage = await openStage(ten);
    const warm = stage.newAllocator();
    // It saw seat 1 with bob, and seat 5 with cy.
    await stage.ask([hold(2, 'bob', named(1)), hold(3, 'cy', named(5))], noon, warm);
    const later = noon + 11 * minute;
    await stage.ask([hold(1, 'ada', named(1), { askedAt: later }), sell(1, 'ada', seat(1))], later);
    await stage.ask([hold(4, 'dee', named(5), { askedAt: later })], later);
    stage.told.length = 0;
    // By its slow clock bob's hold still runs.
    expect(await stage.ask([change(adas, 1, seat(1), seat(5))], noon + 9 * minute, warm)).toEqual(['kept']);
    expect(stage.told).toMatchObject([{ outcome: 'kept', seats: seat(1) }]);
    expect((await stage.held(later)).get(holdName(1))).toEqual(seat(1));
  });

  test('across sections, cut short anywhere and then left lying: nobody else gets a seat that is paid for', async () => {
    const left = ['left-A-1', 'left-A-2'];
    const moves = [
      ['right-A-1', 'right-A-2'],
      ['left-A-2', 'right-A-1'],
      ['left-A-3', 'right-A-4'],
    ];
    for (const to of moves)
      for (const from of [left, ['left-A-1', 'right-A-3']])
        for (let writes = 0; writes < 5; writes++) {
          const stage = await openStage(drawPlan({ left: { rows: ['oooo'] }, right: { rows: ['oooo'], x: 9 } }));
          await stage.ask([hold(1, 'ada', { seats: from }), sell(1, 'ada', from)]);
          stage.told.length = 0;
          let left = writes;
          const dying: HouseStore = {
            ...stage.store,
            writeSection: async (section) => {
              if (left-- <= 0) throw new Error('dies');
              return stage.store.writeSection(section);
            },
          };
          const move = change(adas, 1, from, to);
          await stage.ask([move], noon, stage.newAllocator(dying)).catch(() => undefined);
          const told = stage.told[0]?.seats;
          // The message is set aside. Others take all that is free, one seat each. Then it is asked for again.
          for (const seat of [1, 2, 3, 4].flatMap((number) => [`left-A-${number}`, `right-A-${number}`]))
            await stage.ask([hold(seat, `fan-${seat}`, { seats: [seat] })]);
          await stage.ask([move]);
          const has = (await stage.held()).get(holdName(1))?.toSorted();
          expect([to.toSorted(), from.toSorted()]).toContainEqual(has);
          if (told) expect(has).toEqual([...told].sort());
          const seats = [...(await stage.held()).values()].flat();
          expect(new Set(seats).size).toBe(seats.length);
        }
  });

  test('only by the order that has them', async () => {
    const stage = await soldStage(1, 2);
    await stage.ask([change({ ...adas, order: 'order-2' }, 1, seat(1, 2), [])]);
    expect(stage.told).toMatchObject([{ order: 'order-2', outcome: 'kept' }]);
    expect((await stage.held()).get(holdName(1))).toEqual(seat(1, 2));
    expect(await stage.ask([hold(2, 'ada', best(4))])).toEqual(['held']);
    expect(await stage.ask([hold(3, 'ada', best(1))])).toEqual(['over-limit']);
  });
});
