import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { html } from '../../foundation/html.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { rememberFiles } from './plain-files.ts';
import { faultPage, showPlainLine } from './show-plain-line.ts';

const env = readEnv('waiting-room/plain/show-plain-line', process.env);
const files = rememberFiles(openPublishedFiles(env.PUBLISHED_BUCKET));

/** `GET /plain/{onSale}`: the line, for a browser without JavaScript. */
export const handler = html(await readSecret(env.ORIGIN_SECRET_ARN), faultPage, (asked) => showPlainLine(files, asked));
