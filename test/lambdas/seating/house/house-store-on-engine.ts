import { afterAll, beforeAll, describe } from '@jest/globals';
import { houseStore } from '../../../../lambdas/seating/house/house.store.ts';
import type { Engine, RunningEngine } from '../../../engines.ts';
import { houseStoreContract } from './house-store.contract.ts';
import { houseStoreLimits } from './house-store-limits.contract.ts';

/** The contract and its limits. */
export function houseStoreOn({ name: engineName, start }: Engine): void {
  describe(engineName, () => {
    let engine: RunningEngine;
    let tables = 0;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.stop());

    const open = async () => {
      const name = `houses-${++tables}`;
      await engine.createTable(name);
      return houseStore(engine.dynamo, name);
    };
    houseStoreContract(open);
    houseStoreLimits(open);
  });
}
