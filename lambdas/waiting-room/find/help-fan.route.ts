import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type HelpFanDeps, helpFan } from './help-fan.ts';

/** The acts of staff for a fan are counted by kind. */
export const helpFanRoute = (deps: HelpFanDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'waiting-room/find/help-fan',
    staffRoutes['waiting-room/find/help-fan'],
    deps,
    async ({ path, body, now }, asker) => {
      const outcome = await helpFan(deps, asker, { onSale: path.onSale, help: body }, now);
      return outcome.ok ? { ok: true, status: 200, body: outcome.helped, counted: [`Helped-${body.act}`] } : outcome;
    },
  );
