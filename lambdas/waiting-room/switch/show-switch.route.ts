import { switchRoutes } from '../../../contracts/routes/switch-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ShowSwitchDeps, showSwitch } from './show-switch.ts';

/** How the switch stands. */
export const showSwitchRoute = (deps: ShowSwitchDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'waiting-room/switch/show-switch',
    switchRoutes['waiting-room/switch/show-switch'],
    deps,
    async ({ now }, asker) => ({ ok: true, status: 200, body: await showSwitch(deps, asker, now) }),
  );
