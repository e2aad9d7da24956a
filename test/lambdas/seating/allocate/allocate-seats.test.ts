import { describe, expect, test } from '@jest/globals';
import { askTimes } from '../../../../contracts/house.ts';
import { moved } from '../../../../lambdas/foundation/write-outcome.ts';
import { allocateSeats } from '../../../../lambdas/seating/allocate/allocate-seats.ts';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import { HouseMemory } from '../../../../lambdas/seating/house/house-memory.ts';
import type { HouseStore } from '../../../../lambdas/seating/house/house-store.ts';
import { encodeSection, sold } from '../../../../lambdas/seating/house/section-codec.ts';
import {
  best,
  change,
  drawPlan,
  hold,
  holdName,
  liveRecords,
  minute,
  noon,
  openStage,
  release,
  sell,
  stalls,
} from '../small-stage.ts';

/* Long because every kind of ask is decided over one small house, and delivered again. */

const ten = stalls('oooooooooo');
const seat = (...numbers: readonly number[]) => numbers.map((number) => `stalls-A-${number}`);
const named = (...numbers: readonly number[]) => ({ seats: seat(...numbers) });

describe('holding', () => {
  test('50 fans each ask for 2 seats out of the same 10: no seat twice, every refusal names what was taken', async () => {
    const stage = await openStage(ten);
    const pair = (fan: number) => [1 + ((fan * 7) % 10), 1 + ((fan * 7 + 1 + (fan % 8)) % 10)];
    const asks = Array.from({ length: 50 }, (_, fan) => hold(fan, `fan-${fan}`, named(...pair(fan))));
    const answers = await stage.ask(asks);
    const held = await stage.held();
    const seats = [...held.values()].flat();
    expect(new Set(seats).size).toBe(seats.length);
    for (const [fan, answer] of answers.entries()) {
      const entry = await stage.entry(fan, `fan-${fan}`);
      expect(entry?.state).toBe(answer === 'held' ? 'held' : 'refused');
      if (answer === 'held') expect(held.get(holdName(fan))?.sort()).toEqual(seat(...pair(fan)).sort());
      else {
        expect(entry).toMatchObject({ refusal: 'seat-taken' });
        const taken = entry && 'taken' in entry ? entry.taken : [];
        expect(taken.length).toBeGreaterThan(0);
        expect(taken.every((one) => seats.includes(one) && seat(...pair(fan)).includes(one))).toBe(true);
      }
    }
  });

  test('30 parties of 2 to 4 ask for the best of 47 seats: no overlap, and a clean end', async () => {
    const plan = stalls('oooooooooo', 'oooooo|oooooo', 'ooooooooo', 'oooooooooooooooo');
    expect(plan.seats).toBe(47);
    const stage = await openStage(plan);
    const asks = Array.from({ length: 30 }, (_, fan) => hold(fan, `fan-${fan}`, best(2 + (fan % 3))));
    const answers = await stage.ask(asks);
    const held = await stage.held();
    const seats = [...held.values()].flat();
    expect(new Set(seats).size).toBe(seats.length);
    expect(new Set(answers)).toEqual(new Set(['held', 'not-enough-seats']));
    for (const [fan, answer] of answers.entries())
      expect(held.get(holdName(fan))?.length).toBe(answer === 'held' ? 2 + (fan % 3) : undefined);
    // A clean end: the seats that are left seat no further pair side by side.
    expect(await stage.ask([hold('last', 'late', best(2))])).toEqual(['not-enough-seats']);
    expect(seats.length).toBeGreaterThan(40);
  });

  test('a request for four seats of which one is taken holds none, and says which', async () => {
    const stage = await openStage(ten);
    await stage.ask([hold(1, 'ada', named(4))]);
    expect(await stage.ask([hold(2, 'bob', named(2, 3, 4, 5))])).toEqual(['seat-taken']);
    expect([...(await stage.held()).keys()]).toEqual([holdName(1)]);
    expect(await stage.entry(2, 'bob')).toMatchObject({ state: 'refused', taken: seat(4) });
  });

  test('a request over two sections holds both parts or none', async () => {
    const plan = drawPlan({ left: { rows: ['ooo'] }, right: { rows: ['ooo'], x: 9 } });
    const stage = await openStage(plan);
    const both = { seats: ['left-A-1', 'right-A-1'] };
    expect(await stage.ask([hold(1, 'ada', both), hold(2, 'bob', both)])).toEqual(['held', 'seat-taken']);
    expect((await stage.held()).get(holdName(1))?.sort()).toEqual(both.seats);
    expect(await stage.entry(2, 'bob')).toMatchObject({ taken: both.seats });
  });

  test('a lapsed hold’s seats can be taken at once, before any clean-up; a live one’s never', async () => {
    const stage = await openStage(ten, { holdMinutes: 10 });
    await stage.ask([hold(1, 'ada', named(1, 2))]);
    const end = noon + 10 * minute;
    expect(await stage.ask([hold(2, 'bob', named(2), { askedAt: end - 1 })], end - 1)).toEqual(['seat-taken']);
    const [before] = await liveRecords(stage.store, 'evening', end - 1);
    expect(before?.record.hold).toBe(holdName(1));
    expect(await stage.ask([hold(3, 'bob', named(2), { askedAt: end })], end)).toEqual(['held']);
    expect([...(await stage.held(end)).keys()]).toEqual([holdName(3)]);
  });

  test('what the house does not have, or does not sell by name, is refused with its own word', async () => {
    const stage = await openStage(stalls('ooowc'));
    const answers = await stage.ask([
      hold(1, 'ada', { seats: ['gods-Z-1'] }),
      hold(2, 'ada', named(4)),
      hold(3, 'ada', named(3, 5)),
      hold(4, 'ada', best(2, { access: 'wheelchair' })),
      hold(5, 'ada', best(1, { section: 'gods' })),
      hold(6, 'ada', named(1), { onSale: 'elsewhere' }),
    ]);
    expect(answers).toEqual([
      'seat-unknown',
      'access-only',
      'access-only',
      'held',
      'seat-unknown',
      'not-in-this-on-sale',
    ]);
    expect((await stage.held()).get(holdName(4))).toEqual(seat(4, 5));
  });

  test('a house that nobody opened refuses, and does not stop its queue', async () => {
    const stage = await openStage(ten);
    const unopened = { performance: 'unopened' };
    expect(await stage.ask([hold(1, 'ada', named(1), unopened)])).toEqual(['not-in-this-on-sale']);
    expect(await stage.ask([sell(2, 'ada', seat(1), unopened)])).toEqual(['lost']);
    expect(stage.told).toMatchObject([{ outcome: 'lost', order: 'order-1' }]);
  });

  test('an ask that waited too long makes nothing: nobody is waiting for it', async () => {
    const stage = await openStage(ten);
    const late = noon + 11 * minute;
    expect(await stage.ask([hold(1, 'ada', named(1), { askedAt: noon })], late)).toEqual(['too-late']);
    expect(await stage.entry(1, 'ada')).toMatchObject({ state: 'refused', refusal: 'lost' });
    expect((await stage.held(late)).size).toBe(0);
  });
});

describe('the limit', () => {
  const over = { seatsPerFan: 4, performances: ['evening', 'matinee'] };

  test('holds in one order, over two, and over two performances', async () => {
    const stage = await openStage(ten, over);
    expect(await stage.ask([hold(1, 'ada', best(5))])).toEqual(['over-limit']);
    expect(await stage.ask([hold(2, 'ada', best(3)), hold(3, 'ada', best(2))])).toEqual(['held', 'over-limit']);
    expect(await stage.ask([hold(4, 'ada', best(2), { performance: 'matinee' })])).toEqual(['over-limit']);
    expect(await stage.ask([hold(5, 'ada', best(1), { performance: 'matinee' })])).toEqual(['held']);
    expect(await stage.ask([hold(6, 'bob', best(4), { performance: 'matinee' })])).toEqual(['held']);
  });

  test('counts what was bought for good, and what lapsed or was released no more', async () => {
    const stage = await openStage(ten, over);
    await stage.ask([hold(1, 'ada', named(1, 2)), sell(1, 'ada', seat(1, 2)), hold(2, 'ada', named(3, 4))]);
    const later = noon + 11 * minute;
    expect(await stage.ask([hold(3, 'ada', named(5, 6, 7), { askedAt: later })], later)).toEqual(['over-limit']);
    expect(await stage.ask([hold(4, 'ada', named(5, 6), { askedAt: later })], later)).toEqual(['held']);
    expect(await stage.ask([release(4, 'ada'), hold(5, 'ada', named(7, 8), { askedAt: later })], later)).toEqual([
      'released',
      'held',
    ]);
  });

  test('holds when the allocators of two performances decide at the same time', async () => {
    const stage = await openStage(ten, over);
    const [one, two] = [stage.newAllocator(), stage.newAllocator()];
    const answers = await Promise.all([
      stage.ask([hold(1, 'ada', best(3))], noon, one),
      stage.ask([hold(2, 'ada', best(3), { performance: 'matinee' })], noon, two),
    ]);
    expect(answers.flat().sort()).toEqual(['held', 'over-limit']);
  });
});

describe('the limit of wheelchair places', () => {
  const over = { seatsPerFan: 10, performances: ['evening', 'matinee'] };
  const pair = best(2, { access: 'wheelchair' });
  const wide = stalls('wcwcwcwcoooo');

  test('holds over all orders, holds and performances: two, each with its companion', async () => {
    const stage = await openStage(wide, over);
    expect(await stage.ask([hold(1, 'ada', pair)])).toEqual(['held']);
    expect(await stage.ask([hold(2, 'ada', pair, { performance: 'matinee' })])).toEqual(['held']);
    expect(await stage.ask([hold(3, 'ada', best(1, { access: 'wheelchair' }))])).toEqual(['wheelchair-over-limit']);
    expect(await stage.ask([hold(4, 'ada', best(2)), hold(5, 'bob', pair)])).toEqual(['held', 'held']);
    expect(await stage.entry(3, 'ada')).toMatchObject({ state: 'refused', refusal: 'wheelchair-over-limit' });
  });

  test('counts what was bought for good, and what was given back no more', async () => {
    const stage = await openStage(wide, over);
    await stage.ask([hold(1, 'ada', pair), hold(2, 'ada', pair)]);
    await stage.ask([sell(1, 'ada', (await stage.held()).get(holdName(1)) ?? [])]);
    expect(await stage.ask([release(2, 'ada'), hold(3, 'ada', pair), hold(4, 'ada', pair)])).toEqual([
      'released',
      'held',
      'wheelchair-over-limit',
    ]);
  });

  test('holds when the allocators of two performances decide at the same time', async () => {
    const stage = await openStage(wide, over);
    await stage.ask([hold(1, 'ada', pair)]);
    const [one, two] = [stage.newAllocator(), stage.newAllocator()];
    const answers = await Promise.all([
      stage.ask([hold(2, 'ada', pair)], noon, one),
      stage.ask([hold(3, 'ada', pair, { performance: 'matinee' })], noon, two),
    ]);
    expect(answers.flat().sort()).toEqual(['held', 'wheelchair-over-limit']);
  });
});

describe('the same message again', () => {
  test('makes one hold', async () => {
    const stage = await openStage(ten);
    const ask = hold(1, 'ada', best(2));
    expect(await stage.ask([ask, ask])).toEqual(['held', 'again']);
    expect(await stage.ask([ask], noon + 1000, stage.newAllocator())).toEqual(['again']);
    expect((await stage.held()).size).toBe(1);
  });

  test('makes none after the seats were released, lapsed, sold or refused', async () => {
    const stage = await openStage(ten);
    const ask = (id: number, from: number) => hold(id, 'ada', named(from));
    await stage.ask([ask(1, 1), ask(2, 2), ask(3, 3), hold(4, 'bob', named(3))]);
    await stage.ask([release(1, 'ada'), sell(2, 'ada', seat(2))]);
    const later = noon + 11 * minute;
    const fresh = stage.newAllocator();
    const again = [ask(1, 1), ask(2, 2), ask(3, 3), hold(4, 'bob', named(3))];
    expect(await stage.ask(again, later, fresh)).toEqual(['again', 'again', 'again', 'again']);
    expect(await stage.held(later)).toEqual(new Map([[holdName(2), seat(2)]]));
  });

  test('sells once and says so each time', async () => {
    const stage = await openStage(ten);
    const sale = sell(1, 'ada', seat(1, 2));
    await stage.ask([hold(1, 'ada', named(1, 2)), sale, sale]);
    await stage.ask([sale], noon + 60 * minute, stage.newAllocator());
    expect(stage.told.map(({ outcome }) => outcome)).toEqual(['sold', 'sold', 'sold']);
    expect(await liveRecords(stage.store, 'evening', noon)).toMatchObject([{ sold: true }]);
  });

  test('says lost each time, whatever became free since', async () => {
    const stage = await openStage(ten);
    await stage.ask([hold(1, 'ada', named(1))]);
    const later = noon + 11 * minute;
    await stage.ask([hold(2, 'bob', named(1), { askedAt: later }), sell(1, 'ada', seat(1)), release(2, 'bob')], later);
    await stage.ask([sell(1, 'ada', seat(1))], later + 30 * 24 * 60 * minute);
    expect(stage.told.map(({ outcome }) => outcome)).toEqual(['lost', 'lost']);
    expect((await stage.held(later)).size).toBe(0);
  });
});

describe('selling', () => {
  test('retakes the seats of a lapsed hold if nobody has them', async () => {
    const stage = await openStage(ten);
    await stage.ask([hold(1, 'ada', named(1, 2))]);
    const later = noon + 11 * minute;
    // Another write drops the lapsed record first, so that only the slip knows the seats.
    await stage.ask([hold(2, 'bob', named(9), { askedAt: later })], later);
    expect(await stage.ask([sell(1, 'ada', seat(1, 2))], later)).toEqual(['sold']);
    expect((await stage.held(later)).get(holdName(1))).toEqual(seat(1, 2));
    expect(stage.told).toMatchObject([{ outcome: 'sold', seats: seat(1, 2), fan: 'ada', order: 'order-1' }]);
  });

  test('loses all of them if somebody has one', async () => {
    const stage = await openStage(ten);
    await stage.ask([hold(1, 'ada', named(1, 2))]);
    const later = noon + 11 * minute;
    await stage.ask([hold(2, 'bob', named(2), { askedAt: later })], later);
    expect(await stage.ask([sell(1, 'ada', seat(1, 2))], later)).toEqual(['lost']);
    expect([...(await stage.held(later)).keys()]).toEqual([holdName(2)]);
  });

  test('does not sell to a second order what one has', async () => {
    const stage = await openStage(ten);
    await stage.ask([hold(1, 'ada', named(1))]);
    await stage.ask([sell(1, 'ada', seat(1)), sell(1, 'ada', seat(1), { order: 'order-2' })]);
    expect(stage.told.map(({ order, outcome }) => [order, outcome])).toEqual([
      ['order-1', 'sold'],
      ['order-2', 'lost'],
    ]);
  });

  test('loses what would take the fan over the limit, since they bought other seats meanwhile', async () => {
    const stage = await openStage(ten, { seatsPerFan: 2 });
    await stage.ask([hold(1, 'ada', named(1, 2))]);
    const later = noon + 11 * minute;
    await stage.ask([hold(2, 'ada', named(5, 6), { askedAt: later })], later);
    expect(await stage.ask([sell(1, 'ada', seat(1, 2))], later)).toEqual(['lost']);
  });

  test('of seats that are not the house’s, of none, or of a hold given back: lost', async () => {
    const stage = await openStage(ten);
    await stage.ask([hold(3, 'ada', named(1)), release(3, 'ada')]);
    const sales = [sell(1, 'ada', ['gods-Z-9']), sell(2, 'ada', []), sell(3, 'ada', seat(1))];
    expect(await stage.ask(sales)).toEqual(['lost', 'lost', 'lost']);
    expect((await stage.held()).size).toBe(0);
  });
});

describe('a sale that is lost says whose doing that was', () => {
  const later = noon + 11 * minute;
  const why = (stage: Awaited<ReturnType<typeof openStage>>) => stage.told.map((said) => said.why);

  test('the hold is another order’s, also when that gave the seats back', async () => {
    const stage = await openStage(ten);
    const second = sell(1, 'ada', seat(1), { order: 'order-2', askedAt: noon });
    const sold = { order: 'order-1', hold: holdName(1), fan: 'ada', performance: 'evening' };
    await stage.ask([hold(1, 'ada', named(1)), sell(1, 'ada', seat(1)), second, change(sold, 1, seat(1), []), second]);
    expect(why(stage)).toEqual([undefined, 'hold-sold-already', undefined, 'hold-sold-already']);
  });

  test('the fan gave the hold back; said again, it is said alike', async () => {
    const stage = await openStage(ten);
    const sale = sell(1, 'ada', seat(1), { askedAt: noon });
    await stage.ask([hold(1, 'ada', named(1)), release(1, 'ada'), sale]);
    await stage.ask([sale], later, stage.newAllocator());
    expect(why(stage)).toEqual(['hold-released', 'hold-released']);
  });

  test.each([
    ['the order came when the hold had lapsed', noon + 10 * minute, 'hold-lapsed'],
    ['the order came in time, and the house was late', noon + 10 * minute - 1, 'seat-lost'],
  ])('%s, and somebody has the seats', async (_, askedAt, reason) => {
    const stage = await openStage(ten);
    await stage.ask([hold(1, 'ada', named(1))]);
    await stage.ask([hold(2, 'bob', named(1), { askedAt: later })], later);
    await stage.ask([sell(1, 'ada', seat(1), { askedAt })], later);
    await stage.ask([sell(1, 'ada', seat(1), { askedAt })], later + minute, stage.newAllocator());
    expect(why(stage)).toEqual([reason, reason]);
  });

  test('nobody waits for it any more: it is ours, and the seats go back', async () => {
    const stage = await openStage(ten, { holdMinutes: 60 });
    await stage.ask([hold(1, 'ada', named(1))]);
    const sale = sell(1, 'ada', seat(1), { askedAt: noon });
    const late = noon + askTimes.orderMs + 1;
    expect(await stage.ask([sale], late)).toEqual(['lost']);
    expect(why(stage)).toEqual(['seat-lost']);
    expect((await stage.held(late)).size).toBe(0);
  });

  test('what was sold in time stays sold, however late the message comes again', async () => {
    const stage = await openStage(ten);
    const sale = sell(1, 'ada', seat(1), { askedAt: noon });
    await stage.ask([hold(1, 'ada', named(1)), sale]);
    await stage.ask([sale], noon + askTimes.orderMs + 1, stage.newAllocator());
    expect(stage.told.map(({ outcome }) => outcome)).toEqual(['sold', 'sold']);
  });

  test('the fan filled their limit with other seats, after their hold had lapsed', async () => {
    const stage = await openStage(ten, { seatsPerFan: 1 });
    await stage.ask([hold(1, 'ada', named(1))]);
    await stage.ask([hold(2, 'ada', named(2), { askedAt: later })], later);
    await stage.ask([sell(1, 'ada', seat(1), { askedAt: noon })], later);
    expect(why(stage)).toEqual(['hold-lapsed']);
  });
});

describe('releasing', () => {
  test('frees the seats for the next ask of the batch, and not what is sold', async () => {
    const stage = await openStage(ten);
    await stage.ask([hold(1, 'ada', named(1)), hold(2, 'ada', named(2)), sell(2, 'ada', seat(2))]);
    const answers = await stage.ask([
      release(1, 'ada'),
      hold(3, 'bob', named(1)),
      release(2, 'ada'),
      hold(4, 'bob', named(2)),
    ]);
    expect(answers).toEqual(['released', 'held', 'again', 'seat-taken']);
  });

  test('of another fan’s hold does nothing', async () => {
    const stage = await openStage(ten);
    expect(await stage.ask([hold(1, 'ada', named(1)), release(1, 'eve')])).toEqual(['held', 'again']);
    expect((await stage.held()).size).toBe(1);
  });

  test('gives the fan room at once, and never two live holds over the limit', async () => {
    const stage = await openStage(ten, { seatsPerFan: 2 });
    await stage.ask([hold(1, 'ada', named(1, 2))]);
    expect(await stage.ask([release(1, 'ada'), hold(2, 'ada', named(3, 4)), hold(3, 'bob', named(1))])).toEqual([
      'released',
      'held',
      'held',
    ]);
  });
});

describe('an allocator with a memory', () => {
  test('reads no section while it is right', async () => {
    const reads: string[] = [];
    const stage = await openStage(ten, { store: countingReads(houseTwin(), reads) });
    await stage.ask([hold(1, 'ada', named(1))]);
    reads.length = 0;
    expect(await stage.ask([hold(2, 'bob', named(2)), hold(3, 'cy', named(3))])).toEqual(['held', 'held']);
    expect(reads).toEqual(['baskets']);
  });

  test('is not believed when it says no', async () => {
    const stage = await openStage(ten);
    const [one, two] = [stage.newAllocator(), stage.newAllocator()];
    await stage.ask([hold(1, 'ada', named(1))], noon, one);
    await stage.ask([release(1, 'ada')], noon, two);
    // The first still remembers that the seat is held.
    expect(await stage.ask([hold(2, 'bob', named(1))], noon, one)).toEqual(['held']);
  });

  test('is corrected by a refused write when it says yes', async () => {
    const stage = await openStage(ten);
    const [one, two] = [stage.newAllocator(), stage.newAllocator()];
    await stage.ask([hold(1, 'ada', named(1))], noon, one);
    await stage.ask([hold(2, 'bob', named(2))], noon, two);
    expect(await stage.ask([hold(3, 'cy', named(2, 3)), hold(4, 'di', named(4))], noon, one)).toEqual([
      'seat-taken',
      'held',
    ]);
  });

  test('gives the batch back when others always write first, and says why', async () => {
    const store = houseTwin();
    const stage = await openStage(ten, { store: { ...store, writeSection: async () => moved } });
    await expect(stage.ask([hold(1, 'ada', named(1))])).rejects.toThrow('wrote first 40 times');
  });

  /** A store that says to these writes of sections that somebody else was first, counted from 1. */
  function losing(isLost: (nth: number) => boolean) {
    const store = houseTwin();
    let nth = 0;
    return {
      ...store,
      writeSection: async (...of: Parameters<HouseStore['writeSection']>) =>
        isLost(++nth) ? moved : store.writeSection(...of),
    };
  }

  test('counts how often others wrote first, and begins to count anew once it got on', async () => {
    const stage = await openStage(ten, { store: losing((nth) => nth !== 1 && nth !== 41 && nth !== 81) });
    await stage.ask([hold(1, 'ada', named(1))]);
    // Two rounds: what ada gave back is hers to use only once it is written.
    const asks = [release(1, 'ada'), hold(2, 'ada', named(2))];
    expect(await allocateSeats(stage.newAllocator(), asks, noon)).toEqual({
      decisions: ['released', 'held'],
      conflicts: 78,
    });
    const always = await openStage(ten, { store: losing(() => true) });
    const given = await allocateSeats(always.newAllocator(), [hold(1, 'ada', named(1))], noon);
    expect(given).toMatchObject({ decisions: [], conflicts: 40 });
  });

  test('finds nobody else’s writes where nobody else is', async () => {
    const stage = await openStage(drawPlan({ left: { rows: ['oooo'] }, right: { rows: ['oooo'], x: 9 } }));
    const adas = { order: 'order-1', hold: holdName(1), fan: 'ada', performance: 'evening' };
    const left = ['left-A-1', 'left-A-2'];
    const warm = stage.newAllocator();
    for (const ask of [
      hold(1, 'ada', { seats: left }),
      sell(1, 'ada', left),
      change(adas, 1, left, ['left-A-2', 'right-A-1']),
      change(adas, 2, ['left-A-2', 'right-A-1'], ['left-A-3', 'right-A-2']),
      change(adas, 3, ['left-A-3', 'right-A-2'], []),
    ])
      expect(await allocateSeats(warm, [ask], noon)).toMatchObject({ conflicts: 0 });
  });

  test('looks again after a refused write, also if only the section has moved', async () => {
    const stage = await openStage(ten);
    const one = stage.newAllocator();
    await stage.ask([hold(1, 'ada', named(1))], noon, one);
    await stage.ask([hold(2, 'bob', named(2))], noon, stage.newAllocator());
    expect(await allocateSeats(one, [release(1, 'ada')], noon)).toEqual({ decisions: ['released'], conflicts: 1 });
  });

  test('looks again after a fault: it cannot know whether the last write was taken', async () => {
    const reads: string[] = [];
    const stage = await openStage(ten, { store: countingReads(houseTwin(), reads) });
    const deaf = { ...stage.newAllocator(), tell: () => Promise.reject(new Error('nobody listens')) };
    const { fault } = await allocateSeats(deaf, [sell(1, 'ada', seat(1))], noon);
    expect(fault).toEqual(new Error('nobody listens'));
    reads.length = 0;
    await stage.ask([hold(2, 'bob', named(2))], noon, { ...deaf, tell: async () => undefined });
    expect(reads).toEqual(['baskets', 'wholeHouse']);
  });

  test('tells ordering when there is something to tell', async () => {
    const stage = await openStage(ten);
    const calls: number[] = [];
    const allocator = {
      ...stage.newAllocator(),
      tell: async ({ length }: { readonly length: number }) => void calls.push(length),
    };
    await stage.ask([hold(1, 'ada', named(1))], noon, allocator);
    expect(calls).toEqual([]);
    await stage.ask([sell(1, 'ada', seat(1))], noon, allocator);
    expect(calls).toEqual([1]);
  });

  test('writes and tells nothing if the sections contradict what was sold', async () => {
    const stage = await openStage(ten);
    await stage.ask([hold(1, 'ada', named(1)), sell(1, 'ada', seat(1))]);
    stage.told.length = 0;
    const records = [{ hold: holdName(2), lapsesAt: sold, seats: [0], total: 1 }];
    const data = encodeSection({ seats: 10, blocked: [], records });
    const [{ version } = { version: 0 }] = await stage.store.sections([{ performance: 'evening', section: 'stalls' }]);
    await stage.store.writeSection({ performance: 'evening', section: 'stalls', version: version + 1, data });
    const adas = { order: 'order-1', hold: holdName(1), fan: 'ada', performance: 'evening' };
    const { decisions, fault } = await allocateSeats(stage.newAllocator(), [change(adas, 1, seat(1), seat(1))], noon);
    expect([decisions, `${fault}`, stage.told]).toEqual([
      [],
      "Error: Order order-1 has seats that are somebody else's",
      [],
    ]);
    expect(await stage.held()).toEqual(new Map([[holdName(2), seat(1)]]));
  });

  test('never writes over another fan’s hold of the same name', async () => {
    const stage = await openStage(ten);
    await stage.ask([hold(1, 'ada', named(1))]);
    expect(await stage.ask([hold(1, 'eve', named(2))])).toEqual(['not-enough-seats']);
    expect(await stage.held()).toEqual(new Map([[holdName(1), seat(1)]]));
  });

  test('never gives a blocked seat', async () => {
    const stage = await openStage(ten);
    const data = encodeSection({ seats: 10, blocked: [0, 1, 2, 3, 4, 5, 6, 7], records: [] });
    await stage.store.writeSection({ performance: 'evening', section: 'stalls', version: 1, data });
    const answers = await stage.ask([hold(1, 'ada', named(8)), hold(2, 'ada', best(2)), hold(3, 'ada', best(1))]);
    expect(answers).toEqual(['seat-taken', 'held', 'not-enough-seats']);
  });

  test('keeps the houses used last', async () => {
    const store = houseTwin();
    const reads: string[] = [];
    const counting = countingReads(store, reads);
    const memory = new HouseMemory();
    const house = { plan: 'p', sections: {}, onSales: [] };
    for (let n = 0; n < 41; n++) {
      await store.openHouse({ performance: `night-${n}`, ...house });
      await memory.recall(counting, `night-${n}`);
    }
    reads.length = 0;
    await memory.recall(counting, 'night-40');
    expect(reads).toEqual([]);
    await memory.recall(counting, 'night-0');
    expect(reads).toEqual(['wholeHouse']);
  });
});

function countingReads(store: HouseStore, reads: string[]): HouseStore {
  return {
    ...store,
    wholeHouse: (...of) => {
      reads.push('wholeHouse');
      return store.wholeHouse(...of);
    },
    baskets: (...of) => {
      reads.push('baskets');
      return store.baskets(...of);
    },
  };
}
