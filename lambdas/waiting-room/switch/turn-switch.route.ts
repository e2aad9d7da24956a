import { switchRoutes } from '../../../contracts/routes/switch-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type TurnSwitchDeps, turnSwitch } from './turn-switch.ts';

/** One turn of the switch. */
export const turnSwitchRoute = (deps: TurnSwitchDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'waiting-room/switch/turn-switch',
    switchRoutes['waiting-room/switch/turn-switch'],
    deps,
    async ({ body, now }, asker) => {
      const done = await turnSwitch(deps, asker, body, now);
      return done.ok ? { ok: true, status: 200, body: done.turned } : done;
    },
  );
