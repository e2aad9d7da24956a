import { unprovedDraw } from '../../../contracts/line-operation.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { drawUnproved } from './draw-unproved.ts';
import { lineStore } from './line.store.ts';

const env = readEnv('waiting-room/line/draw-unproved', process.env);
const lines = lineStore(openTables(), env.LINES_TABLE);

/** Draws a round without the beacon that was promised: see `unprovedDraw`. Answers `{ ok, onSale, round }`. */
export const handler = operator(unprovedDraw, (given, now) => drawUnproved({ lines }, given, now));
