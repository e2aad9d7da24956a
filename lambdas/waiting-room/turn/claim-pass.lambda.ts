import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readPassKeys, readSecret } from '../../foundation/secrets.gateway.ts';
import { rememberRounds } from '../draw/remembered-rounds.ts';
import { roundStore } from '../draw/round.store.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { rememberLines } from '../line/remembered-lines.ts';
import { shoppersStore } from '../line/shoppers.store.ts';
import { fanStore } from '../place/fan.store.ts';
import { claimPassRoute } from './claim-pass.route.ts';

const env = readEnv('waiting-room/turn/claim-pass', process.env);
const [lineSecret, originSecret, passKeys] = await Promise.all([
  readSecret(env.LINE_SECRET_ARN),
  readSecret(env.ORIGIN_SECRET_ARN),
  readPassKeys(env.PASS_KEYS),
]);
const tables = openTables();
const deps = {
  lines: rememberLines(lineStore(tables, env.LINES_TABLE)),
  rounds: rememberRounds(roundStore(tables, env.LINES_TABLE)),
  fans: fanStore(tables, env.LINES_TABLE),
  shoppers: shoppersStore(tables, env.LINES_TABLE),
  receipts: lineKeys(lineSecret).receipts,
  passKeys,
};

export const handler = http(claimPassRoute(deps), originSecret);
