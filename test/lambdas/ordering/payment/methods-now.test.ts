import { expect, test } from '@jest/globals';
import type { SaleFile } from '../../../../contracts/sale-levers.ts';
import { methodsAgeMs, rememberMethods } from '../../../../lambdas/ordering/payment/methods-now.ts';

const noon = Date.UTC(2027, 2, 6, 12);
const turned: SaleFile = { v: 1, onSale: 'friends', version: 1, stopped: [], methods: ['box-office'] };

test('the ways to pay that staff left are known within seconds, and asked for no more often', async () => {
  let file: SaleFile | undefined;
  let reads = 0;
  const find = rememberMethods(async () => {
    reads += 1;
    return file;
  });
  expect(await find('friends', noon)).toBeUndefined();
  file = turned;
  expect(await find('friends', noon + methodsAgeMs - 1)).toBeUndefined();
  expect(reads).toBe(1);
  expect(await find('friends', noon + methodsAgeMs)).toEqual(['box-office']);
  expect(methodsAgeMs).toBeLessThan(5000);
});

test('a file that cannot be read counts as it was last known; nobody turns anything in a trial', async () => {
  const unread: unknown[] = [];
  let isBroken = false;
  const find = rememberMethods(
    async () => {
      if (isBroken) throw new Error('no network');
      return turned;
    },
    (error) => unread.push(error),
  );
  expect(await find('friends', noon)).toEqual(['box-office']);
  isBroken = true;
  expect(await find('friends', noon + 10_000)).toEqual(['box-office']);
  expect(await find('public', noon + 10_000)).toBeUndefined();
  expect(unread).toHaveLength(2);
  expect(await find('trial-abcdefghijklmnopqrstuvwxyz', noon)).toBeUndefined();
  expect(unread).toHaveLength(2);
});
