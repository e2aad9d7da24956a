import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { orderStore } from '../../../lambdas/ordering/order.store.ts';
import { orderTwin } from '../../../lambdas/ordering/order.twin.ts';
import { engines } from '../../engines.ts';
import { anOrder, orderStoreContract } from './order-store.contract.ts';

// Only so that a busy machine does not fail what is right: nothing here waits.
jest.setTimeout(60_000);

orderStoreContract('twin', orderTwin);

for (const engine of engines()) {
  describe(engine.name, () => {
    let running: Awaited<ReturnType<typeof engine.start>>;
    let client: DynamoDBDocumentClient;
    beforeAll(async () => {
      running = await engine.start();
      client = running.client;
      await running.createTable('Orders', { gsis: [{ name: 'by-time', pk: 'book', sk: 'placedAt' }] });
    }, 60_000);
    afterAll(() => running.stop());

    orderStoreContract(engine.name, () => orderStore(client, 'Orders'));

    describe('the harm without a condition', () => {
      test('a put that does not look overwrites the first order of that key', async () => {
        const store = orderStore(client, 'Orders');
        const order = anOrder();
        await store.put(order);
        const other = { ...order, fingerprint: 'print-of-another-body' };
        await client.send(
          new PutCommand({ TableName: 'Orders', Item: { pk: `ORDER#${order.id}`, sk: 'ORDER', ...other } }),
        );
        expect((await store.get(order.id))?.fingerprint).toBe('print-of-another-body');
      });

      test('a settlement that does not look takes the tickets back from a confirmed order', async () => {
        const store = orderStore(client, 'Orders');
        const order = anOrder();
        const payment = { method: 'box-office', state: 'promised' } as const;
        await store.put(order);
        await store.decidePayment(order, { state: 'placed', payment });
        const ticket = { id: 'ticket0000000000001', performance: 'storm-1', seat: 'C-1', code: 't1.x.y' };
        await store.settle(order.id, { state: 'confirmed', payment, tickets: [ticket] });
        await client.send(
          new UpdateCommand({
            TableName: 'Orders',
            Key: { pk: `ORDER#${order.id}`, sk: 'ORDER' },
            UpdateExpression: 'SET #state = :state, tickets = :none',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':state': 'refused', ':none': [] },
          }),
        );
        expect(await store.get(order.id)).toMatchObject({ state: 'refused', tickets: [] });
      });
    });
  });
}
