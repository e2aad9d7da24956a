import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Dynamo } from '../../../../lambdas/foundation/dynamo/dynamo.ts';
import { deviceStore } from '../../../../lambdas/ordering/pairing/device.store.ts';
import type { Engine } from '../../../engines.ts';
import { deviceStoreContract } from './device-store.contract.ts';

export function deviceStoreOn(engine: Engine): void {
  describe(engine.name, () => {
    let running: Awaited<ReturnType<typeof engine.start>>;
    let dynamo: Dynamo;
    beforeAll(async () => {
      running = await engine.start();
      dynamo = running.dynamo;
      await running.createTable('Orders');
    });
    afterAll(() => running.stop());

    deviceStoreContract(engine.name, () => deviceStore(dynamo, 'Orders'));
  });
}
