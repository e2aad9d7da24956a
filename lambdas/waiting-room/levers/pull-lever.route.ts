import { leverRoutes } from '../../../contracts/routes/lever-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type PullDeps, pullLever } from './pull-lever.ts';

/** One pull of a lever. */
export const pullLeverRoute = (deps: PullDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'waiting-room/levers/pull-lever',
    leverRoutes['waiting-room/levers/pull-lever'],
    deps,
    async ({ path, body, now }, asker) => {
      const done = await pullLever(deps, asker, { onSale: path.onSale, act: body }, now);
      return done.ok ? { ok: true, status: 200, body: done.pulled } : done;
    },
  );
