import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type TurnSaleDeps, turnSale } from './turn-sale.ts';

/** One act. The log has what was turned, and not by whom: that is the audit's. */
export const turnSaleRoute = (deps: TurnSaleDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'seating/levers/turn-sale',
    staffRoutes['seating/levers/turn-sale'],
    deps,
    async ({ path, body, now }, asker) => {
      const done = await turnSale(deps, asker, { onSale: path.onSale, act: body }, now);
      if (!done.ok) return done;
      const about = { onSale: path.onSale, act: body.act, version: `${done.sale.version}` };
      const noted = [{ level: 'info', message: 'lever of the sale turned', about }] as const;
      return { ok: true, status: 200, body: done.sale, noted };
    },
  );
