import { readEnv } from '../../foundation/env.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { openWhoAsks } from '../../foundation/staff/open-staff.gateway.ts';
import { failOverOfTwo } from '../levers/two-people.ts';
import { showSwitchRoute } from './show-switch.route.ts';
import { openSwitch } from './switch.gateway.ts';

const env = readEnv('waiting-room/switch/show-switch', process.env);
const deps = {
  whoAsks: openWhoAsks(env),
  switch: openSwitch(env.SWITCH_BUCKET, env.SWITCH_REGION),
  names: { domainName: env.DOMAIN_NAME, fallback: env.FALLBACK_NAME },
  twoPeople: failOverOfTwo(env.TWO_PEOPLE),
};

export const handler = http(showSwitchRoute(deps), await readSecrets(env.ORIGIN_SECRET_ARNS));
