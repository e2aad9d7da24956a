import { describe, expect, test } from '@jest/globals';
import type { LineReadings, OnSaleReadings, ReadingsHistory } from '../../../../contracts/readings.ts';
import { oldMs } from '../../../../site/control-room/picture/ages.ts';
import { headline } from '../../../../site/control-room/picture/headline.tsx';
import { howItGoes } from '../../../../site/control-room/picture/how-it-goes.ts';
import { soldOutAbout, ticketsAMinute } from '../../../../site/control-room/picture/sold-out-about.ts';
import { whatNeedsSomebody } from '../../../../site/control-room/picture/what-needs-somebody.ts';
import { readings } from '../../../../site/developers/readings-examples.ts';

const minute = 60_000;
const { opensAt, closesAt } = readings.line;
const now = readings.line.writtenAt + 1000;

const withLine = (line: Partial<LineReadings>, others: Partial<OnSaleReadings> = {}): OnSaleReadings => ({
  ...readings,
  line: { ...readings.line, ...line },
  ...others,
});
const says = (of: OnSaleReadings, at = now, history?: ReadingsHistory) => headline(howItGoes(of, history, at), 'UTC');
const needs = (of: OnSaleReadings, at = now) => whatNeedsSomebody(of, at).map(({ kind }) => kind);

/** Tickets of the last minutes that are in the history, the oldest first. */
const sold = (...tickets: readonly number[]): ReadingsHistory => ({
  onSale: 'friends-2027',
  orders: {
    at: tickets.map((_, n) => readings.orders.countedAt - (tickets.length - n + 2) * minute),
    orders: tickets,
    tickets,
    money: tickets,
  },
});

describe('how it goes, in words', () => {
  test('nobody has written anything: the line is not open yet', () => {
    expect(says({ onSale: 'friends-2027' })).toContain('not open yet');
  });

  test('before the doors: how long still, and how many stand in the lobby', () => {
    const at = opensAt - 4 * minute;
    const lobby = withLine({ phase: 'lobby', joined: 3112, waiting: 3112, writtenAt: at });
    expect(says(lobby, at)).toBe('Doors open in 4 minutes; 3,112 fans stand in the lobby.');
    const last = withLine({ phase: 'lobby', joined: 1, writtenAt: opensAt - 10_000 });
    expect(says(last, opensAt - 10_000)).toBe('Doors open in 10 seconds; one fan stands in the lobby.');
  });

  test('a line that sleeps is not old: it wakes an hour before its doors', () => {
    const asleep = withLine({ phase: 'lobby', writtenAt: opensAt - 120 * minute });
    expect(howItGoes(asleep, undefined, opensAt - 90 * minute)).toEqual({ kind: 'asleep', opensAt });
    expect(howItGoes(asleep, undefined, opensAt - 59 * minute)).toMatchObject({ kind: 'old' });
  });

  test('on pace: when it is sold out, if the next minutes are like the last', () => {
    // 1,524 seats are left, and 97 tickets a minute are sold: 15.7 minutes.
    const goes = howItGoes(readings, sold(97, 97, 97, 97), now);
    expect(goes).toMatchObject({ kind: 'on-pace' });
    expect(says(readings, now, sold(97, 97, 97, 97))).toBe('On pace: sold out about 08:27. 2,154 fans wait.');
  });

  test.each([
    [{ halt: 'staff' }, 'Paused by staff'],
    [{ halt: 'house', haltedWhy: 'slow' }, 'stopped by itself'],
    [{ halt: 'baskets' }, 'in a basket'],
    [{ phase: 'sold-out', waiting: 0 }, 'Sold out. Nobody waits.'],
    [{ phase: 'closed' }, '1,042 seats are sold'],
    [{ phase: 'lobby' }, 'being drawn'],
  ] as const)('%j: %s', (line, text) => {
    expect(says(withLine(line))).toContain(text);
  });

  test('a silent pacemaker is said before anything that it wrote', () => {
    const at = readings.line.writtenAt + oldMs + 1;
    expect(says(withLine({ phase: 'sold-out' }), at)).toBe(
      'Nobody has counted since 08:12. The figures below are old.',
    );
    expect(says(withLine({ phase: 'sold-out' }), at - 1)).toContain('Sold out');
  });
});

describe('sold out about', () => {
  test('few tickets make no pace, and a sale of days is not on the way to it', () => {
    expect(
      ticketsAMinute({ ...readings.orders, lately: { orders: 1, tickets: 2, money: 1 } }, undefined),
    ).toBeUndefined();
    const slow = { ...readings, orders: { ...readings.orders, lately: { orders: 2, tickets: 3, money: 9 } } };
    expect(soldOutAbout(slow, sold(2, 2, 2, 2).orders, now)).toBeUndefined();
  });

  test('the twice as quick sale is over in half the time', () => {
    const left = (tickets: number) => {
      const orders = { ...readings.orders, lately: { orders: 1, tickets, money: 1 } };
      const history = sold(tickets, tickets, tickets, tickets).orders;
      return Number(soldOutAbout({ house: readings.house, orders }, history, now)) - now;
    };
    expect(left(40)).toBeCloseTo(2 * left(80), -1);
  });

  test('nothing is left to be sold: no time is said', () => {
    const house = { ...readings.house, free: 0, held: 0, sold: readings.house.seats };
    expect(soldOutAbout({ house, orders: readings.orders }, sold(97, 97).orders, now)).toBeUndefined();
  });
});

describe('what needs somebody', () => {
  const calm = withLine({ judged: { slowed: 17, removed: 2, appeals: 0 } });

  test('nothing on a calm morning, nor before a line wakes, nor when it is over', () => {
    expect(needs(calm)).toEqual([]);
    expect(needs(calm, closesAt + minute)).toEqual([]);
    expect(needs(withLine({ ...calm.line, writtenAt: opensAt - 120 * minute }), opensAt - 90 * minute)).toEqual([]);
  });

  test('what is urgent stands first, each with its runbook', () => {
    const refunds = { orders: { ...readings.orders, failedRefunds: 2 } };
    const of = withLine({ halt: 'house', haltedWhy: 'silent' }, refunds);
    expect(whatNeedsSomebody(of, now)).toEqual([
      { kind: 'house-silent', tone: 'urgent', runbook: 'house-halted' },
      { kind: 'refunds-failed', tone: 'soon', runbook: 'refund-failed', count: 2 },
      { kind: 'appeals-open', tone: 'soon', count: 1 },
    ]);
  });

  test('a silent pacemaker, seats and orders that nobody counts', () => {
    expect(needs(calm, now + oldMs)).toEqual(['pacemaker-silent', 'stock-silent']);
    const later = now + 4 * minute;
    const young = withLine({ ...calm.line, writtenAt: later }, { house: { ...readings.house, countedAt: later } });
    expect(needs(young, later)).toEqual(['orders-old']);
  });

  test('a pause that staff made is said while the doors are open', () => {
    expect(needs(withLine({ ...calm.line, halt: 'staff', phase: 'paused' }))).toEqual(['staff-paused']);
  });
});
