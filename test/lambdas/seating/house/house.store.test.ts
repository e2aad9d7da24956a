import { afterAll, beforeAll, describe } from '@jest/globals';
import { houseStore } from '../../../../lambdas/seating/house/house.store.ts';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import { engines, type RunningEngine } from '../../../engines.ts';
import { houseStoreContract } from './house-store.contract.ts';
import { houseStoreLimits } from './house-store-limits.contract.ts';

describe('the twin in memory', () => {
  houseStoreContract(async () => houseTwin());
  houseStoreLimits(async () => houseTwin());
});

describe.each(engines())('$name', ({ start }) => {
  let engine: RunningEngine;
  let tables = 0;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.stop());

  const open = async () => {
    const name = `houses-${++tables}`;
    await engine.createTable(name);
    return houseStore(engine.client, name);
  };
  houseStoreContract(open);
  houseStoreLimits(open);
});
