import { z } from 'zod';
import { slug } from '../../../contracts/ids.ts';
import { appealRequest } from '../../../contracts/line-requests.ts';
import { header } from '../../../contracts/paths.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { metrics } from '../../foundation/observe.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { gateStore } from '../entry/gate.store.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { rememberLines } from '../line/remembered-lines.ts';
import { appealLane } from './appeal-lane.ts';
import { fanStore } from './fan.store.ts';

const env = readEnv('waiting-room/place/appeal-lane', process.env);
const [lineSecret, originSecret] = await Promise.all([
  readSecret(env.LINE_SECRET_ARN),
  readSecret(env.ORIGIN_SECRET_ARN),
]);
const tables = openTables();
const deps = {
  lines: rememberLines(lineStore(tables, env.LINES_TABLE)),
  fans: fanStore(tables, env.LINES_TABLE),
  gate: gateStore(tables, env.LINES_TABLE),
  receipts: lineKeys(lineSecret).receipts,
};
const headers = z.object({ [header.receipt]: z.string().optional() });

/** `POST /api/lines/{onSale}/appeal`, with the receipt in its header: 202 with the lane as the fan is shown it. */
export const handler = http(
  { path: z.object({ onSale: slug }), headers, body: appealRequest },
  originSecret,
  async ({ path: { onSale }, headers, body: { message }, now }) => {
    const outcome = await appealLane(deps, { onSale, receipt: headers[header.receipt], message }, now);
    if (!outcome.ok) return outcome;
    metrics.addMetric('Appealed', 'Count', 1);
    return { ok: true, status: 202, body: { lane: outcome.lane } };
  },
);
