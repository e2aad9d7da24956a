import { describe, expect, test } from '@jest/globals';
import type { Dynamo } from '../../../../lambdas/foundation/dynamo/dynamo.ts';
import { houseStore } from '../../../../lambdas/seating/house/house.store.ts';
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

test('a house and the rules of its sale are found as soon as they were written, though other reads are behind', async () => {
  const item = { plan: 'plan-1', onSale: 'friends', sections: {} };
  const behind: Dynamo = {
    call: async (_, asked) => ('ConsistentRead' in asked && asked.ConsistentRead ? { Item: item } : {}),
  };
  const store = houseStore(behind, 'houses');
  expect(await store.house('evening')).toMatchObject({ performance: 'evening', plan: 'plan-1' });
  expect(await store.rules('friends')).toBeDefined();
});
