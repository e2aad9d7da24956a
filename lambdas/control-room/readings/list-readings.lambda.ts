import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { noteLooks } from '../../foundation/readings/looks.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { listReadingsRoute } from './list-readings.route.ts';
import { rememberOnSales } from './list-readings.ts';
import { rememberReadings } from './readings-memory.ts';

const env = readEnv('control-room/readings/list-readings', process.env);
const files = openPublishedFiles(env.READINGS_BUCKET);
const deps = {
  whoAsks: openWhoAsks(env),
  readings: rememberReadings(files.read),
  noteLook: noteLooks(files),
  findOnSales: rememberOnSales(openPublishedFiles(env.PUBLISHED_BUCKET).read),
};

export const handler = http(listReadingsRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
