import { describe, expect, test } from '@jest/globals';
import type { OrderRefusal, OrderState, OrderView, PaymentState } from '../../../contracts/order.ts';
import { comesBack, headline, isOnItsWay, paymentSaid, unchangedSaid } from '../../../site/order/order-said.ts';
import { orderWords } from '../../../words/en/order.ts';

const order = (change: Partial<OrderView> = {}, payment: Partial<OrderView['payment']> = {}): OrderView => ({
  order: 'o',
  reference: 'K7M-4QX',
  state: 'confirmed',
  items: [],
  currency: 'GBP',
  timeZone: 'UTC',
  total: 13_000,
  payment: { method: 'sandbox-card', state: 'captured', ...payment },
  tickets: [],
  placedAt: 0,
  ...change,
});
const usual = { slow: false, sent: false };

describe('what the page says of an order', () => {
  test('every state has a headline of its own, and no two that differ say the same', () => {
    const states: readonly OrderState[] = ['placed', 'confirmed', 'refused', 'cancelled'];
    const said = [
      ...states.map((state) => headline(order({ state }), usual)),
      headline(order({ state: 'paying' }, { state: 'pending', clientSecret: 's' }), usual),
      headline(order({ state: 'paying' }, { state: 'pending' }), usual),
      headline(order({ state: 'paying' }, { state: 'pending' }), { slow: false, sent: true }),
      headline(order({ state: 'cancelled' }, { state: 'expired' }), usual),
      headline(order({ changing: 'cancel' }), usual),
      headline(order({ changing: 'exchange' }), usual),
    ];
    expect(new Set(said.map(({ title }) => title)).size).toBe(said.length);
  });

  test.each<OrderRefusal>(['card-declined', 'seats-lost', 'not-paid', 'payment-withdrawn'])(
    '%s says why, and that nothing was charged',
    (why) => {
      for (const more of [{}, { changing: 'cancel' } as const])
        expect(headline(order({ state: 'refused', refusal: why, ...more }), usual).detail).toMatch(
          /[Nn]othing was charged/,
        );
    },
  );

  test('a form that is still to be filled in is never called sent', () => {
    const paying = order({ state: 'paying' }, { state: 'pending', clientSecret: 's' });
    expect(headline(paying, usual).title).toBe(orderWords.payingTitle);
    expect(headline(paying, { slow: true, sent: true }).detail).toBe(orderWords.sentLong);
  });

  test('money that came back and money still due are both named', () => {
    expect(paymentSaid(order({}, { refunded: 2000, due: 500 }))).toEqual([
      'Paid',
      expect.stringMatching(/^£20 /),
      expect.stringMatching(/^£5 /),
    ]);
    for (const state of ['pending', 'expired', 'refunding', 'refunded', 'voided'] satisfies PaymentState[])
      expect(paymentSaid(order({}, { state }))).toHaveLength(1);
  });

  test('who gives all back is promised what was paid, and of a promise nothing', () => {
    expect(comesBack(order())).toBe(13_000);
    expect(comesBack(order({}, { due: 1000 }))).toBe(12_000);
    expect(comesBack(order({}, { method: 'box-office', state: 'promised' }))).toBe(0);
  });

  test('a change that was not made says why', () => {
    expect(unchangedSaid(order())).toBeUndefined();
    expect(unchangedSaid(order({ unchanged: { change: 'exchange', why: 'seats-taken' } }))?.detail).toMatch(/quicker/);
    expect(unchangedSaid(order({ unchanged: { change: 'exchange', why: 'ticket-used' } }))?.detail).toMatch(/door/);
    expect(unchangedSaid(order({ unchanged: { change: 'cancel', why: 'ticket-used' } }))?.title).toMatch(/given back/);
  });

  test('it is looked at until it has come to rest', () => {
    expect(isOnItsWay(order())).toBe(false);
    expect(isOnItsWay(order({ state: 'paying' }))).toBe(true);
    expect(isOnItsWay(order({ changing: 'cancel' }))).toBe(true);
    expect(isOnItsWay(order({ state: 'cancelled' }, { state: 'refunding' }))).toBe(true);
    expect(isOnItsWay(order({ state: 'cancelled' }, { state: 'refunded' }))).toBe(false);
  });
});
