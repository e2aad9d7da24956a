import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { logger } from '../../foundation/observe.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { rollStore } from '../draw/roll.store.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { markStore } from '../line/mark.store.ts';
import { rememberMarks } from '../line/marks.ts';
import { rememberLines } from '../line/remembered-lines.ts';
import { fanStore } from '../place/fan.store.ts';
import { gateStore } from './gate.store.ts';
import { joinLineRoute } from './join-line.route.ts';
import { OwnShards } from './own-shards.ts';
import { gatekeeper } from './slow-suspects.ts';

const env = readEnv('waiting-room/entry/join-line', process.env);
const [lineSecret, originSecrets] = await Promise.all([
  readSecret(env.LINE_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const tables = openTables();
const lines = lineStore(tables, env.LINES_TABLE);
const fans = fanStore(tables, env.LINES_TABLE);
const keys = lineKeys(lineSecret);
const onFault = (fault: unknown) => logger.warn('the gatekeeper failed; the join went on', { error: fault as Error });
const deps = {
  lines: rememberLines(lines),
  rolls: rollStore(tables, env.LINES_TABLE),
  fans,
  keys,
  marks: rememberMarks(markStore(tables, env.LINES_TABLE)),
  shards: new OwnShards(),
  random: Math.random,
  gate: gatekeeper({ lines, gate: gateStore(tables, env.LINES_TABLE), keys, onFault }),
};

export const handler = http(joinLineRoute(deps), originSecrets);
