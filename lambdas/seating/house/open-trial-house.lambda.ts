import { type TrialOpening, trialOpening } from '../../../contracts/trial.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { houseStore } from './house.store.ts';
import { openTrialHouse, type TrialHouse } from './open-trial-house.ts';

const env = readEnv('seating/house/open-trial-house', process.env);
const deps = {
  store: houseStore(openTables(), env.HOUSES_TABLE),
  files: openPublishedFiles(env.PUBLISHED_BUCKET),
};

/** By a delivery or a trial's run: `{ onSale, closesAt }` → `{ ok, performance }`. */
export const handler = operator<TrialOpening, TrialHouse>(trialOpening, (trial) => openTrialHouse(deps, trial));
