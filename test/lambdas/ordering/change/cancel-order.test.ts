import { describe, expect, test } from '@jest/globals';
import type { GrantScope, StaffRole } from '../../../../contracts/staff.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import type { StaffMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { changeOrder } from '../../../../lambdas/ordering/book/change-order.ts';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../../lambdas/ordering/buy/settle-order.ts';
import { showOrder } from '../../../../lambdas/ordering/buy/show-order.ts';
import { tendOrders } from '../../../../lambdas/ordering/buy/tend-orders.ts';
import { cancelOrder } from '../../../../lambdas/ordering/change/cancel-order.ts';
import { doorTwin } from '../../../../lambdas/ordering/door/door.twin.ts';
import { stuckMs } from '../../../../lambdas/ordering/order/due.ts';
import { referenceOf } from '../../../../lambdas/ordering/order/order-id.ts';
import { hearPayment } from '../../../../lambdas/ordering/payment/hear-payment.ts';
import type { PaymentPort } from '../../../../lambdas/ordering/payment/payment.ts';
import { may } from '../../../../rules/permissions.ts';
import { confirmedOrder, inputOf, nobody, now, performance, portsOf, slipOf, staff } from '../small-stage.ts';

/* Long because every way to give seats back, and whoever may, is tried on one order. */

const card = { method: 'sandbox-card', card: 'approved' } as const;
const promise = { method: 'box-office' } as const;
const hour = 3_600_000;
const lastReturn = performance.startsAt - 48 * hour;

/** A card that counts what it gives back. */
function countingCard() {
  const refunds: string[] = [];
  const port: PaymentPort = {
    objection: () => undefined,
    authorise: async () => ({ state: 'authorised', reference: 'r1' }),
    look: async () => ({ state: 'authorised' }),
    capture: async () => 'captured',
    void: async () => {},
    refund: async ({ name, amount, reference }) => {
      refunds.push(`${name} ${amount} ${reference}`);
    },
  };
  return { refunds, payments: new Map([['sandbox-card', port] as const]) };
}

describe('a fan cancels', () => {
  test('case 22: each seat comes back once, the money once, and a second cancellation changes nothing', async () => {
    const { refunds, payments } = countingCard();
    const { deps, house, asked, hear, standing } = await confirmedOrder(
      card,
      { payments },
      { holds: ['hold00000001', 'hold00000002'] },
    );
    const first = await cancelOrder(deps, asked, now);
    expect(first).toMatchObject({ ok: true, order: { state: 'confirmed', changing: 'cancel' } });
    expect(await cancelOrder(deps, asked, now)).toMatchObject({ ok: true, order: { changing: 'cancel' } });
    for (const round of [1, 2]) {
      for (const answer of house.answers()) await settleOrder(deps, answer, now + round);
      const cancelled = await hear(now + round);
      expect(cancelled).toMatchObject({
        state: 'cancelled',
        payment: { state: 'refunded', paid: 26000, refunded: 26000 },
        outcomes: { hold00000001: 'returned', hold00000002: 'returned' },
        tickets: [],
      });
      expect(await cancelOrder(deps, asked, now + round)).toMatchObject({ ok: true, order: { state: 'cancelled' } });
      expect(await standing()).toEqual(cancelled);
    }
    expect([...house.returned].sort()).toEqual(['hold00000001', 'hold00000002']);
    expect(refunds).toEqual(['cancel 26000 r1']);
    expect((await standing()).history.map(({ by, act }) => `${by} ${act}`)).toEqual([
      'fan placed',
      'payment payment-decided',
      'house seats-answered',
      'house seats-answered',
      'house confirmed',
      'fan cancel-asked',
      'fan cancelled',
    ]);
  });

  test('a refund that died right after it was made is asked for again, by the name that the provider knows', async () => {
    const { refunds, payments } = countingCard();
    const port = payments.get('sandbox-card') as PaymentPort;
    const dying: PaymentPort = {
      ...port,
      refund: async (refund) => {
        await port.refund(refund);
        throw new Error('cut short');
      },
    };
    const { deps, house, asked, standing } = await confirmedOrder(card, { payments });
    await cancelOrder(deps, asked, now);
    const [answer] = house.news();
    if (!answer) throw new Error('the house was not asked');
    const cut = { ...deps, payments: new Map([['sandbox-card', dying] as const]) };
    await expect(settleOrder(cut, answer, now)).rejects.toThrow('cut short');
    // On its way, and staff can see that it is.
    expect(await standing()).toMatchObject({ state: 'cancelled', payment: { state: 'refunding' } });
    await tendOrders(deps, () => now + stuckMs, now + 2 * stuckMs);
    expect(await standing()).toMatchObject({ payment: { state: 'refunded', refunded: 13000 } });
    expect(refunds).toEqual(['cancel 13000 r1', 'cancel 13000 r1']);
  });

  test('what was paid, until the hours before the performance that the on-sale gives', async () => {
    const { deps, asked } = await confirmedOrder(card);
    expect(await showOrder(deps, asked, lastReturn - 1)).toMatchObject({ order: { may: { cancel: true } } });
    expect(await showOrder(deps, asked, lastReturn)).toMatchObject({ order: { may: { cancel: false } } });
    expect(await cancelOrder(deps, asked, lastReturn)).toMatchObject({ refusal: 'order-not-changeable' });
    expect(await cancelOrder(deps, asked, lastReturn - 1)).toMatchObject({ ok: true });
  });

  test('not what was paid where the on-sale takes nothing back, or is published no longer', async () => {
    const { deps, asked } = await confirmedOrder(card);
    expect(await showOrder(deps, asked, now)).toMatchObject({ order: { may: { cancel: true, exchange: true } } });
    const firm = { ...performance, onSales: [{ id: 'friends', seatsPerFan: 8, holdMinutes: 10 }] };
    const changed = { ...deps, findPerformance: async () => firm };
    expect(await cancelOrder(changed, asked, now)).toMatchObject({ refusal: 'order-not-changeable' });
    expect(await cancelOrder({ ...deps, findPerformance: async () => undefined }, asked, now)).toMatchObject({
      refusal: 'order-not-changeable',
    });
  });

  test('a promise, until its deadline', async () => {
    const { deps, asked, hear, order } = await confirmedOrder(promise);
    const deadline = order.payment.deadline ?? 0;
    expect(await cancelOrder(deps, asked, deadline)).toMatchObject({ refusal: 'order-not-changeable' });
    expect(await cancelOrder(deps, asked, deadline - 1)).toMatchObject({ ok: true });
    expect(await hear()).toMatchObject({ state: 'cancelled', payment: { method: 'box-office', state: 'voided' } });
  });

  test.each([
    ['without the key', { key: undefined }, 'order-key-wrong'],
    ['with another', { key: 'x'.repeat(43) }, 'order-key-wrong'],
    ['of an order that is none', { id: 'xxxxxxxxxxxxxxxxxxxx' }, 'order-key-wrong'],
  ])('not %s', async (_, more, refusal) => {
    const { deps, asked, order, standing } = await confirmedOrder(promise);
    expect(await cancelOrder(deps, { ...asked, ...more } as typeof asked, now)).toMatchObject({ refusal });
    expect(await standing()).toEqual(order);
  });

  test('not before it is confirmed', async () => {
    const deps = portsOf();
    const placed = await placeOrder(deps, inputOf([slipOf('hold00000001')]), now);
    if (!placed.ok) throw new Error(placed.refusal);
    const asked = { id: placed.order.order, key: placed.order.key };
    expect(await cancelOrder(deps, asked, now)).toMatchObject({ refusal: 'order-not-changeable' });
    expect(await hearPayment(deps, asked.id, now)).toMatchObject({ state: 'placed' });
  });
});

describe('the door and a cancellation', () => {
  test('a ticket that opened the door keeps the whole order', async () => {
    const { deps, house, asked, order, standing } = await confirmedOrder(card);
    const [{ performance, id } = { performance: '', id: '' }] = order.tickets;
    await deps.door.mark(performance, id, { state: 'used', usedAt: now, door: 'Stalls left' });
    expect(await cancelOrder(deps, asked, now)).toMatchObject({ refusal: 'ticket-used' });
    expect(await standing()).toEqual(order);
    expect(house.asked).toHaveLength(1);
    const marks = await deps.door.marks(performance);
    expect([...marks.values()].map(({ state }) => state)).toEqual(['used']);
  });

  test('one that opens it in the moment of the cancellation as well: the others are issued again, and sent', async () => {
    const door = doorTwin();
    const { deps, house, asked, order, standing } = await confirmedOrder(card);
    const [first, second] = order.tickets as [(typeof order.tickets)[0], (typeof order.tickets)[0]];
    // The look before finds nothing; then somebody comes through the door.
    const racing = {
      ...door,
      marksOf: async (...given: Parameters<typeof door.marksOf>) => {
        const found = await door.marksOf(...given);
        await door.mark(second.performance, second.id, { state: 'used', usedAt: now, door: 'Stalls left' });
        return found;
      },
    };
    expect(await cancelOrder({ ...deps, door: racing }, asked, now)).toMatchObject({ refusal: 'ticket-used' });
    const kept = await standing();
    expect(kept).toMatchObject({ state: 'confirmed', unchanged: { change: 'cancel', why: 'ticket-used' } });
    expect(kept).not.toHaveProperty('changing');
    expect(house.asked).toHaveLength(1);
    const [again, same] = kept.tickets as typeof order.tickets & [(typeof order.tickets)[0]];
    expect(same).toEqual(second);
    expect(again.id).not.toBe(first.id);
    expect(again.seat).toBe(first.seat);
    expect((await door.marksOf(first.performance, [first.id, again.id])).get(first.id)).toEqual({ state: 'void' });
    await tendOrders({ ...deps, door }, () => now + stuckMs, now + 2 * stuckMs);
    expect(deps.told.at(-1)?.tickets).toEqual(kept.tickets);
    expect(await showOrder(deps, asked, now)).toMatchObject({ order: { unchanged: { why: 'ticket-used' } } });
  });

  test('a cancelled ticket opens no door', async () => {
    const { deps, asked, order, hear } = await confirmedOrder(card);
    await cancelOrder(deps, asked, now);
    for (const { performance, id } of order.tickets)
      expect(await deps.door.mark(performance, id, { state: 'used', usedAt: now, door: 'x' })).toEqual({
        ok: false,
        mark: { state: 'void' },
      });
    expect((await hear()).state).toBe('cancelled');
  });
});

describe('the box office', () => {
  test('cancels what a fan may not, and says why', async () => {
    const { deps, asked, hear } = await confirmedOrder(card);
    const act = { act: 'cancel', reason: 'bereavement' } as const;
    const at = performance.startsAt - hour;
    expect(await changeOrder(deps, staff, { id: asked.id, act }, at)).toMatchObject({
      ok: true,
      order: { changing: 'cancel', history: expect.arrayContaining([expect.objectContaining({ by: 'staff' })]) },
    });
    const order = await hear(at);
    expect(order.history.at(-1)).toEqual({ happenedAt: at, by: 'staff', act: 'cancelled', note: 'bereavement' });
    expect(order.payment.state).toBe('refunded');
  });

  test('takes the money that was promised, once', async () => {
    const { deps, asked, order, standing } = await confirmedOrder(promise);
    const input = { id: asked.id, act: { act: 'take-payment' } as const };
    for (const at of [now + 1, now + 2]) {
      expect(await changeOrder(deps, staff, input, at)).toMatchObject({
        ok: true,
        order: { state: 'confirmed', payment: { method: 'box-office', state: 'captured' } },
      });
    }
    const paid = await standing();
    expect(paid.payment).toEqual({ method: 'box-office', state: 'captured', paid: 13000 });
    expect(paid.history.filter(({ act }) => act === 'payment-taken')).toEqual([
      { happenedAt: now + 1, by: 'staff', act: 'payment-taken', note: '£130.00' },
    ]);
    expect(paid.tickets).toEqual(order.tickets);
    // No deadline any more, and the money comes back with a cancellation.
    await tendOrders(deps, () => now + 100 * hour, now + 101 * hour);
    expect((await standing()).state).toBe('confirmed');
  });

  test('does it for whom it is allowed of this order, and writes it down before', async () => {
    const { deps, asked, order, standing } = await confirmedOrder(promise);
    const audit = auditTwin();
    const act = { act: 'cancel', reason: 'bereavement' } as const;
    const as = (scope: GrantScope, role: StaffRole = 'box-office'): StaffMember => ({
      email: 'ben@example.org',
      may: (permission, places) => may([{ role, scope }], permission, places, now),
    });
    for (const asker of [
      nobody,
      as({ of: 'everything' }, 'auditor'),
      as({ of: 'show', id: 'another' }),
      as({ of: 'on-sale', id: 'another' }),
    ])
      expect(await changeOrder({ ...deps, audit }, asker, { id: asked.id, act }, now)).toMatchObject({
        refusal: 'not-allowed',
      });
    expect(await standing()).toEqual(order);
    expect(audit.entries).toEqual([]);
    const ofThisShow = as({ of: 'show', id: performance.show });
    expect(await changeOrder({ ...deps, audit }, ofThisShow, { id: asked.id, act }, now)).toMatchObject({ ok: true });
    expect(audit.entries).toMatchObject([
      { person: 'ben@example.org', act: 'cancel', on: referenceOf(asked.id), note: 'bereavement', happenedAt: now },
    ]);
  });

  test('changes nothing that it could not write down', async () => {
    const { deps, asked, order, standing } = await confirmedOrder(promise);
    const audit = { add: () => Promise.reject(new Error('no audit')) };
    const act = { act: 'take-payment' } as const;
    await expect(changeOrder({ ...deps, audit }, staff, { id: asked.id, act }, now)).rejects.toThrow('no audit');
    expect(await standing()).toEqual(order);
  });

  test('takes no money for what was cancelled, and cancels nothing twice', async () => {
    const { deps, asked, hear, standing } = await confirmedOrder(promise);
    await cancelOrder(deps, asked, now);
    const cancelled = await hear();
    const take = { id: asked.id, act: { act: 'take-payment' } as const };
    expect(await changeOrder(deps, staff, take, now)).toMatchObject({ refusal: 'order-not-changeable' });
    const again = { id: asked.id, act: { act: 'cancel', reason: 'again' } as const };
    expect(await changeOrder(deps, staff, again, now)).toMatchObject({ ok: true, order: { state: 'cancelled' } });
    expect(await standing()).toEqual(cancelled);
  });
});

describe('a promise that is not kept', () => {
  test('at the deadline the seats go back on sale, and the fan hears of it', async () => {
    const { deps, house, asked, order, hear } = await confirmedOrder(promise);
    const deadline = order.payment.deadline ?? 0;
    expect(await tendOrders(deps, () => deadline - 1, deadline)).toEqual({ tended: 0, failed: [] });
    await Promise.all([1, 2].map(() => tendOrders(deps, () => deadline, deadline + 1)));
    expect(await hear(deadline)).toMatchObject({ state: 'cancelled', payment: { state: 'expired' }, tickets: [] });
    expect(house.returned).toEqual(['hold00000001']);
    expect(await showOrder(deps, asked, deadline)).toMatchObject({
      order: { state: 'cancelled', payment: { state: 'expired' }, items: [{ outcome: 'returned' }] },
    });
    const take = { id: asked.id, act: { act: 'take-payment' } as const };
    expect(await changeOrder(deps, staff, take, deadline)).toMatchObject({
      detail: expect.stringContaining('ran out'),
    });
  });

  test('paid in the same moment: the money or the seats, never both gone', async () => {
    const { deps, house, asked, order, hear } = await confirmedOrder(promise);
    const deadline = order.payment.deadline ?? 0;
    await Promise.all([
      changeOrder(deps, staff, { id: asked.id, act: { act: 'take-payment' } }, deadline),
      tendOrders(deps, () => deadline, deadline + 1),
    ]);
    const ended = await hear(deadline);
    expect([ended.state, ended.payment.state, house.returned.length]).toEqual(
      ended.state === 'confirmed' ? ['confirmed', 'captured', 0] : ['cancelled', 'expired', 1],
    );
  });

  test('but used at the door: it is the box office’s to settle, and the clock does not come back', async () => {
    const { deps, asked, order, standing } = await confirmedOrder(promise);
    const deadline = order.payment.deadline ?? 0;
    const [{ performance, id } = { performance: '', id: '' }] = order.tickets;
    await deps.door.mark(performance, id, { state: 'used', usedAt: now, door: 'x' });
    await tendOrders(deps, () => deadline, deadline + 1);
    const kept = await standing();
    expect(kept).toMatchObject({ state: 'confirmed', payment: { state: 'promised' }, tickets: order.tickets });
    expect(kept.history.at(-1)).toMatchObject({ by: 'clock', act: 'cancel-kept' });
    expect(await tendOrders(deps, () => deadline + hour, deadline + 2 * hour)).toEqual({ tended: 0, failed: [] });
    const take = { id: asked.id, act: { act: 'take-payment' } as const };
    expect(await changeOrder(deps, staff, take, deadline + hour)).toMatchObject({
      order: { payment: { state: 'captured' } },
    });
  });
});
