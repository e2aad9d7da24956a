import { describe, expect, test } from '@jest/globals';
import type { OrderBookEntry } from '../../../contracts/order.ts';
import type { PlanSection } from '../../../contracts/plan.ts';
import { actsOn, exchangeOf, owed } from '../../../site/order-book/open-order.ts';
import { seatsTyped } from '../../../site/order-book/seats-typed.ts';

const row = (label: string, numbers: readonly string[]) => ({
  label,
  seats: numbers.map((number) => ({ id: `st-${label}-${number}`, number, x: 0, y: 0, category: 'a' })),
});
const section: PlanSection = {
  id: 'stalls',
  name: 'Stalls',
  kind: 'seated',
  neighbours: [],
  rows: [row('C', ['1', '2', '14', '15']), row('D', ['14']), row('1', ['12']), row('11', ['2'])],
};
const said = (text: string, taken: readonly string[] = []) =>
  seatsTyped(text, section, new Set(taken)).map((seat) => (seat.ok ? seat.id : seat.why));

describe('seats as staff type them', () => {
  test.each([
    ['C14, C15', ['st-C-14', 'st-C-15']],
    ['c 14; 15', ['st-C-14', 'st-C-15']],
    ['row C seat 14, row D seat 14', ['st-C-14', 'st-D-14']],
    ['st-C-1', ['st-C-1']],
    ['1 12, 11 2', ['st-1-12', 'st-11-2']],
    ['', []],
  ])('%s', (typed, ids) => {
    expect(said(typed)).toEqual(ids);
  });

  test('what could be two seats is none: nothing is guessed', () => {
    expect(said('112')).toEqual(['unknown']);
  });

  test('a taken seat, a seat named twice and a seat that is not there are each said', () => {
    expect(said('C14, C14, C15, Z9', ['st-C-15'])).toEqual(['st-C-14', 'twice', 'taken', 'unknown']);
  });

  test('a wheelchair place is not given away over the telephone', () => {
    const access: PlanSection = {
      ...section,
      rows: [{ label: 'A', seats: [{ id: 'w', number: '1', x: 0, y: 0, category: 'a', access: 'wheelchair' }] }],
    };
    expect(seatsTyped('A1', access, new Set())).toEqual([{ typed: 'A1', ok: false, why: 'access' }]);
  });
});

const entry = (change: Partial<OrderBookEntry> = {}): OrderBookEntry => ({
  order: 'o',
  reference: 'K7M-4QX',
  state: 'confirmed',
  items: [
    {
      hold: 'h',
      performance: 'p',
      title: '',
      startsAt: 0,
      venue: '',
      seats: [{ id: 'st-C-1', label: '', category: 'a', price: 1 }],
      outcome: 'sold',
    },
  ],
  currency: 'GBP',
  timeZone: 'UTC',
  total: 9600,
  payment: { method: 'box-office', state: 'promised' },
  placedAt: 0,
  buyer: { name: '', email: '' },
  tickets: 1,
  ...change,
});

describe('what staff may do', () => {
  test('payment is taken for a promise and for a difference, and for nothing else', () => {
    expect(actsOn(entry())).toEqual(['take-payment', 'exchange', 'cancel']);
    expect(owed(entry())).toBe(9600);
    const due = entry({ payment: { method: 'sandbox-card', state: 'captured', due: 500 } });
    expect(actsOn(due)).toContain('take-payment');
    expect(owed(due)).toBe(500);
    expect(actsOn(entry({ payment: { method: 'sandbox-card', state: 'captured' } }))).toEqual(['exchange', 'cancel']);
  });

  test('nothing while a change is on its way, or when the order is over', () => {
    expect(actsOn(entry({ changing: 'exchange' }))).toEqual([]);
    expect(actsOn(entry({ state: 'cancelled' }))).toEqual([]);
    expect(actsOn(entry({ state: 'paying' }))).toEqual([]);
  });

  test('an exchange is asked for seat for seat, or not at all', () => {
    const plan = { sections: [section] } as unknown as NonNullable<Parameters<typeof exchangeOf>[0]['plan']>;
    const exchange = { hold: 'h', from: ['st-C-1'], section: 'stalls', typed: 'C14', plan, taken: new Set<string>() };
    expect(exchangeOf(exchange)).toEqual({ act: 'exchange', hold: 'h', from: ['st-C-1'], to: ['st-C-14'] });
    expect(exchangeOf({ ...exchange, typed: 'C14, C15' })).toBeUndefined();
    expect(exchangeOf({ ...exchange, typed: 'Z9' })).toBeUndefined();
    expect(exchangeOf({ ...exchange, taken: new Set(['st-C-14']) })).toBeUndefined();
    expect(exchangeOf({ ...exchange, from: [] })).toBeUndefined();
  });
});
