import { randomBytes } from 'node:crypto';
import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { noteLooks } from '../../foundation/readings/looks.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { handKeys } from './kept-keys.ts';
import { rememberReadings } from './readings-memory.ts';
import { showReadingsRoute } from './show-readings.route.ts';

const env = readEnv('control-room/readings/show-readings', process.env);
const files = openPublishedFiles(env.READINGS_BUCKET);
const deps = {
  whoAsks: openWhoAsks(env),
  readings: rememberReadings(files.read),
  noteLook: noteLooks(files),
  handKey: handKeys({ files, newKey: () => randomBytes(16).toString('base64url') }),
};

export const handler = http(showReadingsRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
