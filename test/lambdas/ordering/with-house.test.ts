import { describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { HouseAsk } from '../../../contracts/house.ts';
import { published } from '../../../contracts/paths.ts';
import { placeOrder } from '../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../lambdas/ordering/buy/settle-order.ts';
import { tendOrders } from '../../../lambdas/ordering/buy/tend-orders.ts';
import { carryCancel } from '../../../lambdas/ordering/change/cancel.ts';
import { cancelOrder } from '../../../lambdas/ordering/change/cancel-order.ts';
import { chooseDate } from '../../../lambdas/ordering/change/choose-date.ts';
import { exchangeSeats } from '../../../lambdas/ordering/change/exchange-seats.ts';
import { giveBackTickets } from '../../../lambdas/ordering/change/give-back-tickets.ts';
import { performanceCancelled } from '../../../lambdas/ordering/follow/act-steps.ts';
import { amend } from '../../../lambdas/ordering/order/amend.ts';
import type { OrderRecord } from '../../../lambdas/ordering/order/order.ts';
import { hold, holdName, minute, noon, openStage, stalls } from '../seating/small-stage.ts';
import { passOf, performance, portsOf, requestOf, slipOf } from './small-stage.ts';

/* Ordering with the real allocator behind it: each must understand the other. Every message comes twice. */

const seat = (...numbers: readonly number[]) => numbers.map((number) => `stalls-A-${number}`);
const card = { method: 'sandbox-card', card: 'approved' } as const;

async function soldTo(fan: string, numbers: readonly number[], payment: Parameters<typeof requestOf>[1] = card) {
  const house = await openStage(stalls('oooooooooo'), { performances: ['evening', 'matinee'] });
  const evening: PerformanceFile = {
    ...performance,
    id: 'evening',
    plan: house.plan.id,
    prices: { a: 5000 },
    startsAt: noon + 90 * 86_400_000,
  };
  const asks: HouseAsk[] = [];
  const files = new Map<string, unknown>([
    [published.performance('evening'), evening],
    [published.performance('matinee'), { ...evening, id: 'matinee', startsAt: evening.startsAt + 5 * 3_600_000 }],
    [published.plan(house.plan.id), house.plan],
  ]);
  const deps = portsOf({
    findPerformance: async () => evening,
    read: async <File>(path: string) => files.get(path) as File | undefined,
    askHouse: async (ask) => {
      asks.push(ask, ask);
    },
  });
  const settle = async (at = noon) => {
    const all = asks.splice(0);
    for (const one of ['evening', 'matinee'])
      await house.ask(
        all.filter((ask) => ask.performance === one),
        at,
      );
    for (const said of [...house.told.splice(0)].flatMap((outcome) => [outcome, outcome]))
      await settleOrder(deps, said, at);
  };
  await house.ask([hold(1, fan, { seats: seat(...numbers) })]);
  const seats = seat(...numbers).map((id) => ({ id, category: 'a', label: id }));
  const slip = slipOf(holdName(1), { performance: 'evening', fan, seats, expiresAt: noon + 10 * minute });
  const input = {
    pass: passOf(fan, { expiresAt: noon + 60 * minute }),
    idempotencyKey: 'key-0001',
    request: requestOf([slip], payment),
  };
  const placed = await placeOrder(deps, input, noon);
  if (!placed.ok) throw new Error(placed.detail);
  const asked = { id: placed.order.order, key: placed.order.key };
  const standing = async () => (await deps.store.get(asked.id)) as OrderRecord;
  return { house, deps, asked, settle, standing };
}

describe('ordering and the house', () => {
  test('sold, given back, and held by somebody else at once', async () => {
    const { house, deps, asked, settle, standing } = await soldTo('ada', [1, 2]);
    await settle();
    expect(await standing()).toMatchObject({
      state: 'confirmed',
      tickets: [{ seat: seat(1)[0] }, { seat: seat(2)[0] }],
    });
    await cancelOrder(deps, asked, noon);
    expect(await house.ask([hold(2, 'bob', { seats: seat(1) })])).toEqual(['seat-taken']);
    await settle();
    expect(await standing()).toMatchObject({ state: 'cancelled', payment: { state: 'refunded', refunded: 10_000 } });
    expect(await house.ask([hold(3, 'bob', { seats: seat(1, 2) })])).toEqual(['held']);
    // Late and doubled, nothing of the cancellation touches who has them now.
    await cancelOrder(deps, asked, noon);
    await settle();
    expect((await house.held()).get(holdName(3))).toEqual(seat(1, 2));
  });

  test('exchanged; kept when somebody else has the seat; exchanged again, and given back', async () => {
    const { house, deps, asked, settle, standing } = await soldTo('ada', [1, 2]);
    await settle();
    await house.ask([hold(2, 'bob', { seats: seat(6) })]);
    const wish = (from: number, to: number) =>
      exchangeSeats(deps, { ...asked, request: { hold: holdName(1), from: seat(from), to: seat(to) } }, noon);
    const seats = async () => (await standing()).items[0]?.seats.map(({ id }) => id);

    expect(await wish(1, 5)).toMatchObject({ ok: true });
    await settle();
    expect(await seats()).toEqual(seat(5, 2));
    expect([...((await house.held()).get(holdName(1)) ?? [])].sort()).toEqual(seat(2, 5));

    expect(await wish(2, 6)).toMatchObject({ ok: true });
    await settle();
    expect(await standing()).toMatchObject({ unchanged: { why: 'seats-taken' }, changes: { [holdName(1)]: 2 } });
    expect(await seats()).toEqual(seat(5, 2));

    expect(await wish(2, 1)).toMatchObject({ ok: true });
    await settle();
    expect(await seats()).toEqual(seat(5, 1));
    await cancelOrder(deps, asked, noon);
    await settle();
    expect((await standing()).state).toBe('cancelled');
    expect([...(await house.held()).keys()]).toEqual([holdName(2)]);
  });

  test('case 20: paid after the hold lapsed: retaken if free, else let go of', async () => {
    for (const taken of [false, true]) {
      const { house, deps, settle, standing } = await soldTo('ada', [1], { method: 'sandbox-card', card: 'late' });
      const later = noon + 11 * minute;
      if (taken) await house.ask([hold(2, 'bob', { seats: seat(1) }, { askedAt: later })], later);
      await tendOrders(deps, () => later, later + minute);
      await settle(later);
      expect(await standing()).toMatchObject(
        taken
          ? { state: 'refused', refusal: 'seats-lost', payment: { state: 'voided' } }
          : { state: 'confirmed', payment: { state: 'captured' } },
      );
    }
  });

  test('a promise that was not kept is free for the next', async () => {
    const { house, deps, settle, standing } = await soldTo('ada', [1], { method: 'box-office' });
    await settle();
    const deadline = (await standing()).payment.deadline ?? 0;
    await tendOrders(deps, () => deadline, deadline + minute);
    await settle(deadline);
    expect(await standing()).toMatchObject({ state: 'cancelled', payment: { state: 'expired' } });
    expect(await house.ask([hold(2, 'bob', { seats: seat(1) }, { askedAt: deadline })], deadline)).toEqual(['held']);
  });

  test('one of two tickets given back: its seat is anybody’s, and the other stays', async () => {
    const { house, deps, asked, settle, standing } = await soldTo('ada', [1, 2]);
    await settle();
    const [, second] = (await standing()).tickets;
    const give = () => giveBackTickets(deps, { ...asked, request: { tickets: [second?.id ?? ''] } }, noon);
    await give();
    await settle();
    await give();
    await settle();
    expect(await standing()).toMatchObject({ state: 'confirmed', payment: { refunded: 5000 }, tickets: [{}] });
    expect((await house.held()).get(holdName(1))).toEqual(seat(1));
    expect(await house.ask([hold(2, 'bob', { seats: seat(2) })])).toEqual(['held']);
    await cancelOrder(deps, asked, noon);
    await settle();
    expect(await standing()).toMatchObject({ state: 'cancelled', payment: { refunded: 10_000 } });
    expect((await house.held()).get(holdName(1))).toBeUndefined();
  });

  test('a cancelled performance: the seats go back, and the buyer’s other date has others, once', async () => {
    const { house, deps, asked, settle, standing } = await soldTo('ada', [1, 2, 3, 4, 5, 6]);
    await settle();
    const until = noon + 7 * 86_400_000;
    const act = {
      act: 'cancel',
      performance: 'evening',
      number: 1,
      actedAt: noon,
      reason: 'Ill.',
      choice: { dates: ['matinee'], until },
    } as const;
    const marked = await amend(deps.store, asked.id, performanceCancelled(act, noon), noon);
    await carryCancel(deps, marked as OrderRecord, noon);
    await settle();
    expect(await standing()).toMatchObject({ choices: [{ amount: 30_000 }], tickets: [] });
    expect((await house.held()).size).toBe(0);
    // At the limit of a fan: the old seats count no more.
    for (let twice = 0; twice < 2; twice++) {
      await chooseDate(deps, { ...asked, request: { performance: 'evening', instead: 'matinee' } }, noon);
      await settle();
    }
    const { items, tickets, payment } = await standing();
    expect(tickets.map((ticket) => ticket.performance)).toEqual(Array.from({ length: 6 }, () => 'matinee'));
    const held = [...(await house.held(noon, 'matinee'))];
    expect(held).toEqual([[items[1]?.hold, items[1]?.seats.map(({ id }) => id).toSorted()]]);
    expect(payment).not.toHaveProperty('refunded');
  });
});
