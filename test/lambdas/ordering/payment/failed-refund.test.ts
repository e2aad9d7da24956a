import { describe, expect, test } from '@jest/globals';
import { listOrders } from '../../../../lambdas/ordering/book/list-orders.ts';
import { tendOrders } from '../../../../lambdas/ordering/buy/tend-orders.ts';
import { cancelOrder } from '../../../../lambdas/ordering/change/cancel-order.ts';
import { stuckMs } from '../../../../lambdas/ordering/order/due.ts';
import { auditOf } from '../../../../lambdas/ordering/order/order-view.ts';
import { hearFailedRefund } from '../../../../lambdas/ordering/payment/failed-refund.ts';
import { hearPayment } from '../../../../lambdas/ordering/payment/hear-payment.ts';
import type { PaymentPort } from '../../../../lambdas/ordering/payment/payment.ts';
import { confirmedOrder, now, staff } from '../small-stage.ts';

const card = { method: 'sandbox-card', card: 'approved' } as const;
const failed = { id: 're_1', name: 'cancel' };

/** A provider whose refunds are as `fails` says at the time. */
function provider() {
  const said = { fails: false };
  const fail = (name: string) => {
    if (said.fails) throw new Error(`Refund ${name} failed at the provider`);
    return undefined;
  };
  const port: PaymentPort = {
    objection: () => undefined,
    authorise: async () => ({ state: 'authorised', reference: 'r1' }),
    look: async () => ({ state: 'authorised' }),
    capture: async () => 'captured',
    void: async () => void fail('void'),
    refund: async ({ name }) => fail(name),
  };
  return { said, payments: new Map([['sandbox-card', port] as const]) };
}

async function cancelled() {
  const stage = await confirmedOrder(card, provider());
  await cancelOrder(stage.deps, stage.asked, now);
  expect(await stage.hear()).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } });
  const inBook = async () => {
    const book = await listOrders(stage.deps, staff, { from: undefined }, now);
    return book.ok ? book.page.orders[0] : undefined;
  };
  return { ...stage, inBook };
}

describe('a refund that the bank sent back', () => {
  test('is said in the order book, where the order says refunded', async () => {
    const { deps, id, inBook, standing } = await cancelled();
    expect(await inBook()).not.toHaveProperty('failedRefunds');
    await hearFailedRefund(deps, id, failed, now + 5);
    expect(await inBook()).toMatchObject({ payment: { state: 'refunded' }, failedRefunds: ['re_1'] });
    expect(auditOf(await standing()).history.at(-1)).toEqual({
      happenedAt: now + 5,
      by: 'payment',
      act: 'refund-failed',
      note: 're_1',
    });
  });

  test('is noted once, however often it is told; another one is noted beside it', async () => {
    const { deps, id, standing } = await cancelled();
    await Promise.all([1, 2, 3].map((late) => hearFailedRefund(deps, id, failed, now + late)));
    const once = await standing();
    expect(once.history.filter(({ act }) => act === 'refund-failed')).toHaveLength(1);
    await hearFailedRefund(deps, id, failed, now + 9);
    expect(await standing()).toEqual(once);
    await hearFailedRefund(deps, id, { id: 're_2' }, now + 10);
    expect((await standing()).payment.failedRefunds).toEqual([{ id: 're_1', name: 'cancel' }, { id: 're_2' }]);
  });

  test('told before we wrote that it was made, it stays noted, and nobody asks for it for ever', async () => {
    const { said, payments } = provider();
    const { deps, id, asked, hear, standing } = await confirmedOrder(card, { payments });
    await cancelOrder(deps, asked, now);
    said.fails = true;
    await expect(hear()).rejects.toThrow('failed at the provider');
    expect(await standing()).toMatchObject({ payment: { state: 'refunding', owed: { name: 'cancel' } } });
    await hearFailedRefund(deps, id, failed, now + 1);
    await tendOrders(deps, () => now + 2 * stuckMs, now + 3 * stuckMs);
    expect(await standing()).toMatchObject({
      state: 'cancelled',
      payment: { state: 'refunded', refunded: 13000, failedRefunds: [failed] },
    });
    expect((await standing()).payment).not.toHaveProperty('owed');
  });

  test('of an order that was refused, and paid all the same: its next message is heard, and voids nothing again', async () => {
    const { said, payments } = provider();
    const { deps, id, order } = await confirmedOrder(card, { payments });
    const { owed: _, ...paid } = order.payment;
    const refused = { ...order, state: 'refused', refusal: 'not-paid', version: order.version + 1 } as const;
    await deps.store.write({ ...refused, payment: { ...paid, state: 'voided', reference: 'r1' } });
    said.fails = true;
    await expect(hearPayment(deps, id, now)).rejects.toThrow('failed at the provider');
    await hearFailedRefund(deps, id, { id: 're_1', name: 'void' }, now);
    expect(await hearPayment(deps, id, now)).toMatchObject({ state: 'refused' });
  });

  test('of an order that we do not know changes nothing', async () => {
    const { deps } = await cancelled();
    expect(await hearFailedRefund(deps, 'another-till', failed, now)).toBeUndefined();
  });
});
