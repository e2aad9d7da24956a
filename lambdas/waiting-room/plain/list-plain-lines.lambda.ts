import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { html } from '../../foundation/html.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { rememberFiles } from './plain-files.ts';
import { faultPage, listPlainLines } from './show-plain-line.ts';

const env = readEnv('waiting-room/plain/list-plain-lines', process.env);
const files = rememberFiles(openPublishedFiles(env.PUBLISHED_BUCKET));

/** `GET /plain`: the lines to choose from, for a browser without JavaScript. */
export const handler = html(await readSecret(env.ORIGIN_SECRET_ARN), faultPage, (asked) =>
  listPlainLines(files, asked),
);
