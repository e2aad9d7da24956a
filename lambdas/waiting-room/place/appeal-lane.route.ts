import { z } from 'zod';
import { slug } from '../../../contracts/ids.ts';
import { appealRequest } from '../../../contracts/line-requests.ts';
import { header } from '../../../contracts/paths.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type AppealDeps, appealLane } from './appeal-lane.ts';

const shape = {
  path: z.object({ onSale: slug }),
  headers: z.object({ [header.receipt]: z.string().optional() }),
  body: appealRequest,
};

/** `POST /api/lines/{onSale}/appeal`, with the receipt in its header: 202 with the lane as the fan is shown it. */
export const appealLaneRoute = (deps: AppealDeps): Route =>
  apiRoute(shape, async ({ path: { onSale }, headers, body: { message }, now }) => {
    const outcome = await appealLane(deps, { onSale, receipt: headers[header.receipt], message }, now);
    if (!outcome.ok) return outcome;
    return { ok: true, status: 202, body: { lane: outcome.lane }, counted: ['Appealed'] };
  });
