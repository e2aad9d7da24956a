import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Dynamo } from '../../../../lambdas/foundation/dynamo/dynamo.ts';
import { orderStore } from '../../../../lambdas/ordering/order/order.store.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import type { Engine } from '../../../engines.ts';
import { now } from '../small-stage.ts';
import { anOrder, decided, orderStoreContract } from './order-store.contract.ts';
import { orderStoreLimits } from './order-store-limits.contract.ts';

/** An order as somebody writes it who knows no store: its item keeps `placedAt` as `at`. */
const bare = ({ placedAt: at, ...order }: Pick<OrderRecord, 'id' | 'placedAt'>) => ({
  pk: `ORDER#${order.id}`,
  sk: 'ORDER',
  ...order,
  at,
});

const gsis = [
  { name: 'by-time', pk: 'book', sk: 'placedAt' },
  { name: 'by-due', pk: 'due', sk: 'dueAt' },
  { name: 'by-fan', pk: 'fan', sk: 'placedAt' },
];

/** The contract, its limits, and what only an engine can show. */
export function orderStoreOn(engine: Engine): void {
  describe(engine.name, () => {
    let running: Awaited<ReturnType<typeof engine.start>>;
    let dynamo: Dynamo;
    beforeAll(async () => {
      running = await engine.start();
      dynamo = running.dynamo;
      await running.createTable('Orders', { gsis });
    });
    afterAll(() => running.stop());

    orderStoreContract(engine.name, () => orderStore(dynamo, 'Orders'));
    orderStoreLimits(engine.name, () => orderStore(dynamo, 'Orders'));

    describe('the harm without a condition', () => {
      test('a put that does not look overwrites the first order of that key', async () => {
        const store = orderStore(dynamo, 'Orders');
        const order = anOrder();
        await store.put(order);
        const other = { ...order, fingerprint: 'print-of-another-body' };
        await dynamo.call('PutItem', { TableName: 'Orders', Item: bare(other) });
        expect((await store.get(order.id))?.fingerprint).toBe('print-of-another-body');
      });

      test('a write that does not look takes the tickets back from a confirmed order', async () => {
        const store = orderStore(dynamo, 'Orders');
        const order = anOrder();
        await store.put(order);
        const placed = decided(order);
        await store.write(placed);
        const ticket = { id: 'ticket0000000000001', performance: 'storm-1', seat: 'C-1', code: 't1.x.y' };
        await store.write({ ...placed, version: 3, state: 'confirmed', tickets: [ticket] });
        const late = { ...placed, version: 3, state: 'refused', refusal: 'seats-lost' } as const;
        expect(await store.write(late)).toEqual({ ok: false });
        await dynamo.call('PutItem', { TableName: 'Orders', Item: bare(late) });
        expect(await store.get(order.id)).toMatchObject({ state: 'refused', tickets: [] });
      });
    });

    test('an order from before there were versions is shown, and can be changed', async () => {
      const store = orderStore(dynamo, 'Orders');
      const { version: _, movedAt: __, changes: ___, history: ____, heldUntil: _____, ...old } = anOrder();
      await dynamo.call('PutItem', { TableName: 'Orders', Item: bare(old) });
      const found = (await store.get(old.id)) as OrderRecord;
      expect(found).toEqual({ ...old, version: 0, movedAt: now, changes: {}, history: [], heldUntil: now });
      expect(await store.write({ ...found, version: 1, state: 'refused' })).toEqual({ ok: true });
      expect(await store.write({ ...found, version: 1, state: 'placed' })).toEqual({ ok: false });
      expect(await store.get(old.id)).toMatchObject({ version: 1, state: 'refused' });
    });
  });
}
