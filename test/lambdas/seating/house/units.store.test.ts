import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Dynamo } from '../../../../lambdas/foundation/dynamo/dynamo.ts';
import { houseStore } from '../../../../lambdas/seating/house/house.store.ts';
import { dynalite, type RunningEngine } from '../../../engines.ts';
import { best, drawPlan, hold, openStage } from '../small-stage.ts';

/** The cost of a hold, as the engine counts it. */
let engine: RunningEngine;
beforeAll(async () => {
  engine = await dynalite.start();
});
afterAll(() => engine.stop());

test('ten holds of three seats cost under two write units each, and a warm allocator reads no section', async () => {
  await engine.createTable('houses');
  let writeUnits = 0;
  let readUnits = 0;
  const metered: Dynamo = {
    async call(name, asked) {
      const said = await engine.dynamo.call(name, { ...asked, ReturnConsumedCapacity: 'TOTAL' });
      const { ConsumedCapacity } = said as {
        ConsumedCapacity?: { CapacityUnits?: number } | readonly { CapacityUnits?: number }[];
      };
      const units = [ConsumedCapacity ?? []].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
      if (name === 'PutItem') writeUnits += units;
      else readUnits += units;
      return said;
    },
  };
  // 30 rows of 30: with 200 holds of three the one section keeps 3.4 KB.
  const plan = drawPlan({ stalls: { rows: Array.from({ length: 30 }, () => 'o'.repeat(30)) } });
  const stage = await openStage(plan, { store: houseStore(metered, 'houses') });
  // A fan's name as the waiting room makes it: 43 characters of base64url.
  const fan = (n: number) => `${n}`.padStart(43, 'f');
  const asks = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => hold(from + n, fan(from + n), best(3)));
  await stage.ask(asks(0, 200));
  writeUnits = 0;
  readUnits = 0;
  const answers = await stage.ask(asks(200, 10));
  expect(new Set(answers)).toEqual(new Set(['held']));
  // Ten baskets below 1 KB, and one section of 210 × 17 + 4 bytes: 4 units.
  expect(writeUnits).toBe(10 + 4);
  expect(writeUnits / 10).toBeLessThan(2);
  // Ten baskets that are not there yet, each read for certain: 1 unit.
  expect(readUnits).toBe(10);
});
