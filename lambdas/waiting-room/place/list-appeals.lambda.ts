import { appealsAsk } from '../../../contracts/line-operation.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { appealStore } from './appeal.store.ts';

const env = readEnv('waiting-room/place/list-appeals', process.env);
const appeals = appealStore(openTables(), env.LINES_TABLE);

/** An answer of a function holds 6 MB; an appeal takes 2 KB of it at the most, all in four-byte letters. */
const most = 2500;

/** The appeals of a line that are not decided, the oldest first: `{ ok, appeals }`. The next come when these are judged. */
export const handler = operator(appealsAsk, async ({ onSale }) => {
  return { ok: true, appeals: (await appeals.open(onSale)).slice(0, most) };
});
