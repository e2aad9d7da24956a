import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { rememberFiles } from '../../foundation/plain/plain-files.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { showPlainLineRoute } from './show-plain-line.route.ts';

const env = readEnv('waiting-room/plain/show-plain-line', process.env);
const files = rememberFiles(openPublishedFiles(env.PUBLISHED_BUCKET));

/** `GET /plain/{onSale}`: the line, for a browser without JavaScript. */
export const handler = http(showPlainLineRoute(files), await readSecrets(env.ORIGIN_SECRET_ARNS));
