import { judgement } from '../../../contracts/line-operation.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { lineStore } from '../line/line.store.ts';
import { markStore } from '../line/mark.store.ts';
import { rememberMarks } from '../line/marks.ts';
import { shoppersStore } from '../line/shoppers.store.ts';
import { appealStore } from './appeal.store.ts';
import { fanStore } from './fan.store.ts';
import { judgePlace } from './judge-place.ts';

const env = readEnv('waiting-room/place/judge-place', process.env);
const tables = openTables();
const stores = {
  lines: lineStore(tables, env.LINES_TABLE),
  shoppers: shoppersStore(tables, env.LINES_TABLE),
  fans: fanStore(tables, env.LINES_TABLE),
  appeals: appealStore(tables, env.LINES_TABLE),
  marks: rememberMarks(markStore(tables, env.LINES_TABLE)),
};

/** Slows, removes or restores a place: see `judgement`. Answers `{ ok, onSale, fan, judged }`. */
export const handler = operator(judgement, (given, now) => judgePlace(stores, given, now));
