import { beforeAll, describe, expect, test } from '@jest/globals';
import type { HoldView } from '../../contracts/house.ts';
import type { OrderView } from '../../contracts/order.ts';
import { seatsInOrder } from '../../contracts/plan.ts';
import { until } from '../until.ts';
import { type Fan, orderOf, seatsOf } from './fan.ts';
import { sendAgain } from './house-queue.ts';
import type { Playhouse } from './running.ts';

/*
 * The changes of a minute. A hold of the on-sale `brief` lasts one, the least there is, and nothing here waits for it.
 * Seats are taken before the other journeys and looked at after them.
 */

interface Taken {
  readonly fan: Fan;
  readonly seats: readonly string[];
  readonly view: HoldView;
}

let house: Playhouse;
let rival: Fan;
let taken: readonly Taken[];
let paying: OrderView;
let left: OrderView;

const late = { method: 'sandbox-card', card: 'late' } as const;

export function takenForAMinute(of: () => Playhouse): void {
  describe('seats that are held for a minute', () => {
    beforeAll(async () => {
      house = of();
      const [other, ...fans] = await house.briefFriends(4);
      if (!other) throw new Error('Nobody came');
      rival = other;
      const ids = house.plan.sections
        .flatMap((section) => seatsInOrder(section))
        .flatMap(({ id, access }) => (access ? [] : [id]));
      taken = await Promise.all(
        fans.map(async (fan, n) => {
          const seats = ids.slice(n * 4, n * 4 + 2);
          return { fan, seats, view: await fan.hold(house.briefNight, { seats }) };
        }),
      );
    });

    test('are never given to somebody else while they are', async () => {
      for (const { seats, view } of taken) {
        expect(view).toMatchObject({ state: 'held' });
        expect(await rival.hold(house.briefNight, { seats: [...seats] })).toMatchObject({
          refusal: 'seat-taken',
          taken: seats,
        });
      }
    });

    test('wait for a payment that takes longer', async () => {
      const [, slow] = taken;
      const placed = await slow?.fan.placeOrder(orderOf([slow.view], late), 'late-order');
      expect(placed).toMatchObject({ status: 202, body: { state: 'paying' } });
      paying = placed?.body as OrderView;
    });

    test('wait for it too when the fan closes the page', async () => {
      const [, , gone] = taken;
      const placed = await gone?.fan.placeOrder(orderOf([gone.view], late), 'left-order');
      expect(placed).toMatchObject({ status: 202, body: { state: 'paying' } });
      left = placed?.body as OrderView;
    });
  });
}

export function aMinuteLater(): void {
  describe('a minute later', () => {
    test('what lapsed is another fan’s at once, and a message that comes again revives nothing', async () => {
      const [lapsed] = taken;
      if (!lapsed) throw new Error('Nobody held anything');
      await until('the hold lapses', async () => {
        const { body } = await lapsed.fan.showHold(house.briefNight, lapsed.view.hold);
        return body.state === 'lapsed' ? true : undefined;
      });
      expect(await rival.hold(house.briefNight, { seats: [...lapsed.seats] })).toMatchObject({ state: 'held' });
      await sendAgain(house, lapsed.fan, {
        ask: 'hold',
        hold: lapsed.view.hold,
        performance: house.briefNight,
        seats: lapsed.seats,
      });
      // Asks of a house are decided in order: when this one is, that one was.
      expect(await lapsed.fan.hold(house.briefNight, { seats: [...lapsed.seats] })).toMatchObject({
        refusal: 'seat-taken',
      });
      expect((await lapsed.fan.showHold(house.briefNight, lapsed.view.hold)).body).toMatchObject({ state: 'lapsed' });
    });

    test('what is paid now is retaken, since nobody else has taken it', async () => {
      const [, slow] = taken;
      if (!slow) throw new Error('Nobody held anything');
      // The page comes back with the same order, unless the clock was quicker: payment is looked at again.
      const { status, body } = await slow.fan.placeOrder(orderOf([slow.view], late), 'late-order');
      expect([status, body.order]).toEqual([200, paying.order]);
      const order = await slow.fan.settled(body);
      expect(order).toMatchObject({ state: 'confirmed', payment: { state: 'captured' } });
      expect(order.tickets.map(({ seat }) => seat)).toEqual(seatsOf(slow.view));
    });

    test('what is paid after the fan closed the page is sold all the same, by the clock', async () => {
      const [, , gone] = taken;
      if (!gone) throw new Error('Nobody held anything');
      const order = await gone.fan.settled(left);
      expect(order).toMatchObject({ state: 'confirmed', payment: { state: 'captured' } });
      expect(order.tickets.map(({ seat }) => seat)).toEqual(seatsOf(gone.view));
    });
  });
}
