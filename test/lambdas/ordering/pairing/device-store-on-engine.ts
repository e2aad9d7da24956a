import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { deviceStore } from '../../../../lambdas/ordering/pairing/device.store.ts';
import type { Engine } from '../../../engines.ts';
import { deviceStoreContract } from './device-store.contract.ts';

export function deviceStoreOn(engine: Engine): void {
  describe(engine.name, () => {
    let running: Awaited<ReturnType<typeof engine.start>>;
    let client: DynamoDBDocumentClient;
    beforeAll(async () => {
      running = await engine.start();
      client = running.client;
      await running.createTable('Orders');
    });
    afterAll(() => running.stop());

    deviceStoreContract(engine.name, () => deviceStore(client, 'Orders'));
  });
}
