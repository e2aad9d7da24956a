import { describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../../../contracts/catalogue.ts';
import type { Asked, Shown } from '../../../../lambdas/foundation/page-route.ts';
import { placeCookie } from '../../../../lambdas/foundation/plain/plain-place.ts';
import { type ActPlainOrdersDeps, actPlainOrders } from '../../../../lambdas/ordering/plain/act-plain-orders.ts';
import { openStage } from '../follow/follow-stage.ts';
import { now, passOf, performances, slipOf } from '../small-stage.ts';

/** A fan without JavaScript who holds seats. */
function fanWith(stage = openStage()) {
  const files = {
    read: async (path: string) =>
      performances.find(({ id }) => path.includes(`/${id}.`)) as PerformanceFile | undefined,
  };
  const deps = { ...stage.deps, files } as unknown as ActPlainOrdersDeps;
  const [cookie = ''] = placeCookie('friends', { receipt: 'r', pass: passOf() }, 0).split(';');
  const at = cookie.indexOf('=');
  const post = (act: 'begin' | 'order', slips: readonly string[], name = 'Ada Lovelace'): Promise<Shown> => {
    const form = new URLSearchParams({ act, name, email: 'ada@example.org' });
    for (const slip of slips) form.append('slip', slip);
    const asked: Asked = {
      path: { onSale: 'friends' },
      query: {},
      headers: { 'sec-fetch-site': 'same-origin' },
      cookies: new Map([[cookie.slice(0, at), cookie.slice(at + 1)]]),
      form,
      now,
    };
    return actPlainOrders(deps, asked);
  };
  return { stage, post };
}

const toOrders = { status: 303, location: '/plain/friends/orders' };
const slips = ['hold00000001', 'hold00000002'].map((hold) => slipOf(hold));
const [first = '', second = ''] = slips;
const htmlOf = (shown: Shown): string => ('html' in shown ? (shown.html ?? '') : '');

describe('ordering without JavaScript', () => {
  test('asks who buys, and is one order however often it is pressed', async () => {
    const { stage, post } = fanWith();
    const form = htmlOf(await post('begin', slips));
    for (const slip of slips) expect(form).toContain(slip);
    expect(await Promise.all([post('order', slips), post('order', slips)])).toEqual([toOrders, toOrders]);
    expect(await post('order', slips, 'Another Name')).toEqual(toOrders);
    expect(await stage.store.ofFan('ada', 10)).toHaveLength(1);
  });

  test('shows the order of seats that were ordered already, and not once more a form for them', async () => {
    const { stage, post } = fanWith();
    await post('order', slips);
    expect(await post('begin', slips)).toEqual(toOrders);
    const again = fanWith(stage);
    expect(await again.post('begin', [first])).toEqual(toOrders);
    expect(await again.post('order', [first])).toEqual(toOrders);
    expect(await stage.store.ofFan('ada', 10)).toHaveLength(1);
  });

  test('asks for the rest, if a part was ordered', async () => {
    const { stage, post } = fanWith();
    await post('order', [first]);
    const form = htmlOf(await post('begin', slips));
    expect(form).toContain(second);
    expect(form).not.toContain(first);
    // The form of before, by the button Back.
    expect(await post('order', slips)).toEqual(toOrders);
    const orders = await Promise.all((await stage.store.ofFan('ada', 10)).map((id) => stage.order(id)));
    const ordered = orders.map(({ items }) => items.map(({ hold }) => hold).join());
    expect(ordered.toSorted()).toEqual(['hold00000001', 'hold00000002']);
  });

  test('orders again what an order that came to nothing had', async () => {
    const { stage, post } = fanWith();
    await post('order', [first]);
    const [id = ''] = await stage.store.ofFan('ada', 10);
    const order = await stage.order(id);
    await stage.store.write({ ...order, version: order.version + 1, state: 'refused', refusal: 'card-declined' });
    expect(htmlOf(await post('begin', slips))).toContain(first);
  });

  test('says where to go with a slip that is none', async () => {
    const { post } = fanWith();
    const shown = await post('begin', ['s1.b.nothing']);
    expect(shown).toMatchObject({ status: 401 });
    expect(htmlOf(shown)).toContain('Go back to the seats that you hold, and order from there.');
  });
});
