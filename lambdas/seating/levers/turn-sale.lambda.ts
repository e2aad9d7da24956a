import { randomBytes } from 'node:crypto';
import type { PerformanceActs } from '../../../contracts/performance-acts.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { rememberActs } from '../../foundation/performance-acts.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { stageMethods } from '../../foundation/stage-methods.ts';
import { houseStore } from '../house/house.store.ts';
import { rememberPerformanceFiles } from './read-sale.ts';
import { findSaleCounts } from './sale-counts.ts';
import { rememberAllocations } from './set-aside.ts';
import { turnSaleRoute } from './turn-sale.route.ts';

const env = readEnv('seating/levers/turn-sale', process.env);
const tables = openTables();
const store = houseStore(tables, env.HOUSES_TABLE);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const { read } = files;
const deps = {
  store,
  read,
  files,
  findActs: rememberActs((path) => read<PerformanceActs>(path)),
  findCounts: findSaleCounts({ store, read }),
  findFile: rememberPerformanceFiles(read),
  findAllocations: rememberAllocations(read),
  stageMethods: stageMethods(env.PAYMENT_METHODS, process.env.LOCAL_CLOUD),
  audit: auditStore(tables, env.AUDIT_TABLE),
  whoAsks: openWhoAsks(env),
  newId: () => randomBytes(12).toString('base64url'),
};

export const handler = http(turnSaleRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
