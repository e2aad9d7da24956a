import { z } from 'zod';
import { slug } from '../../contracts/ids.ts';
import { joinRequest } from '../../contracts/line.ts';
import { openTables } from '../foundation/aws.gateway.ts';
import { readEnv } from '../foundation/env.ts';
import { http } from '../foundation/http.ts';
import { metrics } from '../foundation/observe.ts';
import { readSecret } from '../foundation/secrets.gateway.ts';
import { fanStore } from './fan.store.ts';
import { joinLine } from './join-line.ts';
import { lineStore } from './line.store.ts';
import { lineKeys } from './line-keys.ts';
import { rememberLines } from './remembered-lines.ts';
import { roundStore } from './round.store.ts';

const env = readEnv('waiting-room/join-line', process.env);
const [lineSecret, originSecret] = await Promise.all([
  readSecret(env.LINE_SECRET_ARN),
  readSecret(env.ORIGIN_SECRET_ARN),
]);
const tables = openTables();
const deps = {
  lines: rememberLines(lineStore(tables, env.LINES_TABLE)),
  rounds: roundStore(tables, env.LINES_TABLE),
  fans: fanStore(tables, env.LINES_TABLE),
  keys: lineKeys(lineSecret),
  random: Math.random,
};

/** `POST /api/lines/{onSale}/join`: 201 with a new place, 200 with the one the fan has. */
export const handler = http(
  { path: z.object({ onSale: slug }), body: joinRequest },
  originSecret,
  async ({ path, body, now }) => {
    const outcome = await joinLine(deps, { onSale: path.onSale, request: body }, now);
    if (!outcome.ok) return outcome;
    metrics.addMetric(outcome.isNew ? 'Joined' : 'JoinedAgain', 'Count', 1);
    return { ok: true, status: outcome.isNew ? 201 : 200, body: outcome.joined };
  },
);
