import { describe, expect, test } from '@jest/globals';
import type { Basket, HoldView } from '../../../contracts/house.ts';
import {
  freeAgain,
  isUnwritten,
  lapsedOf,
  nextEnd,
  shownBasket,
  standing,
  withHeld,
  withLook,
  withMoreTime,
  withReleased,
} from '../../../site/basket/known-basket.ts';

const second = 1_000;
const end = 500 * second;
const hold = (id: string, expiresAt = end): HoldView => ({
  state: 'held',
  hold: id,
  performance: 'lear-3',
  seats: [],
  expiresAt,
  slip: 's',
});
const basketOf = (holds: readonly HoldView[], lapsesAt = end): Basket => ({
  holds,
  seatsLeft: 4,
  ...(holds.length > 0 && { timer: { lapsesAt, extendable: true } }),
});
const ids = (basket: Basket) => basket.holds.map((one) => one.hold);

describe('what a fan holds, from any page or tab', () => {
  const first = withLook(undefined, basketOf([hold('a')]), 10 * second);

  test('an older look never replaces a newer one', () => {
    const newer = withLook(first, basketOf([hold('a'), hold('b')]), 20 * second);
    expect(withLook(newer, basketOf([]), 15 * second)).toBe(newer);
    expect(ids(shownBasket(withLook(newer, basketOf([]), 21 * second)))).toEqual([]);
  });

  test('a hold of a moment ago is shown before a slow look has it, and not for ever', () => {
    const held = withHeld(first, hold('b'), 11 * second);
    expect(ids(shownBasket(held))).toEqual(['a', 'b']);
    expect(ids(shownBasket(withLook(held, basketOf([hold('a')]), 12 * second)))).toEqual(['a', 'b']);
    expect(ids(shownBasket(withLook(held, basketOf([hold('a')]), 30 * second)))).toEqual(['a']);
    expect(ids(shownBasket(withHeld(undefined, hold('b'), 11 * second)))).toEqual(['b']);
  });

  test('seats that were given back do not come back with a slow look', () => {
    const released = withReleased(first, 'a', 11 * second);
    expect(ids(shownBasket(released))).toEqual([]);
    expect(ids(shownBasket(withLook(released, basketOf([hold('a')]), 12 * second)))).toEqual([]);
    expect(withLook(released, basketOf([]), 13 * second).believed).toEqual([]);
  });

  test('an end that was put off is not put back by a slow look, and one look that has it ends the asking', () => {
    const more = withMoreTime(first, basketOf([hold('a')], 900 * second), 11 * second);
    expect(isUnwritten(more, 12 * second)).toBe(true);
    const slow = withLook(more, basketOf([hold('a')]), 12 * second);
    expect(shownBasket(slow).timer).toEqual({ lapsesAt: 900 * second, extendable: false });
    const written = withLook(slow, basketOf([hold('a', 900 * second)], 900 * second), 13 * second);
    expect(isUnwritten(written, 13 * second)).toBe(false);
    expect(standing(shownBasket(slow), 600 * second)).toHaveLength(1);
  });

  test('seats lapse by the clock at once, wherever they are shown', () => {
    const basket = shownBasket(first);
    expect(standing(basket, end - 1)).toHaveLength(1);
    expect(nextEnd(basket, end - 1)).toBe(end);
    expect(standing(basket, end)).toEqual([]);
    expect(nextEnd(basket, end)).toBeUndefined();
    expect(standing(undefined, end)).toEqual([]);
  });

  test('that their time ran out is said until something is held or on its way', () => {
    expect(lapsedOf(shownBasket(first), end - 1)).toBeUndefined();
    expect(lapsedOf(shownBasket(first), end)?.hold).toBe('a');
    const told = (more: readonly HoldView[]) =>
      lapsedOf({ holds: [{ state: 'lapsed', hold: 'a', performance: 'lear-3' }, ...more], seatsLeft: 4 }, end);
    expect(told([])).toMatchObject({ hold: 'a', performance: 'lear-3' });
    expect(told([hold('b', end + 1)])).toBeUndefined();
    expect(told([{ state: 'pending', hold: 'b', performance: 'lear-3' }])).toBeUndefined();
    expect(lapsedOf(undefined, end)).toBeUndefined();
  });

  test('what waits for a bank outlasts the clock of all else', () => {
    const basket = basketOf([hold('a'), hold('b', 900 * second)]);
    expect(nextEnd(basket, second)).toBe(end);
    expect(standing(basket, end).map((one) => one.hold)).toEqual(['b']);
  });
});

describe('seats whose time ran out, and which are still free', () => {
  const seat = (id: string) => ({ id, category: 'full', label: id });
  const over = (id: string, performance: string, seats?: readonly string[]): HoldView => ({
    ...{ state: 'lapsed', hold: id, performance },
    ...(seats && { seats: seats.map(seat) }),
  });
  const names = (basket: Basket | undefined, performance = 'lear-3') =>
    freeAgain(basket, performance, end + second).map(({ id }) => id);

  test('are those of all its holds in this performance', () => {
    const basket = basketOf([
      over('a', 'lear-3', ['A-1']),
      over('b', 'lear-3', ['A-2']),
      over('c', 'tempest-1', ['B-1']),
    ]);
    expect(names(basket)).toEqual(['A-1', 'A-2']);
    expect(names(basket, 'tempest-1')).toEqual(['B-1']);
    expect(names(basketOf([over('a', 'lear-3')]))).toEqual([]);
    expect(names(undefined)).toEqual([]);
  });

  test('are not offered beside what is held', () => {
    expect(names(basketOf([over('a', 'lear-3', ['A-1']), hold('b', end + 60 * second)]))).toEqual([]);
  });
});
