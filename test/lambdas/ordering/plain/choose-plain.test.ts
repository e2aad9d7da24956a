import { describe, expect, test } from '@jest/globals';
import type { PerformanceAct } from '../../../../contracts/performance-acts.ts';
import type { Asked } from '../../../../lambdas/foundation/page-route.ts';
import { orderKeyOf } from '../../../../lambdas/ordering/order/order-id.ts';
import { type ActPlainOrdersDeps, actPlainOrders } from '../../../../lambdas/ordering/plain/act-plain-orders.ts';
import { ordersPage } from '../../../../lambdas/ordering/plain/order-pages.ts';
import { withForms } from '../../../../lambdas/ordering/plain/show-plain-orders.ts';
import { card, openStage } from '../follow/follow-stage.ts';
import { fakeHouse, now } from '../small-stage.ts';

const day = 86_400_000;
const cancelled: PerformanceAct = {
  act: 'cancel',
  performance: 'storm-1',
  number: 1,
  actedAt: now,
  reason: 'The lead is ill.',
  choice: { dates: ['storm-2'], until: now + 7 * day },
};

/** A fan without JavaScript who has an order, and may choose. */
async function offered() {
  const free = [1, 2].map((n) => ({ id: `G-${n}`, category: 'band1', label: `Stalls, row G, seat ${n}` }));
  const stage = openStage(undefined, fakeHouse([], [], { 'storm-2': free }));
  const { id } = await stage.buy('key-0001', { hold00000001: 'storm-1' }, card);
  await stage.settle();
  stage.acts.push(cancelled);
  await stage.minutes(3);
  const files = { read: <File>(path: string) => stage.deps.read<File>(path) };
  const deps = { ...stage.deps, files } as unknown as ActPlainOrdersDeps;
  const key = orderKeyOf(stage.deps.keys.orderKey, id);
  const post = (fields: Readonly<Record<string, string>>, site = 'same-origin') => {
    const form = new URLSearchParams({ act: 'choose', order: id, key, performance: 'storm-1', ...fields });
    const asked: Asked = {
      path: { onSale: 'friends' },
      query: {},
      headers: { 'sec-fetch-site': site },
      cookies: new Map(),
      form,
      now: stage.now(),
    };
    return actPlainOrders(deps, asked);
  };
  const page = async () =>
    ordersPage({
      ...{ language: 'en', onSale: 'friends', venue: 'The house', now: stage.now() },
      orders: [await withForms(deps, await stage.order(id), stage.now())],
    });
  return { stage, id, post, page };
}

const done = { status: 303, location: '/plain/friends/orders' };

describe('the choice without JavaScript', () => {
  test('is a form with the dates and the money, while nothing is under way', async () => {
    const { page, post, stage } = await offered();
    const before = await page();
    expect(before).toContain('name="instead" value="storm-2" required');
    expect(before).toContain('No other date: £130 back');
    expect(await post({ instead: 'storm-2' })).toEqual(done);
    expect(await page()).not.toContain('name="instead"');
    expect(await page()).toContain('Seats are being found for you');
    await stage.minutes(3);
    expect(await page()).toContain('Stalls, row G, seat 2');
  });

  test('pressed twice, or gone back to, it is one choice; and no money beside the date', async () => {
    const { stage, id, post } = await offered();
    expect(await Promise.all([post({ instead: 'storm-2' }), post({ instead: 'storm-2' })])).toEqual([done, done]);
    await stage.minutes(3);
    expect(await post({ instead: 'storm-2' })).toEqual(done);
    expect(await post({ instead: '' })).toMatchObject({ status: 409 });
    expect((await stage.order(id)).items.map(({ performance }) => performance)).toEqual(['storm-1', 'storm-2']);
    expect(stage.refunds.size).toBe(0);
  });

  test('the money is given back once', async () => {
    const { stage, post } = await offered();
    expect(await Promise.all([post({ instead: '' }), post({ instead: '' })])).toEqual([done, done]);
    await stage.minutes(6);
    expect(await post({ instead: '' })).toEqual(done);
    expect([...stage.refunds.values()]).toEqual([13_000]);
  });

  test('nothing chosen, a date that is not one of them, another’s key and another site do nothing, and say so', async () => {
    const { stage, id, post } = await offered();
    const before = await stage.order(id);
    const nothing = await post({});
    expect(nothing).toMatchObject({ status: 400 });
    expect(nothing.html).toContain('name="instead"');
    expect(await post({ instead: 'tonight' })).toMatchObject({ status: 409 });
    const stranger = await post({ instead: 'storm-2', key: 'guess' });
    expect(stranger).toMatchObject({ status: 403 });
    expect(stranger.html).not.toContain('Storm');
    expect(await post({ instead: 'storm-2' }, 'cross-site')).toMatchObject({ status: 403 });
    expect(await stage.order(id)).toEqual(before);
  });
});
