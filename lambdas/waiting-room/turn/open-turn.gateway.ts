import { openTables } from '../../foundation/aws.gateway.ts';
import { openKeys, readSecret } from '../../foundation/secrets.gateway.ts';
import { rememberRounds } from '../draw/remembered-rounds.ts';
import { rollStore } from '../draw/roll.store.ts';
import { roundStore } from '../draw/round.store.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { rememberLines } from '../line/remembered-lines.ts';
import { shoppersStore } from '../line/shoppers.store.ts';
import { fanStore } from '../place/fan.store.ts';
import type { ClaimDeps } from './claim-pass.ts';
import type { ExtendDeps } from './extend-pass.ts';

/** All that gives a pass, or more time with it, to the holder of a receipt. */
export async function openTurn(env: {
  readonly LINES_TABLE: string;
  readonly LINE_SECRET_ARN: string;
  readonly PASS_KEYS_ARN: string;
}): Promise<Omit<ClaimDeps, 'voucherKeys'> & ExtendDeps> {
  const [lineSecret, passKeys] = await Promise.all([readSecret(env.LINE_SECRET_ARN), openKeys(env.PASS_KEYS_ARN)]);
  const tables = openTables();
  return {
    lines: rememberLines(lineStore(tables, env.LINES_TABLE)),
    rolls: rollStore(tables, env.LINES_TABLE),
    rounds: rememberRounds(roundStore(tables, env.LINES_TABLE)),
    fans: fanStore(tables, env.LINES_TABLE),
    shoppers: shoppersStore(tables, env.LINES_TABLE),
    receipts: lineKeys(lineSecret).receipts,
    passKeys,
  };
}
