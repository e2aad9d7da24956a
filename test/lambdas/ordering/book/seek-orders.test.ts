import { beforeEach, describe, expect, test } from '@jest/globals';
import type { LineFile } from '../../../../contracts/line.ts';
import type { OrderSearch } from '../../../../contracts/order.ts';
import type { GrantScope, StaffRole } from '../../../../contracts/staff.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import type { StaffMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { seekOrders } from '../../../../lambdas/ordering/book/seek-orders.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { orderTwin } from '../../../../lambdas/ordering/order/order.twin.ts';
import { referenceOf } from '../../../../lambdas/ordering/order/order-id.ts';
import { may } from '../../../../rules/permissions.ts';
import { now, portsOf } from '../small-stage.ts';
import { aTicketedOrder } from '../ticket/ticketed.ts';

const fan = 'f'.repeat(43);
let audit: ReturnType<typeof auditTwin>;
let store: ReturnType<typeof orderTwin>;

const anOrder = (n: number, more: Partial<OrderRecord> = {}) =>
  aTicketedOrder({ id: `order-of-the-test-${n}`.padEnd(20, '0'), fan, placedAt: now + n, ...more });

beforeEach(async () => {
  audit = auditTwin();
  store = orderTwin();
  const buyer = { name: 'Bo Byron', email: 'Bo@Example.org' };
  for (const order of [
    anOrder(1),
    anOrder(2, { fan: 'g'.repeat(43), buyer }),
    anOrder(3, { onSale: 'public' }),
    anOrder(4, { state: 'unpaid' }),
  ])
    await store.put(order);
});

const somebody = (role: StaffRole, scope: GrantScope = { of: 'everything' }): StaffMember => ({
  email: `${role}@example.org`,
  may: (permission, places) => may([{ role, scope }], permission, places, now),
});
const line = { onSale: 'friends', opensAt: now - 1 } as LineFile;
const seek = (search: OrderSearch, asker = somebody('box-office'), more = {}) =>
  seekOrders({ ...portsOf(), store, audit, findLine: async () => line, ...more }, asker, search, now);
const idsBy = async (search: OrderSearch) => {
  const outcome = await seek(search);
  if (!outcome.ok) throw new Error(outcome.detail);
  return outcome.sought.orders.map(({ order }) => order);
};
const onSale = 'friends';

describe('orders are found', () => {
  test('by their fan, their reference, their address and a seat, in this on-sale alone', async () => {
    const [first, second] = [anOrder(1).id, anOrder(2).id];
    expect(await idsBy({ by: 'fan', onSale, fan })).toEqual([first]);
    const reference = referenceOf(second).toLowerCase().replace('-', ' ');
    expect(await idsBy({ by: 'reference', onSale, reference })).toEqual([second]);
    expect(await idsBy({ by: 'email', onSale, email: 'bo@example.ORG' })).toEqual([second]);
    expect(await idsBy({ by: 'seat', onSale, seat: 'Stalls C 14' })).toEqual([second, first]);
    expect(await idsBy({ by: 'seat', onSale, seat: 'Stalls C 99' })).toEqual([]);
  });

  test('of one that was placed long before the doors none is found by going through the book', async () => {
    const later = { findLine: async () => ({ ...line, opensAt: now + 2 + 24 * 3_600_000 }) };
    expect(await seek({ by: 'seat', onSale, seat: 'C 14' }, somebody('ops'), later)).toMatchObject({
      sought: { orders: [{ order: anOrder(2).id }] },
    });
  });

  test('with their fan, their mails, and what became of each', async () => {
    const history = [
      { happenedAt: now, by: 'house', act: 'tickets-sent', note: '3 tickets, 0123abcd' },
      { happenedAt: now + 1, by: 'house', act: 'tickets-sent', note: 'the address takes no mail, 0123abcd' },
    ] as const;
    await store.write({ ...anOrder(1), version: 4, history: [...history] });
    expect(await seek({ by: 'fan', onSale, fan })).toMatchObject({
      sought: {
        orders: [
          {
            ...{ fan, onSale, mailWaits: true },
            mails: [
              { about: 'tickets', happenedAt: now, became: 'sent' },
              { about: 'tickets', happenedAt: now + 1, became: 'no-such-address' },
            ],
          },
        ],
      },
    });
  });

  test('twenty at once, and that there are more', async () => {
    for (let n = 10; n < 32; n += 1) await store.put(anOrder(n));
    const outcome = await seek({ by: 'seat', onSale, seat: 'Stalls C 14' });
    expect(outcome).toMatchObject({ sought: { more: true } });
    expect(outcome.ok && outcome.sought.orders).toHaveLength(20);
  });
});

describe('a look', () => {
  test('shows buyers to those alone who may see them', async () => {
    const search = { by: 'fan', onSale, fan } as const;
    for (const role of ['ops', 'auditor'] as const)
      expect(await seek(search, somebody(role))).toMatchObject({
        sought: { orders: [{ buyer: { name: 'A… <…', email: 'a…@…' } }] },
      });
    expect(await seek(search)).toMatchObject({ sought: { orders: [{ buyer: { email: 'ada@example.org' } }] } });
  });

  test('is refused for orders that are not the asker’s, and without a line', async () => {
    const search = { by: 'fan', onSale, fan } as const;
    const elsewhere = somebody('box-office', { of: 'show', id: 'another' });
    expect(await seek(search, elsewhere)).toMatchObject({ refusal: 'not-allowed' });
    expect(await seek(search, somebody('ops'), { findLine: async () => undefined })).toMatchObject({
      refusal: 'line-unknown',
    });
  });

  test('is written down before, and names nothing that was typed', async () => {
    await seek({ by: 'email', onSale, email: 'bo@example.org' });
    await seek({ by: 'fan', onSale, fan });
    expect(audit.entries.map(({ act, on }) => [act, on])).toEqual([
      ['seek-orders', 'friends by email'],
      ['seek-orders', `friends ${'f'.repeat(12)}`],
    ]);
    const away = { audit: { add: () => Promise.reject(new Error('away')) } };
    await expect(seek({ by: 'fan', onSale, fan }, somebody('ops'), away)).rejects.toThrow('away');
  });
});
