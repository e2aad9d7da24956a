import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type FindPersonDeps, findPerson } from './find-person.ts';

/** What is held of one person. The address is in the body: those of requests stand in logs. */
export const findPersonRoute = (deps: FindPersonDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'ordering/personal/find-person',
    staffRoutes['ordering/personal/find-person'],
    deps,
    async ({ body, now }, asker) => {
      const outcome = await findPerson(deps, asker, body, now);
      return outcome.ok ? { ok: true, status: 200, body: outcome.found } : outcome;
    },
  );
