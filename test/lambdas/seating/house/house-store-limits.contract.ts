import { expect, test } from '@jest/globals';
import { askTimes } from '../../../../contracts/house.ts';
import { withEntry } from '../../../../lambdas/seating/house/basket.ts';
import type { BasketEntry, BasketRecord } from '../../../../lambdas/seating/house/basket-record.ts';
import type { HouseRecord, HouseStore } from '../../../../lambdas/seating/house/house-store.ts';
import {
  decodeSection,
  encodeSection,
  type SectionState,
  sold,
} from '../../../../lambdas/seating/house/section-codec.ts';
import { holdName, noon } from '../small-stage.ts';

/*
 * Crowds at one record, and the largest records there can be. An item of the table may have 400 KB, and a query answers
 * at most 1 MB at a time. The twin has neither limit, but must give the same answers.
 */

/** One hold a seat: the most records that a section can have. */
export const crowded = (seats: number): SectionState => ({
  seats,
  blocked: [],
  records: Array.from({ length: seats }, (_, seat) => ({
    hold: holdName(seat),
    lapsesAt: seat % 2 ? sold : 1_800_000_000_000,
    seats: [seat],
    total: 1,
  })),
});

const crowd = 20;

export function houseStoreLimits(open: () => Promise<HouseStore>): void {
  test(`of ${crowd} who write the same version of a section, and of a basket, one does`, async () => {
    const store = await open();
    const key = { onSale: 'friends', fan: 'ada' };
    for (const version of [1, 2]) {
      const sections = Array.from({ length: crowd }, (_, byte) =>
        store.writeSection({ performance: 'evening', section: 'stalls', version, data: Uint8Array.of(byte) }),
      );
      const baskets = Array.from({ length: crowd }, (_, n) =>
        store.writeBasket({ ...key, version, entries: [anEntry(n, [])] }),
      );
      for (const written of [await Promise.all(sections), await Promise.all(baskets)])
        expect(written.filter(({ ok }) => ok)).toHaveLength(1);
    }
    expect(await store.basket(key)).toMatchObject({ version: 2 });
  });

  test('who read, add and write again until it is taken lose nothing of each other', async () => {
    const store = await open();
    const key = { onSale: 'friends', fan: 'ada' };
    const add = async (n: number) => {
      for (;;) {
        const [basket] = await store.baskets([key]);
        if (!basket) throw new Error('A basket is always answered');
        const next = { ...basket, version: basket.version + 1, entries: [...basket.entries, anEntry(n, [])] };
        if ((await store.writeBasket(next)).ok) return;
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => add(n)));
    const { version, entries } = await store.basket(key);
    expect(version).toBe(8);
    expect(new Set(entries.map(({ hold }) => hold)).size).toBe(8);
  });

  test(`of ${crowd} who open a house and its rules at once the first stands for all`, async () => {
    const store = await open();
    const opened = await Promise.all(
      Array.from({ length: crowd }, (_, n) => store.openHouse({ ...house({ stalls: 1 }), plan: `plan-${n}` })),
    );
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
    const rules = await Promise.all(
      Array.from({ length: crowd }, (_, n) => store.openRules('friends', { seatsPerFan: n + 1, holdMinutes: 10 })),
    );
    expect(new Set(rules.map(({ seatsPerFan }) => seatsPerFan)).size).toBe(1);
    expect(await store.rules('friends')).toEqual(rules[0]);
  });

  test('fifty who add to one beat at once are all counted', async () => {
    const store = await open();
    const key = { onSale: 'friends', beginsAt: noon, shard: 1 };
    const one = { asks: 10, decided: 9, refused: 2, slow: 1 };
    await Promise.all(Array.from({ length: 50 }, () => store.addPulse(key, one)));
    expect(await store.beats('friends', noon)).toEqual([
      { beginsAt: noon, asks: 500, decided: 450, refused: 100, slow: 50 },
    ]);
  });

  test('a section of a thousand seats, each held by itself, is kept and read back', async () => {
    const store = await open();
    const state = crowded(1000);
    const data = encodeSection(state);
    expect(data.length).toBeLessThan(18_000);
    const key = { performance: 'evening', section: 'stalls' };
    expect(await store.writeSection({ ...key, version: 1, data })).toEqual({ ok: true });
    const [read] = await store.sections([key]);
    expect(decodeSection(read?.data ?? new Uint8Array())).toEqual(state);
  });

  test('a house of more than one answer comes whole: seventy sections of a thousand seats, all of them held', async () => {
    const store = await open();
    const names = Array.from({ length: 70 }, (_, n) => `section-${n}`);
    const data = encodeSection(crowded(1000));
    expect(names.length * data.length).toBeGreaterThan(1_100_000);
    await store.openHouse(house(Object.fromEntries(names.map((name) => [name, 1000]))));
    await Promise.all(
      names.map((section) => store.writeSection({ performance: 'evening', section, version: 1, data })),
    );
    for (const age of ['latest', 'recent'] as const) {
      const whole = await store.wholeHouse('evening', age);
      expect(whole?.sections.map(({ section }) => section).sort()).toEqual([...names].sort());
      expect(whole?.sections.every((section) => section.data.length === data.length)).toBe(true);
    }
    const read = await store.sections(names.map((section) => ({ performance: 'evening', section })));
    expect(read).toHaveLength(names.length);
  });

  test('the fullest basket is kept: as many holds as it remembers, of fifty seats each, and twenty refusals', async () => {
    const store = await open();
    const basket = fullest(1);
    expect(basket.entries).toHaveLength(170);
    expect(await store.writeBasket(basket)).toEqual({ ok: true });
    expect(await store.basket(basket)).toEqual(basket);
  });
}

const house = (sections: HouseRecord['sections']): HouseRecord => ({
  performance: 'evening',
  plan: 'plan-1',
  sections,
  onSales: ['friends'],
});

function anEntry(n: number, sections: readonly string[]): BasketEntry {
  return {
    state: 'held',
    hold: holdName(n),
    performance: 'the-tide-2027-06-01-1930',
    decidedAt: noon,
    seats: 50,
    sections,
    expiresAt: noon + 60_000,
  };
}

/** As the rules of the basket leave it: each hold over four sections, each refusal of fifty seats that were taken. */
export function fullest(version: number, sectionsAHold = 4, nameLength = 20): BasketRecord {
  const name = (n: number) => `${n}-`.padEnd(nameLength, 'x');
  const sections = Array.from({ length: sectionsAHold }, (_, n) => name(n));
  const refusals = Array.from(
    { length: 25 },
    (_, n): BasketEntry => ({
      state: 'refused',
      hold: holdName(1000 + n),
      performance: 'the-tide-2027-06-01-1930',
      decidedAt: noon,
      refusal: 'seat-taken',
      taken: Array.from({ length: 50 }, (__, seat) => name(seat)),
    }),
  );
  const holds = Array.from({ length: 150 }, (_, n) => anEntry(n, sections));
  const empty: BasketRecord = { onSale: 'friends', fan: 'f'.repeat(43), version, entries: [] };
  return [...holds, ...refusals].reduce((basket, entry) => withEntry(basket, entry, noon + askTimes.answerMs), empty);
}
