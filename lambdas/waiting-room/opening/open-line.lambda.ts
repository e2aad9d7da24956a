import { randomBytes } from 'node:crypto';
import { lineOpening } from '../../../contracts/line-operation.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { readBeaconSetting } from '../draw/beacon-setting.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { markStore } from '../line/mark.store.ts';
import { markKeyBytes } from '../line/marks.ts';
import { readLogSetting } from '../log/log-setting.ts';
import { openLine } from './open-line.ts';

const env = readEnv('waiting-room/opening/open-line', process.env);
const tables = openTables();
const deps = {
  lines: lineStore(tables, env.LINES_TABLE),
  marks: markStore(tables, env.LINES_TABLE),
  files: openPublishedFiles(env.PUBLISHED_BUCKET),
  keys: lineKeys(await readSecret(env.LINE_SECRET_ARN)),
  newMarkKey: () => randomBytes(markKeyBytes),
  beacon: readBeaconSetting(env.BEACON)?.chain,
  joinsASecond: Number(env.JOINS_A_SECOND),
  log: readLogSetting(env.WITNESSES),
};

/** Opens a line: see `lineOpening`. Answers `{ ok, line, isNew }`. */
export const handler = operator(lineOpening, (opening, now) => openLine(deps, opening, now));
