import { expect, test } from '@jest/globals';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import type { StaffMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { findHolds } from '../../../../lambdas/seating/ask/find-holds.ts';
import type { BasketRecord } from '../../../../lambdas/seating/house/basket-record.ts';

const now = 1_800_000_000_000;
const fan = 'f'.repeat(43);
const settled = { performance: 'lear-3', decidedAt: now - 9 };
const counted = { ...settled, seats: 2, sections: ['stalls'], expiresAt: now + 1 };
const basket: BasketRecord = {
  onSale: 'friends',
  fan,
  version: 3,
  entries: [
    { ...counted, hold: 'held', state: 'held' },
    { ...counted, hold: 'late', state: 'held', expiresAt: now },
    { ...counted, hold: 'bank', state: 'held', expiresAt: now, bank: 'order' },
    { ...counted, hold: 'sold', state: 'sold', order: 'an-order' },
    { ...settled, hold: 'gone', state: 'refused', refusal: 'seat-taken', taken: ['a'] },
  ],
};
const asker = (isAllowed: boolean): StaffMember => ({
  email: 'ops@example.org',
  may: (permission) => isAllowed && permission === 'find-fans',
});

test('says what a fan holds and what became of it, and writes the look down first', async () => {
  const audit = auditTwin();
  const store = { basket: async () => basket };
  const outcome = await findHolds({ store, audit }, asker(true), { onSale: 'friends', fan }, now);
  expect(outcome.ok && outcome.found.holds.map(({ hold, state, seats }) => [hold, state, seats])).toEqual([
    ['held', 'held', 2],
    ['late', 'lapsed', 2],
    ['bank', 'held', 2],
    ['sold', 'sold', 2],
    ['gone', 'refused', undefined],
  ]);
  expect(audit.entries).toMatchObject([
    { act: 'find-holds', person: 'ops@example.org', on: `friends ${'f'.repeat(12)}` },
  ]);
});

test('is refused to those who may not find fans, and without an audit', async () => {
  const audit = auditTwin();
  const store = { basket: async () => basket };
  const ask = { onSale: 'friends', fan };
  expect(await findHolds({ store, audit }, asker(false), ask, now)).toMatchObject({ refusal: 'not-allowed' });
  expect(audit.entries).toEqual([]);
  const away = { add: () => Promise.reject(new Error('away')) };
  await expect(findHolds({ store, audit: away }, asker(true), ask, now)).rejects.toThrow('away');
});
