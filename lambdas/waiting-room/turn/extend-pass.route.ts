import { header } from '../../../contracts/paths.ts';
import { lineRoutes } from '../../../contracts/routes/line-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ExtendDeps, extendPass } from './extend-pass.ts';

/** The same pass with its later end. */
export const extendPassRoute = (deps: ExtendDeps): Route =>
  apiRoute(lineRoutes['waiting-room/turn/extend-pass'], async ({ path, headers, now }) => {
    const outcome = await extendPass(deps, { onSale: path.onSale, receipt: headers[header.receipt] }, now);
    return outcome.ok ? { ok: true, status: 200, body: outcome.claimed, counted: ['Extended'] } : outcome;
  });
