import { describe, expect, test } from '@jest/globals';
import type { OrderRequest } from '../../../../contracts/order.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import { changeOrder } from '../../../../lambdas/ordering/book/change-order.ts';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../../lambdas/ordering/buy/settle-order.ts';
import { listConsents } from '../../../../lambdas/ordering/consent/list-consents.ts';
import { takeBackNews } from '../../../../lambdas/ordering/consent/take-back-news.ts';
import { fakeHouse, inputOf, nobody, now, portsOf, requestOf, slipOf, staff } from '../small-stage.ts';

const card = { method: 'sandbox-card', card: 'approved' } as const;

/** An order whose buyer ticked, or did not. */
async function ordered(
  more: Partial<OrderRequest> = { news: '2026-12', language: 'de' },
  payment: OrderRequest['payment'] = card,
) {
  const house = fakeHouse();
  const audit = auditTwin();
  const deps = { ...portsOf({ askHouse: house.ask }), audit };
  const request = { ...requestOf([slipOf('hold00000001')], payment), ...more };
  const placed = await placeOrder(deps, inputOf([], { request }), now);
  if (!placed.ok) throw new Error(placed.detail);
  for (const answer of house.news()) await settleOrder(deps, answer, now);
  const { order: id, key } = placed.order;
  const list = async (at = now) => {
    const listed = await listConsents(deps, staff, { from: undefined }, at);
    if (!listed.ok) throw new Error(listed.detail);
    return listed.page.consents;
  };
  return { deps, audit, id, asked: { id, key }, list, placed, request };
}

describe('a consent to news', () => {
  test('is kept with its order: which text, in which language, and when', async () => {
    const { list, placed } = await ordered();
    expect(placed.order.news).toEqual({ text: '2026-12', language: 'de', givenAt: now });
    expect(await list()).toEqual([
      {
        ...{ text: '2026-12', language: 'de', givenAt: now },
        ...{ email: 'ada@example.org', name: 'Ada Lovelace', reference: placed.order.reference },
      },
    ]);
  });

  test('is nobody’s who did not tick', async () => {
    const { list, placed } = await ordered({});
    expect(placed.order).not.toHaveProperty('news');
    expect(await list()).toEqual([]);
  });

  test('counts for nothing with an order that never came about', async () => {
    const { list } = await ordered({ news: '2026-12' }, { method: 'sandbox-card', card: 'declined' });
    expect(await list()).toEqual([]);
  });

  test('is part of the request: the same key with another tick is another order', async () => {
    const { deps, request } = await ordered();
    const { news: _, ...unticked } = request;
    expect(await placeOrder(deps, inputOf([], { request: unticked }), now)).toMatchObject({
      refusal: 'idempotency-key-reused',
    });
  });

  test('is taken back by its fan, once, and is told as such', async () => {
    const { deps, asked, list } = await ordered();
    const taken = await takeBackNews(deps, asked, now + 5);
    expect(taken).toMatchObject({ ok: true, order: { news: { takenBackAt: now + 5 }, may: { cancel: true } } });
    expect(await takeBackNews(deps, asked, now + 9)).toMatchObject({ order: { news: { takenBackAt: now + 5 } } });
    expect(await list()).toMatchObject([{ takenBackAt: now + 5 }]);
    const order = await deps.store.get(asked.id);
    expect(order?.history.filter(({ act }) => act === 'news-taken-back')).toEqual([
      { happenedAt: now + 5, by: 'fan', act: 'news-taken-back' },
    ]);
  });

  test('is not taken back by somebody without the key', async () => {
    const { deps, id, list } = await ordered();
    expect(await takeBackNews(deps, { id, key: 'guessed' }, now)).toMatchObject({ refusal: 'order-key-wrong' });
    expect((await list())[0]).not.toHaveProperty('takenBackAt');
  });

  test('is taken back by the box office for a fan who telephones', async () => {
    const { deps, audit, id, list } = await ordered();
    const act = { act: 'take-back-news', reason: 'Telephoned.' } as const;
    expect(await changeOrder(deps, staff, { id, act }, now + 7)).toMatchObject({ ok: true });
    expect(await list()).toMatchObject([{ takenBackAt: now + 7 }]);
    expect(audit.entries.map(({ act }) => act)).toContain('take-back-news');
  });

  test('is read by those who may, and each look is written down first', async () => {
    const { deps, audit, list } = await ordered();
    expect(await listConsents(deps, nobody, { from: undefined }, now)).toMatchObject({ refusal: 'not-allowed' });
    expect(await listConsents(deps, staff, { from: 'x' }, now)).toMatchObject({ refusal: 'bad-request' });
    expect(audit.entries).toEqual([]);
    await list();
    expect(audit.entries).toMatchObject([{ act: 'export-consents', person: staff.email }]);
  });
});
