import { randomBytes, randomInt } from 'node:crypto';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret, readSecrets } from '../../foundation/secrets.gateway.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { rememberLines } from '../line/remembered-lines.ts';
import { giveChallengeRoute } from './give-challenge.route.ts';

const env = readEnv('waiting-room/entry/give-challenge', process.env);
const [lineSecret, originSecrets] = await Promise.all([
  readSecret(env.LINE_SECRET_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);
const fineness = 2 ** 32;
const deps = {
  lines: rememberLines(lineStore(openTables(), env.LINES_TABLE)),
  keys: lineKeys(lineSecret),
  // A visitor who could tell the next number would have no work to do.
  random: () => randomInt(fineness) / fineness,
  salt: () => randomBytes(12).toString('hex'),
};

export const handler = http(giveChallengeRoute(deps), originSecrets);
