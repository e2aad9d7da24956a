import { describe, expect, test } from '@jest/globals';
import type { GrantScope, StaffRole } from '../../../../contracts/staff.ts';
import { readSigned } from '../../../../lambdas/foundation/signing.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import type { StaffMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { auditOrder } from '../../../../lambdas/ordering/book/audit-order.ts';
import { listOrders } from '../../../../lambdas/ordering/book/list-orders.ts';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../../lambdas/ordering/buy/settle-order.ts';
import { showOrder } from '../../../../lambdas/ordering/buy/show-order.ts';
import { orderKeyOf } from '../../../../lambdas/ordering/order/order-id.ts';
import { may } from '../../../../rules/permissions.ts';
import { buyer, fakeHouse, inputOf, keys, now, portsOf, requestOf, slipOf, staff, voucherKey } from '../small-stage.ts';

async function onePlaced() {
  const house = fakeHouse();
  const deps = portsOf({ askHouse: house.ask });
  const placed = await placeOrder(deps, inputOf([slipOf('hold00000001')]), now);
  if (!placed.ok) throw new Error(placed.refusal);
  return { deps, house, placed: placed.order };
}

describe('showing an order', () => {
  test('with its key, before and after it is settled; never the key again', async () => {
    const { deps, house, placed } = await onePlaced();
    const ask = { id: placed.order, key: placed.key };
    const { key: _key, ...seen } = placed;
    expect(await showOrder(deps, ask, now)).toEqual({ ok: true, order: seen });
    for (const answer of house.answers()) await settleOrder(deps, answer, now);
    expect(await showOrder(deps, ask, now)).toMatchObject({
      order: {
        state: 'confirmed',
        tickets: [
          { seat: 'hold00000001-1', label: 'Stalls, row C, seat 1', title: 'The Storm', venue: 'Festival Theatre' },
          { seat: 'hold00000001-2', label: 'Stalls, row C, seat 2' },
        ],
      },
    });
  });

  test('with its seats lost: a voucher for the pass it was placed with, for an hour and to nobody else', async () => {
    const deps = portsOf();
    const lost = fakeHouse(['hold00000001']);
    const input = inputOf([slipOf('hold00000001')]);
    const placed = await placeOrder({ ...deps, askHouse: lost.ask }, input, now);
    if (!placed.ok) throw new Error(placed.refusal);
    expect(placed.order).not.toHaveProperty('voucher');
    for (const answer of lost.answers()) await settleOrder(deps, answer, now);
    const ask = { id: placed.order.order, key: placed.order.key };
    const shown = await showOrder(deps, ask, now + 1000);
    if (!shown.ok) throw new Error(shown.refusal);
    expect(shown.order).toMatchObject({ state: 'refused', refusal: 'seats-lost' });
    const { voucher = '' } = shown.order;
    expect(readSigned('v1', [voucherKey], voucher)).toEqual({
      o: 'friends',
      f: 'ada',
      i: 'pass1',
      x: now / 1000 + 3600,
      w: 'seats-lost',
    });
    expect(readSigned('p1', [voucherKey], voucher.replace('v1.', 'p1.'))).toBeUndefined();
    expect(await placeOrder(deps, input, now + 1000)).toMatchObject({ first: false, order: { voucher } });
    expect(await showOrder(deps, ask, now + 3_600_000)).not.toHaveProperty('order.voucher');
    const book = await listOrders(deps, staff, { from: undefined }, now);
    expect(JSON.stringify(book)).not.toContain('v1.');
  });

  test('a declined card gives no voucher: that was not our error', async () => {
    const deps = portsOf();
    const request = requestOf([slipOf('hold00000001')], { method: 'sandbox-card', card: 'declined' });
    const placed = await placeOrder(deps, inputOf([], { request }), now);
    expect(placed).toMatchObject({ order: { refusal: 'card-declined' } });
    expect(placed).not.toHaveProperty('order.voucher');
  });

  test('says nothing about orders to those without the key, whether they exist or not', async () => {
    const { deps, placed } = await onePlaced();
    const wrong = [undefined, '', 'x', `${placed.key}x`, orderKeyOf(keys.orderKey, 'another-order-000000')];
    for (const id of [placed.order, 'xxxxxxxxxxxxxxxxxxxx'])
      for (const key of wrong)
        expect(await showOrder(deps, { id, key }, now)).toMatchObject({ ok: false, refusal: 'order-key-wrong' });
  });

  test('an order cut short before payment is not shown', async () => {
    const deps = portsOf({ askHouse: fakeHouse().ask });
    const dying = { ...deps.store, write: async () => Promise.reject(new Error('cut short')) };
    await expect(placeOrder({ ...deps, store: dying }, inputOf([slipOf('hold00000001')]), now)).rejects.toThrow();
    const retried = await placeOrder(portsOf(), inputOf([slipOf('hold00000001')]), now);
    if (!retried.ok) throw new Error(retried.refusal);
    const ask = { id: retried.order.order, key: retried.order.key };
    expect(await showOrder(deps, ask, now)).toMatchObject({ refusal: 'order-unknown' });
    expect((await deps.store.page(50)).orders).toEqual([]);
  });
});

describe('the order book', () => {
  const as = (role: StaffRole, scope: GrantScope): StaffMember => ({
    email: 'ben@example.org',
    may: (permission, places) => may([{ role, scope }], permission, places, now),
  });
  const everything: GrantScope = { of: 'everything' };

  test('shows everybody the orders that their roles are for, and nothing of others', async () => {
    const { deps } = await onePlaced();
    const shown = async (role: StaffRole, scope: GrantScope) => {
      const listed = await listOrders(deps, as(role, scope), { from: undefined }, now);
      return listed.ok ? listed.page.orders.length : listed;
    };
    expect(await shown('box-office', { of: 'show', id: 'storm' })).toBe(1);
    expect(await shown('box-office', { of: 'on-sale', id: 'friends' })).toBe(1);
    expect(await shown('box-office', { of: 'show', id: 'another' })).toBe(0);
    expect(await shown('partner', everything)).toBe(0);
  });

  test('writes down who was shown the buyers, once a minute, before it shows them', async () => {
    const { deps } = await onePlaced();
    const audit = auditTwin();
    for (const at of [now, now + 1, now + 2])
      await listOrders({ ...deps, audit }, as('box-office', everything), { from: undefined }, at);
    expect(audit.entries).toHaveLength(1);
    expect(audit.entries[0]).toMatchObject({ person: 'ben@example.org', act: 'read-orders' });
    const full = { add: () => Promise.reject(new Error('no audit')) };
    await expect(listOrders({ ...deps, audit: full }, staff, { from: undefined }, now)).rejects.toThrow('no audit');
  });

  test('shows an auditor no buyer, and then no look was taken', async () => {
    const { deps, placed } = await onePlaced();
    const audit = auditTwin();
    const auditor = as('auditor', everything);
    const listed = await listOrders({ ...deps, audit }, auditor, { from: undefined }, now);
    const one = await auditOrder({ ...deps, audit }, auditor, { id: placed.order }, now);
    for (const answer of [listed, one]) {
      expect(answer.ok).toBe(true);
      expect(JSON.stringify(answer)).not.toContain(buyer.name);
      expect(JSON.stringify(answer)).not.toContain(buyer.email);
    }
    expect(audit.entries).toEqual([]);
  });

  test('names the buyer, counts the tickets, and holds neither order key nor code', async () => {
    const { deps, house } = await onePlaced();
    for (const answer of house.answers()) await settleOrder(deps, answer, now);
    const listed = await listOrders(deps, staff, { from: undefined }, now);
    expect(listed).toMatchObject({ page: { orders: [{ buyer, tickets: 2, state: 'confirmed', total: 13000 }] } });
    expect(JSON.stringify(listed)).not.toMatch(/"key"|t1\./);
  });

  test('goes through every order once, newest first, fifty a page', async () => {
    const deps = portsOf();
    for (let n = 0; n < 120; n++)
      await placeOrder(deps, inputOf([slipOf('hold00000001')], { idempotencyKey: `key-${1000 + n}` }), now + (n >> 1));
    const seen: { order: string; placedAt: number }[] = [];
    const sizes: number[] = [];
    let from: string | undefined;
    do {
      const listed = await listOrders(deps, staff, { from }, now);
      if (!listed.ok) throw new Error(listed.refusal);
      seen.push(...listed.page.orders);
      sizes.push(listed.page.orders.length);
      from = listed.page.next;
    } while (from);
    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(seen.map(({ order }) => order)).size).toBe(120);
    expect(seen.map(({ placedAt }) => placedAt)).toEqual(seen.map(({ placedAt }) => placedAt).sort((a, b) => b - a));
  });

  test.each(['', '1', 'x'.repeat(36), "000000000000000-'; drop table orders --", '../../etc'])(
    'has no page %j',
    async (from) => {
      const { deps } = await onePlaced();
      expect(await listOrders(deps, staff, { from }, now)).toMatchObject({
        refusal: 'bad-request',
        errors: [{ field: 'query.from' }],
      });
    },
  );

  test('that is paid while the fan is given more time: newer slips of all its seats put its end off', async () => {
    const deps = portsOf();
    const minute = 60_000;
    const held = ['hold00000001', 'hold00000002'];
    const request = requestOf(
      held.map((hold) => slipOf(hold)),
      { method: 'sandbox-card', card: 'late' },
    );
    const placed = await placeOrder(deps, inputOf([], { request }), now);
    if (!placed.ok) throw new Error(placed.refusal);
    const ask = { id: placed.order.order, key: placed.order.key };
    const until = async (slips: readonly string[], at: number) => {
      const shown = await showOrder(deps, { ...ask, slips: slips.join(',') }, at);
      if (!shown.ok) throw new Error(shown.refusal);
      const { seatsUntil = 0, lapsed = false } = shown.order.payment;
      return [seatsUntil - now, lapsed];
    };
    const later = (hold: string, minutes: number, more = {}) =>
      slipOf(hold, { expiresAt: now + minutes * minute, ...more });
    const at = now + 9 * minute;
    expect(await until([], at)).toEqual([10 * minute, false]);
    expect(await until([later('hold00000001', 20)], at)).toEqual([10 * minute, false]);
    expect(
      await until(
        held.map((hold) => later(hold, 20, { fan: 'bob' })),
        at,
      ),
    ).toEqual([10 * minute, false]);
    expect(
      await until(
        held.map((hold) => later(hold, 20).slice(0, -2)),
        at,
      ),
    ).toEqual([10 * minute, false]);
    expect(await until([later('hold00000001', 20), later('hold00000002', 18)], at)).toEqual([18 * minute, false]);
    // It is kept: whoever asks next, with older slips or none.
    expect(
      await until(
        held.map((hold) => slipOf(hold)),
        at,
      ),
    ).toEqual([18 * minute, false]);
    expect(await until([], now + 18 * minute)).toEqual([18 * minute, true]);
  });
});
