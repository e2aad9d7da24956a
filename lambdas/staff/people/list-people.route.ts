import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ListPeopleDeps, listPeople } from './list-people.ts';

/** The people of the house. */
export const listPeopleRoute = (deps: ListPeopleDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute('staff/people/list-people', staffRoutes['staff/people/list-people'], deps, async (_, asker) => {
    return { ok: true, status: 200, body: await listPeople(deps, asker) };
  });
