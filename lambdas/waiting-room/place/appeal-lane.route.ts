import { header } from '../../../contracts/paths.ts';
import { lineRoutes } from '../../../contracts/routes/line-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type AppealDeps, appealLane } from './appeal-lane.ts';

/** 202 with the lane as the fan is shown it. */
export const appealLaneRoute = (deps: AppealDeps): Route =>
  apiRoute(
    lineRoutes['waiting-room/place/appeal-lane'],
    async ({ path: { onSale }, headers, body: { message }, now }) => {
      const outcome = await appealLane(deps, { onSale, receipt: headers[header.receipt], message }, now);
      if (!outcome.ok) return outcome;
      return { ok: true, status: 202, body: { lane: outcome.lane }, counted: ['Appealed'] };
    },
  );
