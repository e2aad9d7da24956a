import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { extendPassRoute } from './extend-pass.route.ts';
import { openTurn } from './open-turn.gateway.ts';

const env = readEnv('waiting-room/turn/extend-pass', process.env);
const [deps, originSecret] = await Promise.all([openTurn(env), readSecret(env.ORIGIN_SECRET_ARN)]);

export const handler = http(extendPassRoute(deps), originSecret);
