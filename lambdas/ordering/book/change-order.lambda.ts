import { randomBytes } from 'node:crypto';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { doorStore } from '../door/door.store.ts';
import { openAnnouncements } from '../mail/announcements.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { rememberPerformances } from '../order/performances.ts';
import { changeOrderRoute } from './change-order.route.ts';

const env = readEnv('ordering/book/change-order', process.env);
const [orderingSecret, originSecrets] = await Promise.all([
  readSecret(env.ORDERING_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const tables = openTables();
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  store: orderStore(tables, env.ORDERS_TABLE),
  door: doorStore(tables, env.ORDERS_TABLE),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  read: files.read,
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
  audit: auditStore(tables, env.AUDIT_TABLE),
  announce: openAnnouncements(env.ANNOUNCEMENTS_QUEUE_URL),
  whoAsks: openWhoAsks(env),
  keys: orderingKeys(orderingSecret),
  newId: () => randomBytes(12).toString('base64url'),
};

export const handler = http(changeOrderRoute(deps), originSecrets);
