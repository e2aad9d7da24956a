import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { showMeRoute } from './show-me.route.ts';
import { userinfoOf } from './userinfo.gateway.ts';

const env = readEnv('staff/people/show-me', process.env);
const deps = { userinfo: userinfoOf(env.SIGN_IN_ISSUER) };

export const handler = http(showMeRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
