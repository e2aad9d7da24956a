import { describe } from '@jest/globals';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import { dynalite } from '../../../engines.ts';
import { houseStoreContract } from './house-store.contract.ts';
import { houseStoreLimits } from './house-store-limits.contract.ts';
import { houseStoreOn } from './house-store-on-engine.ts';

describe('the twin in memory', () => {
  houseStoreContract(async () => houseTwin());
  houseStoreLimits(async () => houseTwin());
});
houseStoreOn(dynalite);
