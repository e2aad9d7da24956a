import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { rollStore } from '../draw/roll.store.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { markStore } from '../line/mark.store.ts';
import { rememberMarks } from '../line/marks.ts';
import { rememberLines } from '../line/remembered-lines.ts';
import { shoppersStore } from '../line/shoppers.store.ts';
import { fanStore } from './fan.store.ts';
import { handoverStore } from './handover.store.ts';
import { takeOverPlaceRoute } from './take-over-place.route.ts';

const env = readEnv('waiting-room/place/take-over-place', process.env);
const [lineSecret, originSecrets] = await Promise.all([
  readSecret(env.LINE_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const tables = openTables();
const deps = {
  lines: rememberLines(lineStore(tables, env.LINES_TABLE)),
  rolls: rollStore(tables, env.LINES_TABLE),
  fans: fanStore(tables, env.LINES_TABLE),
  handovers: handoverStore(tables, env.LINES_TABLE),
  shoppers: shoppersStore(tables, env.LINES_TABLE),
  keys: lineKeys(lineSecret),
  marks: rememberMarks(markStore(tables, env.LINES_TABLE)),
};

export const handler = http(takeOverPlaceRoute(deps), originSecrets);
