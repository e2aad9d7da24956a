import type { Board } from '../../../contracts/line.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { openMail } from '../../foundation/mail.gateway.ts';
import { rememberHeads } from '../../foundation/mail-head.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { rememberLines } from '../line/remembered-lines.ts';
import { inviteStore } from './invite.store.ts';
import { sendInviteRoute } from './send-invite.route.ts';

const env = readEnv('waiting-room/entry/send-invite', process.env);
const [lineSecret, originSecrets] = await Promise.all([
  readSecret(env.LINE_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const tables = openTables();
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps = {
  lines: rememberLines(lineStore(tables, env.LINES_TABLE)),
  invites: inviteStore(tables, env.LINES_TABLE),
  keys: lineKeys(lineSecret),
  send: env.MAIL_SENDER === 'none' ? undefined : openMail(env.MAIL_SENDER),
  findHead: rememberHeads((path) => files.read<Board>(path)),
  site: env.SITE_ADDRESS,
};

export const handler = http(sendInviteRoute(deps), originSecrets);
