import { header } from '../../../contracts/paths.ts';
import { lineRoutes } from '../../../contracts/routes/line-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type AppealDeps, appealSlowerLane } from './appeal-slower-lane.ts';

/** 202 with the slower lane as the fan is shown it. */
export const appealSlowerLaneRoute = (deps: AppealDeps): Route =>
  apiRoute(
    lineRoutes['waiting-room/place/appeal-slower-lane'],
    async ({ path: { onSale }, headers, body: { message }, now }) => {
      const outcome = await appealSlowerLane(deps, { onSale, receipt: headers[header.receipt], message }, now);
      if (!outcome.ok) return outcome;
      return { ok: true, status: 202, body: { slowerLane: outcome.slowerLane }, counted: ['Appealed'] };
    },
  );
