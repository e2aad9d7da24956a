import { describe, expect, test } from '@jest/globals';
import type { OrderBookEntry } from '../../../contracts/order.ts';
import { find } from '../../../site/order-book/find.ts';

const order: OrderBookEntry = {
  order: 'o1',
  reference: 'K7M-4QX',
  state: 'confirmed',
  items: [
    {
      hold: 'h',
      performance: 'lear-1',
      title: 'King Lear',
      startsAt: 0,
      venue: '',
      seats: [{ id: 's', label: 'Stalls, row C, seat 14', category: 'a', price: 1 }],
      outcome: 'sold',
    },
  ],
  currency: 'GBP',
  timeZone: 'UTC',
  total: 1,
  payment: { method: 'box-office', state: 'promised' },
  placedAt: 0,
  buyer: { name: 'José González', email: 'jose@example.org', phone: '020 7946 0000' },
  tickets: 1,
};

describe('finding an order', () => {
  test.each(['k7m4qx', 'K7M-4QX', 'gonzalez', 'GONZÁLEZ jose', '02079460000', 'lear', 'row c', '  '])(
    '%s finds it',
    (typed) => {
      expect(find([order], typed)).toEqual([order]);
    },
  );

  test('refund failed finds the orders whose refund came back', () => {
    const owed = { ...order, failedRefunds: ['re_1'] };
    expect(find([order, owed], 'Refund failed')).toEqual([owed]);
    expect(find([order, owed], 're_1')).toEqual([owed]);
  });

  test.each(['Strasser', 'joerg', 'jorg strasser'])('%s finds Straßer, Jörg', (typed) => {
    const other = { ...order, buyer: { ...order.buyer, name: 'Straßer, Jörg' } };
    expect(find([order, other], typed)).toEqual([other]);
  });

  test.each(['k7m5', 'gonzalez hamlet', 'seat 15'])('%s does not', (typed) => {
    expect(find([order], typed)).toEqual([]);
  });
});
