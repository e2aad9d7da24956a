import { randomBytes } from 'node:crypto';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { auditStore } from '../../foundation/staff/audit.store.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { ledgerStore } from '../line/ledger.store.ts';
import { lineStore } from '../line/line.store.ts';
import { noteStore } from './note.store.ts';
import { writeNoteRoute } from './write-note.route.ts';

const env = readEnv('waiting-room/levers/write-note', process.env);
const tables = openTables();
const deps = {
  whoAsks: openWhoAsks(env),
  lines: lineStore(tables, env.LINES_TABLE),
  ledger: ledgerStore(tables, env.LINES_TABLE),
  notes: noteStore(tables, env.LINES_TABLE),
  audit: auditStore(tables, env.AUDIT_TABLE),
  newId: () => randomBytes(12).toString('base64url'),
};

export const handler = http(writeNoteRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
