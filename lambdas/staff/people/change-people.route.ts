import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ChangePeopleDeps, changePeople } from './change-people.ts';

/** Grants, and what takes them away. */
export const changePeopleRoute = (deps: ChangePeopleDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'staff/people/change-people',
    staffRoutes['staff/people/change-people'],
    deps,
    async ({ body, now }, asker) => {
      const changed = await changePeople(deps, asker, body, now);
      return changed.ok ? { ok: true, status: 200, body: changed.body } : changed;
    },
  );
