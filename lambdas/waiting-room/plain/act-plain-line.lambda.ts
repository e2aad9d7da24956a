import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { rememberFiles } from '../../foundation/plain/plain-files.ts';
import { openKeys, readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { rememberRounds } from '../draw/remembered-rounds.ts';
import { rollStore } from '../draw/roll.store.ts';
import { roundStore } from '../draw/round.store.ts';
import { joinLine } from '../entry/join-line.ts';
import { OwnShards } from '../entry/own-shards.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { markStore } from '../line/mark.store.ts';
import { rememberMarks } from '../line/marks.ts';
import { rememberLines } from '../line/remembered-lines.ts';
import { shoppersStore } from '../line/shoppers.store.ts';
import { fanStore } from '../place/fan.store.ts';
import { handoverStore } from '../place/handover.store.ts';
import { leaveLine } from '../place/leave-line.ts';
import { takeOverPlace } from '../place/take-over-place.ts';
import { tendDevices } from '../place/tend-devices.ts';
import { claimPass } from '../turn/claim-pass.ts';
import { actPlainLineRoute } from './act-plain-line.route.ts';

const env = readEnv('waiting-room/plain/act-plain-line', process.env);
const [lineSecret, originSecrets, passKeys, voucherKeys] = await Promise.all([
  readSecret(env.LINE_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
  openKeys(env.PASS_KEYS_ARN),
  openKeys(env.VOUCHER_KEYS_ARN),
]);
const tables = openTables();
const keys = lineKeys(lineSecret);
const lines = rememberLines(lineStore(tables, env.LINES_TABLE));
const rolls = rollStore(tables, env.LINES_TABLE);
const fans = fanStore(tables, env.LINES_TABLE);
const marks = rememberMarks(markStore(tables, env.LINES_TABLE));
const toJoin = { lines, rolls, fans, keys, marks, shards: new OwnShards(), random: Math.random };
const toClaim = {
  ...{ lines, rolls, fans, keys, marks },
  rounds: rememberRounds(roundStore(tables, env.LINES_TABLE)),
  handovers: handoverStore(tables, env.LINES_TABLE),
  shoppers: shoppersStore(tables, env.LINES_TABLE),
  receipts: keys.receipts,
  passKeys,
  voucherKeys,
};
const files = rememberFiles(openPublishedFiles(env.PUBLISHED_BUCKET));
const deps = {
  files,
  join: (input: Parameters<typeof joinLine>[1], now: number) => joinLine(toJoin, input, now),
  claim: (input: Parameters<typeof claimPass>[1], now: number) => claimPass(toClaim, input, now),
  devices: (input: Parameters<typeof tendDevices>[1], now: number) => tendDevices(toClaim, input, now),
  takeOver: (input: Parameters<typeof takeOverPlace>[1], now: number) => takeOverPlace(toClaim, input, now),
  leave: (input: Parameters<typeof leaveLine>[1], now: number) => leaveLine(toClaim, input, now),
};

/** `POST /plain/{onSale}`: joins, takes a place over, claims, shows devices or leaves, for a browser without JavaScript. */
export const handler = http(actPlainLineRoute(deps), originSecrets);
