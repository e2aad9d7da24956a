import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { noteLooks } from '../../foundation/readings/looks.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { rememberKeys } from './kept-keys.ts';
import { rememberReadings } from './readings-memory.ts';
import { showSharedReadingsRoute } from './show-shared-readings.route.ts';

const env = readEnv('control-room/readings/show-shared-readings', process.env);
const files = openPublishedFiles(env.READINGS_BUCKET);
const deps = {
  readings: rememberReadings(files.read),
  noteLook: noteLooks(files),
  isGoodKey: rememberKeys(files.read),
};

export const handler = http(showSharedReadingsRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
