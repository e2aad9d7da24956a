import { expect, test } from '@jest/globals';
import type { BasketEntry } from '../../../../lambdas/seating/house/basket-record.ts';
import type { HouseRecord, HouseStore } from '../../../../lambdas/seating/house/house-store.ts';
import { holdName, noon } from '../small-stage.ts';

const house: HouseRecord = {
  performance: 'evening',
  plan: 'plan-1',
  sections: { stalls: 9, circle: 4 },
  onSales: ['friends'],
};

const entries: readonly BasketEntry[] = [
  {
    state: 'held',
    hold: holdName(1),
    performance: 'evening',
    decidedAt: noon,
    seats: 2,
    sections: ['stalls'],
    expiresAt: noon + 1,
  },
  {
    state: 'sold',
    hold: holdName(2),
    performance: 'evening',
    decidedAt: noon,
    seats: 3,
    sections: ['circle', 'stalls'],
    expiresAt: noon,
    order: 'o',
    open: true,
  },
  {
    state: 'refused',
    hold: holdName(3),
    performance: 'matinee',
    decidedAt: noon,
    refusal: 'seat-taken',
    taken: ['stalls-A-1'],
  },
  { state: 'refused', hold: holdName(4), performance: 'matinee', decidedAt: noon, refusal: 'over-limit', taken: [] },
  { state: 'released', hold: holdName(5), performance: 'matinee', decidedAt: noon },
  { state: 'lapsed', hold: holdName(6), performance: 'matinee', decidedAt: noon },
  { state: 'lost', hold: holdName(7), performance: 'matinee', decidedAt: noon, why: 'seat-lost' },
];

/** The duties of every keeper of houses. `open` gives an empty one. */
export function houseStoreContract(open: () => Promise<HouseStore>): void {
  test('a book of asks is written on the version that stands, and is a fan’s own', async () => {
    const store = await open();
    const key = { onSale: 'friends', fan: 'ada' };
    const empty = { ...key, version: 0, asks: [], usedUpTo: 0 };
    expect(await store.askBook(key)).toEqual(empty);
    const asks = [
      { hold: holdName(1), wish: 'AAAAAAAAAAAAAAA_', askedAt: noon },
      { hold: holdName(2), wish: 'BBBBBBBBBBBBBBB-', askedAt: noon + 1 },
    ];
    const first = { ...key, version: 1, asks, usedUpTo: noon + 3000 };
    expect(await store.writeAskBook(first)).toEqual({ ok: true });
    expect(await store.writeAskBook({ ...first, asks: [] })).toEqual({ ok: false });
    expect(await store.askBook(key)).toEqual(first);
    expect(await store.writeAskBook({ ...first, version: 2, asks: asks.slice(1) })).toEqual({ ok: true });
    expect((await store.askBook(key)).asks).toEqual(asks.slice(1));
    expect(await store.askBook({ onSale: 'friends', fan: 'bob' })).toEqual({ ...empty, fan: 'bob' });
    expect((await store.basket(key)).version).toBe(0);
  });

  test('rules keep how often a fan may ask, if they say so', async () => {
    const store = await open();
    const rules = { seatsPerFan: 4, holdMinutes: 10, asks: { burst: 5, perMinute: 2, undecided: 1 } };
    await store.openRules('careful', rules);
    expect(await store.rules('careful')).toEqual(rules);
  });

  test('a house is opened once and stays as it was first', async () => {
    const store = await open();
    expect(await store.house('evening')).toBeUndefined();
    expect(await store.wholeHouse('evening', 'latest')).toBeUndefined();
    expect(await store.openHouse(house)).toEqual({ ok: true });
    expect(await store.openHouse({ ...house, plan: 'plan-2' })).toEqual({ ok: false });
    expect(await store.house('evening')).toEqual(house);
    expect(await store.wholeHouse('evening', 'recent')).toEqual({ house, sections: [] });
  });

  test('the rules of an on-sale stay as they were first', async () => {
    const store = await open();
    expect(await store.rules('friends')).toBeUndefined();
    expect(await store.openRules('friends', { seatsPerFan: 6, holdMinutes: 10 })).toEqual({
      seatsPerFan: 6,
      holdMinutes: 10,
    });
    expect(await store.openRules('friends', { seatsPerFan: 9, holdMinutes: 1 })).toEqual({
      seatsPerFan: 6,
      holdMinutes: 10,
    });
    expect(await store.rules('friends')).toEqual({ seatsPerFan: 6, holdMinutes: 10 });
  });

  test('levers are written on the version that stands, and were never touched before', async () => {
    const store = await open();
    expect(await store.levers('friends', 'latest')).toEqual({ onSale: 'friends', version: 0, stopped: [], turns: [] });
    const turn = { key: 'key-1234', asked: '[]', act: 'stop', by: 'ada@example.org', reason: 'a lamp', turnedAt: noon };
    const first = { onSale: 'friends', version: 1, stopped: ['evening'], turns: [turn] };
    expect(await store.writeLevers(first)).toEqual({ ok: true });
    expect(await store.writeLevers(first)).toEqual({ ok: false });
    expect(await store.levers('friends', 'latest')).toEqual(first);
    const second = { ...first, version: 2, stopped: [], seatsPerFan: 4, methods: ['box-office' as const] };
    expect(await store.writeLevers(second)).toEqual({ ok: true });
    expect(await store.levers('friends', 'latest')).toEqual(second);
    expect((await store.levers('public', 'latest')).version).toBe(0);
  });

  test('releases that are carried out are noted once, each', async () => {
    const store = await open();
    expect(await store.carriedOut('friends')).toEqual([]);
    for (const turn of [12, 3, 12]) await store.noteCarriedOut('friends', turn);
    expect(await store.carriedOut('friends')).toEqual([3, 12]);
    expect(await store.carriedOut('public')).toEqual([]);
  });

  test('a section is written only by who has seen its last version', async () => {
    const store = await open();
    await store.openHouse(house);
    const section = (version: number, byte: number) => ({
      performance: 'evening',
      section: 'stalls',
      version,
      data: Uint8Array.of(1, 0, 9, byte),
    });
    expect(await store.writeSection(section(2, 9))).toEqual({ ok: false });
    expect(await store.writeSection(section(1, 1))).toEqual({ ok: true });
    expect(await store.writeSection(section(1, 2))).toEqual({ ok: false });
    expect(await store.writeSection(section(2, 2))).toEqual({ ok: true });
    expect(await store.writeSection(section(2, 3))).toEqual({ ok: false });
    const whole = await store.wholeHouse('evening', 'latest');
    expect(whole?.sections.map((one) => ({ ...one, data: [...one.data] }))).toEqual([
      { ...section(2, 2), data: [1, 0, 9, 2] },
    ]);
  });

  test('of two who write at once, one hears that it moved', async () => {
    const store = await open();
    const write = (byte: number) =>
      store.writeSection({ performance: 'evening', section: 'stalls', version: 1, data: Uint8Array.of(byte) });
    const written = await Promise.all([write(1), write(2), write(3)]);
    expect(written.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('sections are found by name, over houses, and houses do not mix', async () => {
    const store = await open();
    const keys = ['evening', 'matinee'].flatMap((performance) =>
      ['stalls', 'circle'].map((section) => ({ performance, section })),
    );
    for (const [at, key] of keys.entries()) await store.writeSection({ ...key, version: 1, data: Uint8Array.of(at) });
    const found = await store.sections(
      [keys[0], keys[3], { performance: 'evening', section: 'gods' }].flatMap((key) => key ?? []),
    );
    expect(found.map(({ data }) => data[0]).sort()).toEqual([0, 3]);
    expect(await store.sections([])).toEqual([]);
    await store.openHouse(house);
    const whole = await store.wholeHouse('evening', 'latest');
    expect(whole?.sections.map(({ section }) => section).sort()).toEqual(['circle', 'stalls']);
  });

  test('more than a hundred sections come in one answer', async () => {
    const store = await open();
    const keys = Array.from({ length: 130 }, (_, n) => ({ performance: 'evening', section: `s-${n}` }));
    await Promise.all(keys.map((key) => store.writeSection({ ...key, version: 1, data: Uint8Array.of(1) })));
    expect(await store.sections(keys)).toHaveLength(130);
  });

  test('a basket comes back as it was written, entry by entry', async () => {
    const store = await open();
    const key = { onSale: 'friends', fan: 'ada' };
    expect(await store.basket(key)).toEqual({ ...key, version: 0, entries: [] });
    expect(await store.writeBasket({ ...key, version: 1, entries })).toEqual({ ok: true });
    expect(await store.basket(key)).toEqual({ ...key, version: 1, entries });
  });

  test('a basket is written only by who has seen its last version', async () => {
    const store = await open();
    const key = { onSale: 'friends', fan: 'ada' };
    const [first = [], second = []] = [entries.slice(0, 1), entries.slice(1, 2)];
    expect(await store.writeBasket({ ...key, version: 2, entries: first })).toEqual({ ok: false });
    expect(await store.writeBasket({ ...key, version: 1, entries: first })).toEqual({ ok: true });
    expect(await store.writeBasket({ ...key, version: 1, entries: second })).toEqual({ ok: false });
    expect(await store.writeBasket({ ...key, version: 2, entries: second })).toEqual({ ok: true });
    expect(await store.basket(key)).toEqual({ ...key, version: 2, entries: second });
  });

  test('baskets come in the order asked for, written or not, and on-sales do not mix', async () => {
    const store = await open();
    await store.writeBasket({ onSale: 'friends', fan: 'ada', version: 1, entries });
    const read = await store.baskets([
      { onSale: 'public', fan: 'ada' },
      { onSale: 'friends', fan: 'ada' },
      { onSale: 'friends', fan: 'bob' },
    ]);
    expect(read.map(({ onSale, fan, version }) => [onSale, fan, version])).toEqual([
      ['public', 'ada', 0],
      ['friends', 'ada', 1],
      ['friends', 'bob', 0],
    ]);
  });

  test('a pulse is added to its beat, and the beats of the last minute come back', async () => {
    const store = await open();
    const one = { asks: 3, decided: 2, refused: 1, slow: 0 };
    const key = { onSale: 'friends', beginsAt: noon, shard: 2 };
    expect(await store.beats('friends', noon)).toEqual([]);
    await store.addPulse(key, one);
    await store.addPulse(key, { asks: 1, decided: 1, refused: 0, slow: 1 });
    await store.addPulse({ ...key, shard: 3 }, one);
    await store.addPulse({ ...key, onSale: 'public' }, one);
    await store.addPulse({ ...key, beginsAt: noon - 70_000 }, one);
    const beats = await store.beats('friends', noon + 9000);
    expect([...beats].sort((a, b) => b.asks - a.asks)).toEqual([
      { beginsAt: noon, asks: 4, decided: 3, refused: 1, slow: 1 },
      { beginsAt: noon, ...one },
    ]);
    expect(await store.beats('friends', noon + 60_000)).toHaveLength(2);
    expect(await store.beats('friends', noon + 70_000)).toEqual([]);
  });
}
