import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ListConsentsDeps, listConsents } from './list-consents.ts';

/** Whom the venue may write to. */
export const listConsentsRoute = (deps: ListConsentsDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'ordering/consent/list-consents',
    staffRoutes['ordering/consent/list-consents'],
    deps,
    async ({ query, now }, asker) => {
      const listed = await listConsents(deps, asker, { from: query.from }, now);
      return listed.ok ? { ok: true, status: 200, body: listed.page } : listed;
    },
  );
