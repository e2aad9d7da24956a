import { type HouseOpening, houseOpening } from '../../../contracts/house.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { houseStore } from './house.store.ts';
import { type Opened, openHouse } from './open-house.ts';

const env = readEnv('seating/house/open-house', process.env);
const deps = {
  store: houseStore(openTables(), env.HOUSES_TABLE),
  files: openPublishedFiles(env.PUBLISHED_BUCKET),
};

/** By an operator: `{ performances }` → `{ ok, opened, alreadyOpen, cancelled, otherRules }`. */
export const handler = operator<HouseOpening, Opened>(houseOpening, (given, now) => openHouse(deps, given, now));
