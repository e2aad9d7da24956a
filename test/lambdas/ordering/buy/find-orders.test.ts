import { describe, expect, test } from '@jest/globals';
import type { LineFile } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import { rememberReceiptKeys } from '../../../../lambdas/foundation/read-receipt.ts';
import { deriveKey, SigningKey } from '../../../../lambdas/foundation/signing.ts';
import { findOrders } from '../../../../lambdas/ordering/buy/find-orders.ts';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { showOrder } from '../../../../lambdas/ordering/buy/show-order.ts';
import { forged } from '../../../forged.ts';
import { inputOf, now, passOf, portsOf, slipOf } from '../small-stage.ts';

const receipts = new SigningKey(deriveKey('the line', 'receipt'));
const receiptOf = (fan: string, { onSale = 'friends', kind = 'r1', key = receipts, device = '' } = {}) =>
  key.seal(kind, { v: 1, onSale, fan, round: 0, shard: 0, index: 7, joinedAt: now, ...(device && { device }) });

async function twoFans() {
  const deps = portsOf();
  const lines = new Map(
    ['friends', 'public'].map((id) => [published.line(id), { receiptKey: receipts.publicKey } as LineFile] as const),
  );
  const read: string[] = [];
  const findReceiptKey = rememberReceiptKeys(async (path) => {
    read.push(path);
    return lines.get(path);
  });
  const place = async (fan: string, hold: string, idempotencyKey: string, at = now) => {
    const input = inputOf([slipOf(hold, { fan })], { pass: passOf(fan), idempotencyKey });
    const placed = await placeOrder(deps, input, at);
    if (!placed.ok) throw new Error(placed.refusal);
    return placed.order;
  };
  const ada = [await place('ada', 'hold00000001', 'key-0001'), await place('ada', 'hold00000002', 'key-0002', now + 1)];
  const bob = await place('bob', 'hold00000003', 'key-0001');
  const find = (receipt: string | undefined, onSale = 'friends') =>
    findOrders(
      { ...deps, findReceiptKey, findEnded: async () => new Set(['ended']) },
      { onSale, receipt },
      now + 60_000,
    );
  return { deps, ada, bob, find, read };
}

describe('a fan who lost the page', () => {
  test('finds their orders by the receipt, the newest first, and sees them by the keys', async () => {
    const { deps, ada, find, read } = await twoFans();
    const found = await find(receiptOf('ada'));
    if (!found.ok) throw new Error(found.refusal);
    const { orders } = found.found;
    expect(orders.map(({ order, key }) => [order, key])).toEqual(
      [...ada].reverse().map(({ order, key }) => [order, key]),
    );
    for (const { order: id, key, reference } of orders)
      expect(await showOrder(deps, { id, key }, now)).toMatchObject({ ok: true, order: { order: id, reference } });
    expect(JSON.stringify(found)).not.toMatch(/Lovelace|example\.org/);
    await find(receiptOf('ada'));
    expect(read).toHaveLength(1);
  });

  test('finds them from each of their devices, and not from one that they ended', async () => {
    const { ada, find } = await twoFans();
    const orders = [{ order: ada[1]?.order }, { order: ada[0]?.order }];
    expect(await find(receiptOf('ada', { kind: 'r2', device: 'phone' }))).toMatchObject({ found: { orders } });
    expect(await find(receiptOf('ada', { kind: 'r2', device: 'ended' }))).toMatchObject({ refusal: 'device-ended' });
  });

  test('finds none of anybody else’s, and none where there are none', async () => {
    const { bob, find } = await twoFans();
    expect(await find(receiptOf('bob'))).toMatchObject({ found: { orders: [{ order: bob.order }] } });
    expect(await find(receiptOf('eve'))).toEqual({ ok: true, found: { orders: [], reduced: {} } });
    // The names of fans differ from on-sale to on-sale; should two be alike, the order says which it is of.
    expect(await find(receiptOf('ada', { onSale: 'public' }), 'public')).toEqual({
      ok: true,
      found: { orders: [], reduced: {} },
    });
  });

  test('may have a receipt of either form', async () => {
    const { find } = await twoFans();
    expect(await find(receiptOf('ada', { kind: 'r2' }))).toMatchObject({ found: { orders: [{}, {}] } });
  });
});

test('whoever has no receipt of that line learns nothing', async () => {
  const { find } = await twoFans();
  const other = new SigningKey(deriveKey('another line', 'receipt'));
  expect(await find(undefined)).toMatchObject({ refusal: 'receipt-missing' });
  expect(await find('r1.e30.x')).toMatchObject({ refusal: 'receipt-forged' });
  expect(await find(forged(receiptOf('ada')))).toMatchObject({ refusal: 'receipt-forged' });
  expect(await find(receiptOf('ada', { key: other }))).toMatchObject({ refusal: 'receipt-forged' });
  expect(await find(receiptOf('ada', { kind: 't1' }))).toMatchObject({ refusal: 'receipt-forged' });
  expect(await find(receiptOf('ada', { onSale: 'public' }))).toMatchObject({ refusal: 'receipt-elsewhere' });
  expect(await find(receiptOf('ada'), 'never')).toMatchObject({ refusal: 'line-unknown' });
});
