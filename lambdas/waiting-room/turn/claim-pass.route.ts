import { header } from '../../../contracts/paths.ts';
import { lineRoutes } from '../../../contracts/routes/line-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ClaimDeps, claimPass } from './claim-pass.ts';

/** 201 with a new pass, 200 with the one in use. */
export const claimPassRoute = (deps: ClaimDeps): Route =>
  apiRoute(lineRoutes['waiting-room/turn/claim-pass'], async ({ path: { onSale }, headers, now }) => {
    const input = { onSale, receipt: headers[header.receipt], voucher: headers[header.voucher] };
    const outcome = await claimPass(deps, input, now);
    if (!outcome.ok) return outcome;
    const { how, claimed } = outcome;
    return { ok: true, status: how === 'again' ? 200 : 201, body: claimed, counted: [`Claimed-${how}`] };
  });
