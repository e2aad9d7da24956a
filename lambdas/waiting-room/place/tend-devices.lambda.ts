import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { rememberLines } from '../line/remembered-lines.ts';
import { shoppersStore } from '../line/shoppers.store.ts';
import { fanStore } from './fan.store.ts';
import { tendDevicesRoute } from './tend-devices.route.ts';

const env = readEnv('waiting-room/place/tend-devices', process.env);
const [lineSecret, originSecrets] = await Promise.all([
  readSecret(env.LINE_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const tables = openTables();
const deps = {
  lines: rememberLines(lineStore(tables, env.LINES_TABLE)),
  fans: fanStore(tables, env.LINES_TABLE),
  shoppers: shoppersStore(tables, env.LINES_TABLE),
  receipts: lineKeys(lineSecret).receipts,
};

export const handler = http(tendDevicesRoute(deps), originSecrets);
