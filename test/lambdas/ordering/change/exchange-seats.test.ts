import { describe, expect, test } from '@jest/globals';
import { changeOrder } from '../../../../lambdas/ordering/book/change-order.ts';
import { showOrder } from '../../../../lambdas/ordering/buy/show-order.ts';
import { cancelOrder } from '../../../../lambdas/ordering/change/cancel-order.ts';
import { exchangeSeats } from '../../../../lambdas/ordering/change/exchange-seats.ts';
import type { OrderStore } from '../../../../lambdas/ordering/order/order-store.ts';
import type { PaymentPort } from '../../../../lambdas/ordering/payment/payment.ts';
import { priceInCode } from '../../../../rules/ticket-price.ts';
import { confirmedOrder, now, performance, type SmallStage, staff } from '../small-stage.ts';

/* Long because one order is exchanged by fan and staff, beside whatever else may happen to it. */

const card = { method: 'sandbox-card', card: 'approved' } as const;
const hold = 'hold00000001';
const [one, two] = [`${hold}-1`, `${hold}-2`];
const lastReturn = performance.startsAt - 48 * 3_600_000;

function countingCard() {
  const refunds: string[] = [];
  const port: PaymentPort = {
    objection: () => undefined,
    authorise: async () => ({ state: 'authorised' }),
    look: async () => ({ state: 'authorised' }),
    capture: async () => 'captured',
    void: async () => {},
    refund: async ({ name, amount }) => {
      refunds.push(`${name} ${amount}`);
    },
  };
  return { refunds, payments: new Map([['sandbox-card', port] as const]) };
}

type Confirmed = Awaited<ReturnType<typeof confirmedOrder>>;
const wish = (from: readonly string[], to: readonly string[]) => ({ hold, from: [...from], to: [...to] });
const ask = ({ deps, asked }: Confirmed, from: readonly string[], to: readonly string[], at = now) =>
  exchangeSeats(deps, { ...asked, request: wish(from, to) }, at);
const askStaff = ({ deps, id }: Confirmed, from: readonly string[], to: readonly string[], at = now) =>
  changeOrder(deps, staff, { id, act: { act: 'exchange', ...wish(from, to) } }, at);

describe('a fan exchanges', () => {
  test('also while somebody writes beside it, a letter that was sent: the seats are agreed anew', async () => {
    const stage = await confirmedOrder(card);
    let writes = 0;
    const busy: OrderStore = {
      ...stage.deps.store,
      write: async (order) => {
        writes += 1;
        if (writes === 1) {
          const standing = await stage.standing();
          await stage.deps.store.write({ ...standing, version: standing.version + 1 });
        }
        return stage.deps.store.write(order);
      },
    };
    const exchanged = await ask({ ...stage, deps: { ...stage.deps, store: busy } }, [one], ['F-3']);
    expect(exchanged).toMatchObject({ ok: true, order: { changing: 'exchange' } });
    expect(stage.house.asked.filter(({ ask: kind }) => kind === 'change')).toHaveLength(1);
  });

  test('but not for ever, where everything it agreed on is gone each time', async () => {
    const stage = await confirmedOrder(card);
    let writes = 0;
    const never: OrderStore = {
      ...stage.deps.store,
      write: async (order) => {
        writes += 1;
        const standing = await stage.standing();
        await stage.deps.store.write({ ...standing, version: standing.version + 1 });
        return stage.deps.store.write(order);
      },
    };
    const exchanged = await ask({ ...stage, deps: { ...stage.deps, store: never } }, [one], ['F-3']);
    expect(exchanged).toMatchObject({ refusal: 'order-not-changeable' });
    expect(writes).toBeLessThan(20);
  });

  test('one seat for a cheaper one: seat, ticket and difference, and the old ticket opens no door', async () => {
    const { refunds, payments } = countingCard();
    const stage = await confirmedOrder(card, { payments });
    const [old, other] = stage.order.tickets;
    expect(await ask(stage, [one], ['F-3'])).toMatchObject({ ok: true, order: { changing: 'exchange' } });
    expect(stage.house.asked.at(-1)).toMatchObject({ ask: 'change', change: 1, from: [one, two], to: ['F-3', two] });
    const changed = await stage.hear();
    expect(changed).toMatchObject({
      state: 'confirmed',
      items: [
        {
          seats: [
            { id: 'F-3', label: 'Stalls, row F, seat 3', category: 'band2', price: 4000 },
            { id: two, price: 6500 },
          ],
        },
      ],
      payment: { state: 'captured', paid: 13000, refunded: 2500 },
    });
    expect(refunds).toEqual([`exchange-${hold}-1 2500`]);
    expect(changed.tickets.map(({ seat }) => seat)).toEqual(['F-3', two]);
    expect(changed.tickets[1]).toEqual(other);
    // The new ticket says the new price, the old one keeps its own.
    expect([old, ...changed.tickets].map((ticket) => priceInCode(ticket?.code ?? '')?.price)).toEqual([
      6500, 4000, 6500,
    ]);
    expect(changed).not.toHaveProperty('changing');
    expect((await stage.deps.door.marks('storm-1')).get(old?.id ?? '')).toEqual({ state: 'void' });
    expect(stage.deps.told.map(({ tickets }) => tickets)).toEqual([stage.order.tickets, changed.tickets]);
    expect(await showOrder(stage.deps, stage.asked, now)).toMatchObject({
      order: { total: 10500, payment: { refunded: 2500 }, tickets: [{ seat: 'F-3' }, { seat: two }] },
    });
    // Sent again, it is known to be done.
    expect(await ask(stage, [one], ['F-3'])).toMatchObject({ ok: true, order: { state: 'confirmed' } });
    expect(await stage.hear()).toEqual(changed);
  });

  test('sent again while the order is being cancelled: no seat goes back whose ticket may open the door', async () => {
    const stage = await confirmedOrder(card);
    await ask(stage, [one], ['F-1']);
    await stage.hear();
    const before = stage.house.asked.length;
    const dying = { ...stage.deps.door, mark: () => Promise.reject(new Error('throttled')) };
    await expect(cancelOrder({ ...stage.deps, door: dying }, stage.asked, now)).rejects.toThrow('throttled');
    expect(await ask(stage, [one], ['F-1'])).toMatchObject({ ok: true });
    expect(stage.house.asked.slice(before)).toEqual([]);
    expect(await cancelOrder(stage.deps, stage.asked, now)).toMatchObject({ ok: true });
    expect(stage.house.asked.slice(before)).toMatchObject([{ ask: 'change', change: 2, to: [] }]);
    expect((await stage.deps.door.marks('storm-1')).size).toBe(3);
  });

  test('there and back again: the seat has a ticket again, another than the void one', async () => {
    const stage = await confirmedOrder(card, {}, { holds: [hold] });
    const [old] = stage.order.tickets;
    await ask(stage, [one], ['F-1']);
    await stage.hear();
    await ask(stage, ['F-1'], ['F-2']);
    const between = await stage.hear();
    await ask(stage, ['F-2'], ['F-1']);
    const back = await stage.hear();
    const ids = [old, ...between.tickets, ...back.tickets].map((ticket) => ticket?.id);
    expect(back.changes).toEqual({ [hold]: 3 });
    expect(back.tickets[0]?.seat).toBe('F-1');
    expect(new Set(ids).size).toBe(4);
    const marks = await stage.deps.door.marks('storm-1');
    expect(marks.has(back.tickets[0]?.id ?? '')).toBe(false);
    expect(marks.size).toBe(3);
  });

  test('for a seat that somebody else has by now: everything stays, and the order says why', async () => {
    const { refunds, payments } = countingCard();
    const stage = await confirmedOrder(card, { payments }, { taken: ['F-1'] });
    expect(await ask(stage, [one], ['F-1'])).toMatchObject({ ok: true });
    const kept = await stage.hear();
    expect(kept).toMatchObject({
      state: 'confirmed',
      items: stage.order.items,
      tickets: stage.order.tickets,
      payment: stage.order.payment,
      unchanged: { change: 'exchange', why: 'seats-taken' },
    });
    expect(kept.history.at(-1)).toMatchObject({
      by: 'house',
      act: 'exchange-kept',
      note: 'Stalls, row C, seat 1 → Stalls, row F, seat 1',
    });
    expect(await showOrder(stage.deps, stage.asked, now)).toMatchObject({
      order: { unchanged: { change: 'exchange', why: 'seats-taken' }, may: { exchange: true } },
    });
    expect((await stage.deps.door.marks('storm-1')).size).toBe(0);
    // The next one is asked for under the next number, and takes the note away.
    expect(await ask(stage, [one], ['F-2'])).toMatchObject({ ok: true });
    const changed = await stage.hear();
    expect(changed).not.toHaveProperty('unchanged');
    expect(changed.changes).toEqual({ [hold]: 2 });
    expect(refunds).toEqual([]);
  });

  test('with the concession of the seat given up, also if it is offered no longer', async () => {
    const concessions = [{ hold, seat: one, concession: 'under-26' }];
    const stage = await confirmedOrder(card, {}, { concessions });
    expect(stage.order.payment.paid).toBe(3250 + 6500);
    const { concessions: _, ...without } = performance;
    const read: SmallStage['read'] = async <File>(path: string) =>
      (path.includes('performances') ? without : await stage.deps.read(path)) as File;
    expect(await ask({ ...stage, deps: { ...stage.deps, read } }, [one], ['F-3'])).toMatchObject({ ok: true });
    const changed = await stage.hear();
    expect(changed.items[0]?.seats[0]).toMatchObject({ id: 'F-3', price: 2000, concession: 'Under 26' });
    expect(changed.payment.refunded).toBe(1250);
    const shown = await showOrder(stage.deps, stage.asked, now);
    expect(shown).toMatchObject({ order: { tickets: [{ seat: 'F-3', concession: 'Under 26' }, { seat: two }] } });
    // The page reckons the next exchange by it.
    expect(shown).toMatchObject({ order: { items: [{ seats: [{ id: 'F-3', percentOff: 50 }, {}] }] } });
  });

  test('not for dearer seats, unless nothing was paid yet', async () => {
    const paid = await confirmedOrder(card);
    expect(await ask(paid, [one], ['F-5'])).toMatchObject({
      refusal: 'seats-not-exchangeable',
      errors: [{ field: 'body.to' }],
    });
    expect(await paid.standing()).toEqual(paid.order);
    const promised = await confirmedOrder({ method: 'box-office' });
    expect(await ask(promised, [one], ['F-5'])).toMatchObject({ ok: true });
    const changed = await promised.hear();
    expect(changed.payment).toEqual(promised.order.payment);
    expect(await showOrder(promised.deps, promised.asked, now)).toMatchObject({ order: { total: 15500 } });
  });

  test('not when it is too late to give back', async () => {
    const stage = await confirmedOrder(card);
    expect(await ask(stage, [one], ['F-1'], lastReturn)).toMatchObject({ refusal: 'order-not-changeable' });
    expect(await ask(stage, [one], ['F-1'], lastReturn - 1)).toMatchObject({ ok: true });
  });

  test('one change at a time', async () => {
    const stage = await confirmedOrder(card);
    expect(await ask(stage, [one], ['F-1'])).toMatchObject({ ok: true });
    expect(await ask(stage, [one], ['F-1'])).toMatchObject({ ok: true });
    expect(await ask(stage, [two], ['F-2'])).toMatchObject({ refusal: 'order-not-changeable' });
    expect(await cancelOrder(stage.deps, stage.asked, now)).toMatchObject({ refusal: 'order-not-changeable' });
    expect((await stage.hear()).items[0]?.seats.map(({ id }) => id)).toEqual(['F-1', two]);
  });

  test('not by what was agreed on an order that has moved since', async () => {
    const stage = await confirmedOrder(card);
    let isFirst = true;
    const read: typeof stage.deps.read = async (path) => {
      // While prices are looked up, the same seat is exchanged for another on a second device.
      if (isFirst) {
        isFirst = false;
        await ask(stage, [one], ['F-2']);
        await stage.hear();
      }
      return stage.deps.read(path);
    };
    const late = await exchangeSeats({ ...stage.deps, read }, { ...stage.asked, request: wish([one], ['F-1']) }, now);
    expect(late).toMatchObject({ refusal: 'seats-not-exchangeable', errors: [{ field: 'body.from.0' }] });
    expect(await stage.standing()).not.toHaveProperty('changing');
    expect((await stage.standing()).items[0]?.seats.map(({ id }) => id)).toEqual(['F-2', two]);
  });

  const wrong: readonly [string, object, string][] = [
    ['of a hold that is not there', { hold: 'hold00000009' }, 'body.hold'],
    ['of a seat that is not theirs', { from: ['F-1'] }, 'body.from.0'],
    ['of one seat twice', { from: [one, one], to: ['F-1', 'F-2'] }, 'body.from.1'],
    ['for one seat twice', { from: [one, two], to: ['F-1', 'F-1'] }, 'body.to.1'],
    ['for more seats', { to: ['F-1', 'F-2'] }, 'body.to'],
    ['for a seat of nowhere', { to: ['Z-1'] }, 'body.to.0'],
    ['for a seat that they have', { to: [two] }, 'body.to.0'],
    ['for a wheelchair place', { to: ['F-6'] }, 'body.to.0'],
    ['for a word that objects know', { to: ['constructor'] }, 'body.to.0'],
  ];
  test.each(wrong)('not %s', async (_, more, field) => {
    const stage = await confirmedOrder(card);
    const request = { ...wish([one], ['F-1']), ...more };
    expect(await exchangeSeats(stage.deps, { ...stage.asked, request }, now)).toMatchObject({
      refusal: 'seats-not-exchangeable',
      errors: [{ field }],
    });
    expect(await stage.standing()).toEqual(stage.order);
  });
});

describe('the box office exchanges', () => {
  test('for dearer seats: the difference is due, taken once, and given back with the rest', async () => {
    const { refunds, payments } = countingCard();
    const stage = await confirmedOrder(card, { payments });
    expect(await askStaff(stage, [one], ['F-5'], lastReturn)).toMatchObject({ ok: true });
    expect(await stage.hear()).toMatchObject({ payment: { state: 'captured', paid: 13000, due: 2500 } });
    expect(await showOrder(stage.deps, stage.asked, now)).toMatchObject({ order: { payment: { due: 2500 } } });
    const take = { id: stage.id, act: { act: 'take-payment' } as const };
    for (const _ of [1, 2]) expect(await changeOrder(stage.deps, staff, take, now)).toMatchObject({ ok: true });
    expect((await stage.standing()).payment).toMatchObject({ state: 'captured', paid: 15500 });
    expect((await stage.standing()).payment).not.toHaveProperty('due');
    await changeOrder(stage.deps, staff, { id: stage.id, act: { act: 'cancel', reason: 'ill' } }, now);
    expect(await stage.hear()).toMatchObject({ payment: { state: 'refunded', refunded: 15500 } });
    expect(refunds).toEqual(['cancel 15500']);
  });

  test('dearer and then cheaper: only what was paid too much comes back', async () => {
    const { refunds, payments } = countingCard();
    const stage = await confirmedOrder(card, { payments });
    await askStaff(stage, [one], ['F-5']);
    await stage.hear();
    await askStaff(stage, ['F-5'], ['F-3']);
    expect((await stage.hear()).payment).toMatchObject({ paid: 13000, refunded: 2500 });
    expect(refunds).toEqual([`exchange-${hold}-2 2500`]);
  });

  test('not a ticket that was used', async () => {
    const stage = await confirmedOrder(card);
    const [{ performance, id } = { performance: '', id: '' }, other] = stage.order.tickets;
    await stage.deps.door.mark(performance, id, { state: 'used', usedAt: now, door: 'x' });
    expect(await askStaff(stage, [one], ['F-1'])).toMatchObject({ refusal: 'ticket-used' });
    expect(await askStaff(stage, [other?.seat ?? ''], ['F-1'])).toMatchObject({ ok: true });
  });

  test('a ticket that is used in the moment of the exchange was used for the new seat: one seat, one person', async () => {
    const stage = await confirmedOrder(card);
    const [{ performance, id } = { performance: '', id: '' }] = stage.order.tickets;
    await askStaff(stage, [one], ['F-1']);
    await stage.deps.door.mark(performance, id, { state: 'used', usedAt: now, door: 'Stalls left' });
    const changed = await stage.hear();
    expect(changed.tickets[0]?.seat).toBe('F-1');
    const entering = { state: 'used', usedAt: now + 1, door: 'Stalls right' } as const;
    expect(await stage.deps.door.mark(performance, changed.tickets[0]?.id ?? '', entering)).toEqual({
      ok: false,
      mark: { state: 'used', usedAt: now, door: 'Stalls left' },
    });
  });
});
