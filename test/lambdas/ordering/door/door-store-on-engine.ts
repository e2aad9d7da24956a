import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Dynamo } from '../../../../lambdas/foundation/dynamo/dynamo.ts';
import { doorStore } from '../../../../lambdas/ordering/door/door.store.ts';
import type { Engine } from '../../../engines.ts';
import { doorStoreContract } from './door-store.contract.ts';

/** The contract, and what only an engine can show. */
export function doorStoreOn(engine: Engine): void {
  describe(engine.name, () => {
    let running: Awaited<ReturnType<typeof engine.start>>;
    let dynamo: Dynamo;
    beforeAll(async () => {
      running = await engine.start();
      dynamo = running.dynamo;
      await running.createTable('Orders');
    });
    afterAll(() => running.stop());

    doorStoreContract(engine.name, () => doorStore(dynamo, 'Orders'));

    test('a list of more than a megabyte is read to its end', async () => {
      const store = doorStore(dynamo, 'Orders');
      // Longer than any door's name, so that a few marks fill what one query answers.
      const door = 'x'.repeat(200_000);
      const tickets = Array.from({ length: 7 }, (_, n) => `ticket-${n}`);
      for (const ticket of tickets) await store.mark('long-night', ticket, { state: 'used', usedAt: 1, door });
      expect((await store.marks('long-night')).size).toBe(7);
    });

    test('the harm without the condition: a put that does not look lets the second one in as the first', async () => {
      const store = doorStore(dynamo, 'Orders');
      await store.mark('storm-1', 'ticket-1', { state: 'used', usedAt: 1, door: 'Stalls' });
      await dynamo.call('PutItem', {
        TableName: 'Orders',
        Item: { pk: 'DOOR#storm-1', sk: 'ticket-1', state: 'used', at: 2, door: 'Circle' },
      });
      expect((await store.marks('storm-1')).get('ticket-1')).toEqual({ state: 'used', usedAt: 2, door: 'Circle' });
    });
  });
}
