import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ReadAuditDeps, readAudit } from './read-audit.ts';

/** Who did what. */
export const readAuditRoute = (deps: ReadAuditDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute('staff/audit/read-audit', staffRoutes['staff/audit/read-audit'], deps, async ({ query }, asker) => {
    const read = await readAudit(deps, asker, { from: query.from });
    return read.ok ? { ok: true, status: 200, body: read.body } : read;
  });
