import { rosterLoad } from '../../../contracts/line-operation.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { lineKeys } from '../line/line-keys.ts';
import { fanStore } from '../place/fan.store.ts';
import { loadRoster } from './load-roster.ts';

const env = readEnv('waiting-room/entry/load-roster', process.env);
const deps = {
  fans: fanStore(openTables(), env.LINES_TABLE),
  keys: lineKeys(await readSecret(env.LINE_SECRET_ARN)),
};

/** Loads members into a roster: see `rosterLoad`. Answers `{ ok, roster, loaded }`. */
export const handler = operator(rosterLoad, (load) => loadRoster(deps, load));
