import { describe, expect, test } from '@jest/globals';
import { askTimes } from '../../../../contracts/house.ts';
import { isFull, memory, twoWrites, withEntry } from '../../../../lambdas/seating/house/basket.ts';
import type { BasketEntry, BasketRecord } from '../../../../lambdas/seating/house/basket-record.ts';
import { basketSeats, countedSeats } from '../../../../lambdas/seating/house/limit-per-fan.ts';
import { hold, holdName, noon, openStage, stalls } from '../small-stage.ts';

const basket = (...entries: readonly BasketEntry[]): BasketRecord => ({
  onSale: 'friends',
  fan: 'ada',
  version: 7,
  entries,
});
const about = (id: number) => ({ hold: holdName(id), performance: 'evening', decidedAt: noon });
const held = (id: number, more: Partial<Extract<BasketEntry, { state: 'held' }>> = {}): BasketEntry => ({
  state: 'held',
  ...about(id),
  seats: 2,
  sections: ['stalls'],
  expiresAt: noon + 1000,
  ...more,
});
const sold = (id: number): BasketEntry => ({
  state: 'sold',
  ...about(id),
  seats: 3,
  sections: ['stalls'],
  expiresAt: noon,
  order: 'o',
});
const refused = (id: number, decidedAt = noon): BasketEntry => ({
  state: 'refused',
  ...about(id),
  decidedAt,
  refusal: 'over-limit',
  taken: [],
});

describe('what counts against the limit', () => {
  test('is held and live, up to its time and not at it, or sold', () => {
    expect(countedSeats(held(1), noon + 999)).toBe(2);
    expect(countedSeats(held(1), noon + 1000)).toBe(0);
    expect(countedSeats(sold(1), noon + memory * 9)).toBe(3);
    expect(countedSeats(refused(1), noon)).toBe(0);
    expect(basketSeats(basket(held(1), sold(2), refused(3)), noon)).toBe(5);
    expect(basketSeats(basket(held(1), sold(2)), noon, holdName(2))).toBe(2);
  });
});

describe('what is remembered', () => {
  test('is an answer for a day, a sale and a loss for good', () => {
    const lost: BasketEntry = { state: 'lost', ...about(4) };
    const old = basket(held(1), sold(2), refused(3), lost);
    const kept = (now: number) => withEntry(old, refused(9, now), now).entries.map(({ state }) => state);
    expect(kept(noon + memory)).toEqual(['held', 'sold', 'refused', 'lost', 'refused']);
    expect(kept(noon + memory + 1)).toEqual(['held', 'sold', 'lost', 'refused']);
    expect(kept(noon + memory + 1001)).toEqual(['sold', 'lost', 'refused']);
  });

  test('is one entry a hold, the last', () => {
    expect(withEntry(basket(held(1), held(2)), refused(1), noon).entries).toEqual([held(2), refused(1)]);
  });

  test('is bounded, whatever a fan does: refusals are crowded out, and then no new hold is taken', async () => {
    let full = basket();
    for (let id = 0; id < 300; id++) full = withEntry(full, refused(id), noon + askTimes.answerMs);
    expect(full.entries).toHaveLength(20);
    expect(full.entries[0]).toEqual(refused(280));
    for (let id = 0; id < 150; id++) full = withEntry(full, { state: 'released', ...about(1000 + id) }, noon);
    expect(isFull(full, noon)).toBe(true);
    const stage = await openStage(stalls('oooo'));
    await stage.store.writeBasket({ ...full, version: 1 });
    expect(await stage.ask([hold(5000, 'ada', { seats: ['stalls-A-1'] })])).toEqual(['over-limit']);
    // The refusals of the last two minutes stand besides, and a fan has no more of them than the limit of asks allows.
    expect((await stage.store.basket(full)).entries.length).toBeLessThanOrEqual(170 + 1);
  });
});

describe('a fan who changes their mind all evening', () => {
  test('may go on: what was given back is forgotten once no message can revive it', () => {
    let now = noon;
    let evening = basket();
    for (let id = 0; id < 1000; id++, now += 3000) {
      expect(isFull(evening, now)).toBe(false);
      evening = withEntry(evening, { state: 'released', ...about(id), decidedAt: now }, now);
    }
    expect(evening.entries.length).toBeLessThanOrEqual(150);
    expect(evening.entries[0]?.decidedAt).toBeLessThan(now - askTimes.answerMs);
  });

  test('a refusal whose message may come again is remembered, without its seats', () => {
    let full = basket();
    const taken = ['stalls-A-1'];
    for (let id = 0; id < 30; id++)
      full = withEntry(full, { state: 'refused', ...about(id), refusal: 'seat-taken', taken }, noon);
    expect(full.entries.length).toBe(30);
    expect(full.entries[9]).toMatchObject({ taken: [] });
    expect(full.entries[10]).toMatchObject({ taken });
  });
});

describe('the two writes of a decision', () => {
  test('a new hold is counted before the sections, and nothing is left to write after', () => {
    const after = withEntry(basket(), held(1), noon);
    expect(twoWrites(basket(), after, noon)).toEqual({ ahead: { ...after, version: 8 } });
  });

  test('a refusal waits for the sections', () => {
    const after = withEntry(basket(), refused(1), noon);
    expect(twoWrites(basket(), after, noon)).toEqual({ settled: { ...after, version: 8 } });
  });

  test('a seat that is given back is counted until then', () => {
    const before = basket(held(1));
    const after = withEntry(before, { state: 'released', ...about(1) }, noon);
    expect(twoWrites(before, after, noon)).toEqual({
      ahead: { ...before, version: 8 },
      settled: { ...after, version: 9 },
    });
  });

  test('a count that moves, names the old sections too, and is open, until it has moved', () => {
    const before = basket(held(1));
    const after = withEntry(before, held(1, { sections: ['circle'], seats: 1 }), noon);
    expect(twoWrites(before, after, noon)).toEqual({
      ahead: { ...before, version: 8, entries: [held(1, { sections: ['circle', 'stalls'], seats: 2, open: true })] },
      settled: { ...after, version: 9 },
    });
  });

  test('a count made again is written again, though it says the same', () => {
    const before = basket(held(1), held(2));
    expect(twoWrites(before, withEntry(before, held(1), noon), noon).ahead?.version).toBe(8);
    expect(twoWrites(before, before, noon)).toEqual({});
  });
});
