import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { openKeys, readSecrets } from '../../foundation/secrets.gateway.ts';
import { claimPassRoute } from './claim-pass.route.ts';
import { openTurn } from './open-turn.gateway.ts';

const env = readEnv('waiting-room/turn/claim-pass', process.env);
const [turn, voucherKeys, originSecrets] = await Promise.all([
  openTurn(env),
  openKeys(env.VOUCHER_KEYS_ARN),
  readSecrets(env.ORIGIN_SECRET_ARNS),
]);

export const handler = http(claimPassRoute({ ...turn, voucherKeys }), originSecrets);
