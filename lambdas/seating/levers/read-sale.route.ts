import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ReadSaleDeps, readSale } from './read-sale.ts';

/** What stands of the levers of a sale, and of its seats. */
export const readSaleRoute = (deps: ReadSaleDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'seating/levers/read-sale',
    staffRoutes['seating/levers/read-sale'],
    deps,
    async ({ path, now }, asker) => {
      const found = await readSale(deps, asker, path.onSale, now);
      return found.ok ? { ok: true, status: 200, body: found.sale } : found;
    },
  );
