import type { PerformanceActs } from '../../../contracts/performance-acts.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { rememberActs } from '../../foundation/performance-acts.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { stageMethods } from '../../foundation/stage-methods.ts';
import { houseStore } from '../house/house.store.ts';
import { readSaleRoute } from './read-sale.route.ts';
import { rememberPerformanceFiles } from './read-sale.ts';
import { findSaleCounts } from './sale-counts.ts';
import { rememberAllocations } from './set-aside.ts';

const env = readEnv('seating/levers/read-sale', process.env);
const store = houseStore(openTables(), env.HOUSES_TABLE);
const { read } = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  store,
  read,
  findActs: rememberActs((path) => read<PerformanceActs>(path)),
  findCounts: findSaleCounts({ store, read }),
  findFile: rememberPerformanceFiles(read),
  findAllocations: rememberAllocations(read),
  stageMethods: stageMethods(env.PAYMENT_METHODS, process.env.LOCAL_CLOUD),
  whoAsks: openWhoAsks(env),
};

export const handler = http(readSaleRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
