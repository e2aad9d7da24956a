import { beforeAll, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import type { OrderView } from '../../contracts/order.ts';
import { seatsInOrder } from '../../contracts/plan.ts';
import { until } from '../until.ts';
import { ask, type Fan, seatsOf } from './fan.ts';
import type { Playhouse } from './running.ts';

/* More time, other seats, and what staff look up and change for a fan. */

export function changeJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  let fan: Fan;
  let night: string;
  let order: OrderView;
  beforeAll(() => {
    house = of();
  });
  const json = { 'content-type': 'application/json' };
  const send = (url: string, headers: Record<string, string>, body?: object) =>
    ask<OrderView>(`${house.site}${url}`, {
      method: 'POST',
      headers: { ...json, ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  const lookUp = async ({ url }: { readonly url: string }) =>
    (await ask(`${house.site}${url}`, { headers: await house.staff() })).status;

  test('a fan asks for more time to shop, and for what is held', async () => {
    fan = await house.friend();
    night = house.night();
    const held = await fan.hold(night, { best: { count: 2 } });
    const pass = await send(api('POST lines/{onSale}/extend', fan).url, { 'stampede-receipt': fan.receipt });
    expect([200, 409]).toContain(pass.status);
    const basket = await send(api('POST basket/extend').url, { 'stampede-pass': fan.pass });
    expect(basket.status).toBe(202);
    order = await fan.buy([held]);
    expect(order.state).toBe('confirmed');
    expect(seatsOf(held)).toHaveLength(2);
  });

  test('seats are exchanged by their fan, and back by staff, who find the order in the book', async () => {
    const [item] = order.items;
    const from = item?.seats.map(({ id }) => id) ?? [];
    // Others of the same price, which nobody else has: the night is this journey's own.
    const price = item?.seats[0]?.category;
    const to = house.plan.sections
      .flatMap((section) => seatsInOrder(section))
      .filter(({ id, category, access }) => category === price && !access && !from.includes(id))
      .slice(0, from.length)
      .map(({ id }) => id);
    expect(to).toHaveLength(2);
    const exchange = { hold: item?.hold ?? '', from, to };
    const asked = await send(
      api('POST orders/{order}/exchange', order).url,
      { 'stampede-order-key': order.key ?? '' },
      exchange,
    );
    expect(asked).toMatchObject({ status: 202 });
    const exchanged = await fan.settled(order);
    expect(exchanged.items.flatMap(({ seats }) => seats.map(({ id }) => id))).toEqual(to);
    const back = await send(api('POST staff/orders/{order}', order).url, await house.staff(), {
      act: 'cancel',
      reason: 'a journey',
    });
    expect(back.status).toBe(202);
    expect(await fan.settled(order)).toMatchObject({ state: 'cancelled' });
    expect(await lookUp(api('GET staff/orders'))).toBe(200);
    expect(await lookUp(api('GET staff/door/{performance}/devices', { performance: night }))).toBe(200);
  });

  test('one of two tickets is given back, and the other stays', async () => {
    const two = await fan.buy([await fan.hold(night, { best: { count: 2 } })]);
    const [one, other] = two.tickets;
    const url = api('POST orders/{order}/give-back', two).url;
    const key = { 'stampede-order-key': two.key ?? '' };
    const given = { tickets: [one?.id ?? ''] };
    expect([(await send(url, key, given)).status, (await send(url, key, given)).status]).toEqual([202, 202]);
    const after = await until('the seat is back and paid for', async () => {
      const { body } = await fan.showOrder(two);
      return body.changing === undefined && body.payment.refunded ? body : undefined;
    });
    expect(after.tickets.map(({ id }) => id)).toEqual([other?.id]);
    expect(after.payment.refunded).toBe(two.items[0]?.seats[0]?.price);
  });

  test('a fan who leaves gives the pass back', async () => {
    expect((await fan.leave()).status).toBe(204);
  });
}
