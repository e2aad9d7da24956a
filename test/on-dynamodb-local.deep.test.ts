import { describe, test } from '@jest/globals';
import { type Engine, foundDynamoDbLocal } from './engines.ts';
import { doorStoreOn } from './lambdas/ordering/door/door-store-on-engine.ts';
import { orderStoreOn } from './lambdas/ordering/order/order-store-on-engine.ts';
import { deviceStoreOn } from './lambdas/ordering/pairing/device-store-on-engine.ts';
import { guardsOn } from './lambdas/seating/house/guards-on-engine.ts';
import { houseStoreOn } from './lambdas/seating/house/house-store-on-engine.ts';
import { lineOn } from './lambdas/waiting-room/line-on-engine.ts';
import { lineStoresOn } from './lambdas/waiting-room/stores-on-engine.ts';

/* What every store's test shows on dynalite, on Amazon's own engine, which starts for each of them anew. */

const engine = foundDynamoDbLocal();

const suites: Readonly<Record<string, (engine: Engine) => void>> = {
  doors: doorStoreOn,
  'stewards’ devices': deviceStoreOn,
  orders: orderStoreOn,
  'guards of a house': guardsOn,
  houses: houseStoreOn,
  'a line': lineOn,
  'what lines keep': lineStoresOn,
};

if (engine) for (const [name, suite] of Object.entries(suites)) describe(name, () => suite(engine));
else test.skip('DynamoDB Local is not on this machine', () => undefined);
