import { describe, expect, test } from '@jest/globals';
import { auditOrder } from '../../../lambdas/ordering/book/audit-order.ts';
import { changeOrder } from '../../../lambdas/ordering/book/change-order.ts';
import { placeOrder } from '../../../lambdas/ordering/buy/place-order.ts';
import { tellBuyer } from '../../../lambdas/ordering/mail/tell-buyer.ts';
import { confirmedOrder, inputOf, now, performance, portsOf, requestOf, slipOf, staff } from './small-stage.ts';

/* What people read names seats by their labels and performances by title and date, never by an id of ours. */

const hold = 'hold00000001';
const ids = /hold\d{8}|\bF-\d|storm-\d|[0-9a-f]{8}/;

describe('the history of an order', () => {
  test('of its sale, its mail, an exchange that failed, one that was made, and its end', async () => {
    const stage = await confirmedOrder({ method: 'box-office' }, {}, { holds: [hold], taken: ['F-2'] });
    const { deps, id, hear } = stage;
    const { store, keys } = deps;
    const mail = {
      store,
      keys,
      send: async () => 'sent' as const,
      draw: async () => new Uint8Array(),
      findPerformance: async () => undefined,
      findHead: async () => undefined,
      findBoxOffice: async () => undefined,
      site: 'https://x.y',
    };
    await tellBuyer(mail, id, now);
    for (const to of ['F-2', 'F-1']) {
      const act = { act: 'exchange', hold, from: [`${hold}-1`], to: [to] } as const;
      expect(
        await changeOrder(deps, staff, { id, act: { ...act, from: [...act.from], to: [...act.to] } }, now),
      ).toMatchObject({ ok: true });
      await hear();
    }
    await changeOrder(deps, staff, { id, act: { act: 'cancel', reason: 'ill' } }, now);
    await hear();
    const audited = await auditOrder(deps, staff, { id }, now);
    if (!audited.ok) throw new Error(audited.detail);
    const history = audited.order.history.map(({ act, note }) => [act, note]);
    const exchange = (seat: number) => `Stalls, row C, seat 1 → Stalls, row F, seat ${seat}`;
    expect(history).toEqual([
      ['placed', undefined],
      ['payment-decided', 'promised'],
      ['seats-answered', 'sold: Stalls, row C, seat 1; Stalls, row C, seat 2'],
      ['confirmed', 'promised'],
      ['tickets-sent', '2 tickets'],
      ['exchange-asked', exchange(2)],
      ['exchange-kept', exchange(2)],
      ['exchange-asked', exchange(1)],
      ['exchanged', exchange(1)],
      ['cancel-asked', 'ill'],
      ['cancelled', 'ill'],
    ]);
    expect(JSON.stringify(history)).not.toMatch(ids);
  });
});

describe('a refusal', () => {
  const refusalOf = async (slips: readonly string[], more: object = {}) => {
    const answer = await placeOrder(portsOf(), inputOf([], { request: { ...requestOf(slips), ...more } }), now);
    if (answer.ok) throw new Error('was placed');
    expect(answer.errors?.length).toBeGreaterThan(0);
    return (answer.errors ?? []).map(({ message }) => message).join(' ');
  };

  test('of a concession names title and date', async () => {
    const concessions = [{ hold, seat: `${hold}-1`, concession: 'pensioner' }];
    const message = await refusalOf([slipOf(hold)], { concessions });
    expect(message).toBe(`is not offered for ${performance.title}, Monday 31 May 2027, 10:00`);
  });

  test('of seats that lapsed names them, or says how many', async () => {
    expect(await refusalOf([slipOf(hold, { expiresAt: now - 1 })])).toBe(
      'lapsed: Stalls, row C, seat 1; Stalls, row C, seat 2',
    );
    expect(await refusalOf([slipOf(hold, { expiresAt: now - 1, performance: 'gone-1' })])).toBe('lapsed: 2 seats');
  });

  test('of seats that lapsed stands, also when no file can be read', async () => {
    const broken = portsOf({ findPerformance: async () => Promise.reject(new Error('no files')) });
    const slip = slipOf(hold, { expiresAt: now - 1 });
    const answer = await placeOrder(broken, inputOf([slip]), now);
    expect(answer).toMatchObject({ refusal: 'slip-lapsed', errors: [{ message: 'lapsed: 2 seats' }] });
  });

  test('of a performance that is gone gives no id', async () => {
    expect(await refusalOf([slipOf(hold, { performance: 'gone-1' })])).not.toMatch(/gone/);
  });
});
