import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TrialOpening } from '../../../contracts/trial.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { readBeaconSetting } from '../draw/beacon-setting.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { markStore } from '../line/mark.store.ts';
import { markKeyBytes } from '../line/marks.ts';
import { openTrial } from './open-trial.ts';

const env = readEnv('waiting-room/opening/open-trial', process.env);
const tables = openTables();
const deps = {
  lines: lineStore(tables, env.LINES_TABLE),
  marks: markStore(tables, env.LINES_TABLE),
  files: openPublishedFiles(env.PUBLISHED_BUCKET),
  keys: lineKeys(await readSecret(env.LINE_SECRET_ARN)),
  newMarkKey: () => randomBytes(markKeyBytes),
  beacon: readBeaconSetting(env.BEACON)?.chain,
};

/** By a delivery or a trial's run: `{}` → `{ ok, onSale, closesAt }`. */
export const handler = operator<Record<string, never>, TrialOpening>(z.strictObject({}), (_, now) =>
  openTrial(deps, now),
);
