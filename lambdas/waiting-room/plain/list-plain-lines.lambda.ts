import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { rememberFiles } from '../../foundation/plain/plain-files.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { listPlainLinesRoute } from './list-plain-lines.route.ts';

const env = readEnv('waiting-room/plain/list-plain-lines', process.env);
const files = rememberFiles(openPublishedFiles(env.PUBLISHED_BUCKET));

/** `GET /plain`: the lines to choose from, for a browser without JavaScript. */
export const handler = http(listPlainLinesRoute(files), await readSecrets(env.ORIGIN_SECRET_ARNS));
