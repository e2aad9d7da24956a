import { describe, expect, test } from '@jest/globals';
import type { PublishedOnSale, ShowFile } from '../../../contracts/catalogue.ts';
import { byMonth } from '../../../rules/by-month.ts';
import { salesOfShow, wayIn } from '../../../rules/way-in.ts';
import { isOfKind } from '../../../site/show/dates.ts';
import { monthOf } from '../../../words/en/written.ts';

const saturdayMatinee = Date.UTC(2027, 5, 5, 13, 30);
const mondayEvening = Date.UTC(2027, 5, 7, 18, 30);

describe('a show’s dates', () => {
  test('a matinee begins before five at the venue', () => {
    expect(isOfKind(saturdayMatinee, 'Europe/London', 'matinee')).toBe(true);
    expect(isOfKind(saturdayMatinee, 'Asia/Tokyo', 'matinee')).toBe(false);
    expect(isOfKind(mondayEvening, 'Europe/London', 'evening')).toBe(true);
    expect(isOfKind(saturdayMatinee, 'Europe/London', 'weekend')).toBe(true);
    expect(isOfKind(mondayEvening, 'Europe/London', 'weekend')).toBe(false);
    expect(isOfKind(mondayEvening, 'Europe/London', 'all')).toBe(true);
  });

  test('months in order, by the venue’s calendar', () => {
    const lastNight = Date.UTC(2027, 5, 30, 23, 30);
    const months = byMonth([{ startsAt: lastNight }, { startsAt: saturdayMatinee }], (at) =>
      monthOf(at, 'Europe/London'),
    );
    expect(months.map(({ month }) => month)).toEqual(['June 2027', 'July 2027']);
  });
});

describe('the way in', () => {
  const sale = (id: string, opensAt: number, closesAt: number): PublishedOnSale => ({
    id,
    title: id,
    audienceName: id,
    opensAt,
    closesAt,
    entry: 'open',
    seatsPerFan: 6,
    holdMinutes: 8,
  });
  const sales = [sale('friends', 100, 900), sale('public', 500, 900)];

  test('with a running pass, to the hall', () => {
    const passes = [{ onSale: 'friends', expiresAt: 301 }];
    expect(wayIn(['friends'], sales, passes, 300)).toEqual({ way: 'hall', onSale: 'friends' });
    expect(wayIn(['friends'], sales, passes, 301).way).toBe('line');
    expect(wayIn(['public'], sales, passes, 300).way).toBe('lobby');
  });

  test('without one, by the on-sale that opened last, or opens first', () => {
    expect(wayIn(['friends', 'public'], sales, [], 50)).toMatchObject({ way: 'lobby', onSale: { id: 'friends' } });
    expect(wayIn(['friends', 'public'], sales, [], 300)).toMatchObject({ way: 'line', onSale: { id: 'friends' } });
    expect(wayIn(['friends', 'public'], sales, [], 600)).toMatchObject({ way: 'line', onSale: { id: 'public' } });
    expect(wayIn(['friends', 'public'], sales, [], 900)).toEqual({ way: 'none' });
  });
});

test('what a show is sold in: the on-sales of its dates that are not over', () => {
  const now = 1_000_000_000;
  const sale = (id: string, closesAt: number) => ({ id, opensAt: now - 10, closesAt }) as PublishedOnSale;
  const show = {
    performances: [{ onSales: ['friends'] }, { onSales: ['friends', 'everyone'] }],
  } as unknown as ShowFile;
  const all = [sale('friends', now), sale('everyone', now + 1), sale('others', now + 1)];
  expect(salesOfShow(show, all, now).map(({ id }) => id)).toEqual(['everyone']);
});
