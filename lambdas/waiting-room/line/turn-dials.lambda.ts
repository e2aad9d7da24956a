import { dialsTurn } from '../../../contracts/line-operation.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { lineStore } from './line.store.ts';
import { turnDials } from './turn-dials.ts';

const env = readEnv('waiting-room/line/turn-dials', process.env);
const lines = lineStore(openTables(), env.LINES_TABLE);

/** Turns some of a line's dials: see `dialsTurn`. Answers `{ ok, onSale, dials }`. */
export const handler = operator(dialsTurn, (turn, now) => turnDials({ lines }, turn, now));
