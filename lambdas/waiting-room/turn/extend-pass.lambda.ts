import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { extendPassRoute } from './extend-pass.route.ts';
import { openTurn } from './open-turn.gateway.ts';

const env = readEnv('waiting-room/turn/extend-pass', process.env);
const [deps, originSecrets] = await Promise.all([openTurn(env), readSecrets(env.ORIGIN_SECRET_ARNS)]);

export const handler = http(extendPassRoute(deps), originSecrets);
