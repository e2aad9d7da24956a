import { leverRoutes } from '../../../contracts/routes/lever-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import type { PullDeps } from './pull-lever.ts';
import { sayMessage } from './say-message.ts';

/** The message to everybody in a line. */
export const sayMessageRoute = (deps: Omit<PullDeps, 'twoPeople'> & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'waiting-room/levers/say-message',
    leverRoutes['waiting-room/levers/say-message'],
    deps,
    async ({ path, body, now }, asker) => {
      const done = await sayMessage(deps, asker, { onSale: path.onSale, act: body }, now);
      return done.ok ? { ok: true, status: 200, body: done.pulled } : done;
    },
  );
