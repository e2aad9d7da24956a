import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { ledgerStore } from '../line/ledger.store.ts';
import { lineStore } from '../line/line.store.ts';
import { noteStore } from './note.store.ts';
import { readLogRoute } from './read-log.route.ts';

const env = readEnv('waiting-room/levers/read-log', process.env);
const tables = openTables();
const deps = {
  whoAsks: openWhoAsks(env),
  lines: lineStore(tables, env.LINES_TABLE),
  ledger: ledgerStore(tables, env.LINES_TABLE),
  notes: noteStore(tables, env.LINES_TABLE),
};

export const handler = http(readLogRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
