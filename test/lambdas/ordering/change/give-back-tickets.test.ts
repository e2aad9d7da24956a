import { describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../../../contracts/catalogue.ts';
import { showOrder } from '../../../../lambdas/ordering/buy/show-order.ts';
import { cancelOrder } from '../../../../lambdas/ordering/change/cancel-order.ts';
import { exchangeSeats } from '../../../../lambdas/ordering/change/exchange-seats.ts';
import { giveBackTickets } from '../../../../lambdas/ordering/change/give-back-tickets.ts';
import { wouldPart } from '../../../../lambdas/ordering/change/kept-together.ts';
import { returnable } from '../../../../lambdas/ordering/change/terms.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { killAt, wasKilled } from '../../../interrupted.ts';
import { card, openStage } from '../follow/follow-stage.ts';
import { now, performance } from '../small-stage.ts';

/* A fan gives back some of the tickets of an order: for these the money, and the others stay as they are. */

const minute = 60_000;
const hour = 60 * minute;

async function bought(
  payment: Parameters<ReturnType<typeof openStage>['buy']>[2] = card,
  around?: Parameters<typeof openStage>[0],
) {
  const stage = openStage(around);
  const own = await stage.buy('key-0001', { hold00000001: 'storm-1', hold00000002: 'storm-2' }, payment);
  await stage.settle();
  await stage.post();
  stage.letters.splice(0);
  const { tickets } = await stage.order(own.id);
  const give = (ids: readonly (string | undefined)[]) =>
    giveBackTickets(stage.deps, { ...own, request: { tickets: ids.map((id) => id ?? '') } }, stage.now());
  return { stage, own, give, ids: tickets.map(({ id }) => id) };
}

describe('a fan gives back some tickets', () => {
  test('one of four: its seat and its money come back, it opens no door, and the others stay', async () => {
    const { stage, own, give, ids } = await bought();
    expect(await give([ids[1]])).toMatchObject({ ok: true, order: { changing: 'cancel' } });
    await stage.minutes(2);
    const order = await stage.order(own.id);
    expect(order).toMatchObject({
      state: 'confirmed',
      outcomes: { hold00000001: 'sold', hold00000002: 'sold' },
      items: [
        { seats: [{ id: 'hold00000001-1' }], givenBack: [{ id: 'hold00000001-2', price: 6500, ticket: ids[1] }] },
        { seats: [{}, {}] },
      ],
      payment: { paid: 26_000, refunded: 6500 },
    });
    expect(order.tickets.map(({ id }) => id)).toEqual([ids[0], ids[2], ids[3]]);
    expect(stage.house.seatsOf.get('hold00000001')).toEqual(['hold00000001-1']);
    const marks = await stage.door.marks('storm-1');
    expect(ids.map((id) => marks.get(id)?.state)).toEqual([undefined, 'void', undefined, undefined]);
    expect(stage.letters.map(({ subject }) => subject.split(':')[0])).toEqual(['Your tickets']);
    const shown = await showOrder(stage.deps, own, stage.now());
    expect(shown).toMatchObject({
      ok: true,
      order: { total: 19_500, items: [{ givenBack: [{ id: 'hold00000001-2' }] }, {}] },
    });
    // A repeat, at any time, is the same.
    expect(await give([ids[1]])).toMatchObject({ ok: true });
    await stage.minutes(3);
    expect([...stage.refunds.values()]).toEqual([6500]);
  });

  test('then another, and then the rest: each once, all of the money', async () => {
    const { stage, own, give, ids } = await bought();
    await give([ids[1], ids[2]]);
    await stage.minutes(2);
    await give([ids[0]]);
    await stage.minutes(2);
    expect(await stage.order(own.id)).toMatchObject({
      outcomes: { hold00000001: 'returned', hold00000002: 'sold' },
      payment: { refunded: 19_500 },
      tickets: [{ id: ids[3] }],
    });
    await cancelOrder(stage.deps, own, stage.now());
    await stage.minutes(3);
    expect(await stage.order(own.id)).toMatchObject({
      state: 'cancelled',
      payment: { state: 'refunded', refunded: 26_000 },
      tickets: [],
    });
    expect([...stage.refunds.values()].reduce((sum, one) => sum + one, 0)).toBe(26_000);
  });

  test('all of them at once is the whole order', async () => {
    const { stage, own, give, ids } = await bought();
    await give(ids);
    await stage.minutes(3);
    expect(await stage.order(own.id)).toMatchObject({ state: 'cancelled', payment: { refunded: 26_000 } });
    expect(await give(ids)).toMatchObject({ ok: true, order: { state: 'cancelled' } });
    expect([...stage.house.returned].sort()).toEqual(['hold00000001', 'hold00000002']);
  });

  test('of a promise: less is owed, and the time stays', async () => {
    const { stage, own, give, ids } = await bought({ method: 'box-office' });
    const { deadline } = (await stage.order(own.id)).payment;
    await give([ids[0]]);
    await stage.minutes(2);
    expect((await stage.order(own.id)).payment).toMatchObject({ state: 'promised', deadline });
    expect(await showOrder(stage.deps, own, stage.now())).toMatchObject({ order: { total: 19_500 } });
    expect(stage.refunds.size).toBe(0);
  });

  test('a ticket that opened the door keeps its seat; one whose time is over, and a strange one, are refused', async () => {
    const { stage, own, give, ids } = await bought();
    await stage.door.mark('storm-1', ids[0] ?? '', { state: 'used', usedAt: now, door: 'x' });
    expect(await give([ids[0]])).toMatchObject({ refusal: 'ticket-used' });
    expect(await give([ids[0], ids[1]])).toMatchObject({ refusal: 'ticket-used' });
    expect(await give(['not-a-ticket-of-this'])).toMatchObject({ refusal: 'order-not-changeable' });
    // Somebody is in: the others may still be given back.
    expect(await give([ids[1]])).toMatchObject({ ok: true });
    await stage.minutes(2);
    const order = await stage.order(own.id);
    expect(order.payment.refunded).toBe(6500);
    const files = new Map([
      ['storm-1', performance],
      ['storm-2', { ...performance, id: 'storm-2', startsAt: now + 61 * 24 * hour }],
    ]);
    const late = performance.startsAt - 48 * hour;
    // The second performance is a day later.
    expect(returnable(order, files, late - 1)).toHaveLength(3);
    expect(returnable(order, files, late)).toEqual([ids[2], ids[3]]);
    stage.jump(late - stage.now());
    expect(await give([ids[0]])).toMatchObject({ refusal: 'order-not-changeable' });
  });

  test('an exchange to the seat that was given back makes another ticket, which a late repeat leaves alone', async () => {
    const { stage, own, give, ids } = await bought();
    await give([ids[1]]);
    await stage.minutes(2);
    const request = { hold: 'hold00000001', from: ['hold00000001-1'], to: ['F-1'] };
    await exchangeSeats(stage.deps, { ...own, request }, stage.now());
    await stage.minutes(2);
    expect(await give([ids[1]])).toMatchObject({ ok: true });
    await stage.minutes(2);
    expect((await stage.order(own.id)).items[0]).toMatchObject({ seats: [{ id: 'F-1' }] });
    expect((await stage.order(own.id)).tickets).toHaveLength(3);
  });

  test('asked twice at once with others, and killed anywhere: each ticket once', async () => {
    // Three is odd, so now before a call and now after it took effect.
    for (let nth = 1; ; nth += 3) {
      const kill = killAt(nth);
      let peace = true;
      const { stage, own, give, ids } = await bought(card, async (call) => {
        if (!peace) kill.fault();
        const done = await call();
        if (!peace) kill.fault();
        return done;
      });
      peace = false;
      const attempt = (act: () => Promise<unknown>) =>
        act().catch((error: unknown) => {
          if (!wasKilled(error)) throw error;
        });
      await Promise.all([attempt(() => give([ids[1]])), attempt(() => give([ids[1]])), attempt(() => stage.settle())]);
      await stage.minutes(4);
      await attempt(() => give([ids[1]]));
      await stage.minutes(4);
      const { state, tickets, payment } = await stage.order(own.id);
      expect([nth, state, tickets.map(({ id }) => id), payment.refunded, [...stage.refunds.values()]]).toEqual([
        nth,
        'confirmed',
        [ids[0], ids[2], ids[3]],
        6500,
        [6500],
      ]);
      if (kill.chances() < nth) break;
    }
  });
});

describe('what stays together', () => {
  const places = new Map([
    ['w', { label: 'W', category: 'band1', access: 'wheelchair' as const }],
    ['c', { label: 'C', category: 'band1', access: 'companion' as const }],
    ['g', { label: 'G', category: 'band1' }],
  ]);
  const concessions = [{ id: 'with', name: 'Companion', percentOff: 100, companion: true as const }];
  const file: PerformanceFile = { ...performance, concessions };
  const seat = (id: string, concession?: string) => ({
    id,
    label: id,
    category: 'band1',
    price: 100,
    ...(concession !== undefined && { concession }),
  });
  const order = (...seats: readonly ReturnType<typeof seat>[]) =>
    ({
      items: [{ hold: 'h', performance: 'storm-1', seats }],
      outcomes: { h: 'sold' },
      tickets: seats.map(({ id }) => ({ id: `t-${id}`, performance: 'storm-1', seat: id, code: '' })),
    }) as unknown as OrderRecord;
  const parts = (of: OrderRecord, ...given: readonly string[]) =>
    wouldPart(of, given, new Map([['storm-1', { file, places }]]));

  test('a companion’s seat is not left without its place; the place alone may stay', () => {
    const pair = order(seat('w'), seat('c'));
    expect(parts(pair, 't-w')).toBe(true);
    expect(parts(pair, 't-c')).toBe(false);
    expect(parts(pair, 't-w', 't-c')).toBe(false);
    // The place was exchanged away before.
    expect(parts(order(seat('c'), seat('g')), 't-g')).toBe(false);
  });

  test('a companion’s price is not left without the place it is for', () => {
    const both = order(seat('w'), seat('g', 'Companion'));
    expect(parts(both, 't-w')).toBe(true);
    expect(parts(both, 't-g')).toBe(false);
    expect(parts(both, 't-w', 't-g')).toBe(false);
  });
});
