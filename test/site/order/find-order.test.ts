import { describe, expect, test } from '@jest/globals';
import type { Browser } from '../../../site/api.ts';
import { addressOf, type FoundOrders, lookFor, pastedReceipt } from '../../../site/order/find-order.ts';

const receiptFor = (payload: unknown) => `r2.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2ln`;
const receipt = receiptFor({ v: 2, onSale: 'friends', fan: 'ada' });

describe('a pasted text', () => {
  test('is a receipt, however it was broken into lines, and names its on-sale', () => {
    expect(pastedReceipt(` ${receipt.slice(0, 9)}\n  ${receipt.slice(9)}\t`)).toEqual({ onSale: 'friends', receipt });
  });

  test.each([
    ['nothing', ''],
    ['nothing', ' \n '],
    ['unreadable', 'K7M-4QX'],
    ['unreadable', 'r2.not-base64.AAAA'],
    ['unreadable', receiptFor({ onSale: '../staff' })],
    ['unreadable', receiptFor('friends')],
    ['unreadable', receipt.slice(1)],
  ])('is %s: “%s”', (wrong, text) => {
    expect(pastedReceipt(text)).toBe(wrong);
  });
});

test('the newest order stands first, and one line that does not answer hides no other', async () => {
  const order = (id: string, placedAt: number) => ({
    order: id,
    key: 'k',
    reference: id,
    state: 'confirmed',
    placedAt,
  });
  const browser: Browser = {
    send: async (url) =>
      url.includes('/friends/')
        ? Response.json({ orders: [order('old', 1), order('new', 2)] })
        : Response.json({ type: '/problems/receipt-forged', title: 't', detail: 'd' }, { status: 401 }),
    wait: async () => {},
    chance: () => 0,
    now: () => 0,
  };
  const [friends, other] = await lookFor(browser, [
    { onSale: 'friends', receipt },
    { onSale: 'public', receipt },
  ]);
  expect(friends?.orders.map((one) => one.order)).toEqual(['new', 'old']);
  expect(other).toMatchObject({ orders: [], trouble: { kind: 'refused' } });
  // Looked for again, what was wrong then is not wrong any more.
  const [again] = await lookFor(browser, [{ ...(other as FoundOrders), onSale: 'friends' }]);
  expect(again?.trouble).toBeUndefined();
});

test('the key of an order stands behind the #, where no server sees it', () => {
  const { pathname, search, hash } = new URL(addressOf({ order: 'a_1', key: 'k-2' }), 'https://theatre.example');
  expect([pathname, search, hash]).toEqual(['/order', '?id=a_1', '#key=k-2']);
});
