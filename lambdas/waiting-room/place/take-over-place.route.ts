import { z } from 'zod';
import { lineRoutes } from '../../../contracts/routes/line-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { traitsOf } from '../entry/suspicion.ts';
import { type TakeOverDeps, takeOverPlace } from './take-over-place.ts';

const allHeaders = z.record(z.string(), z.string().optional());

/** 200 with the place. All headers are read, for the kind of the device. */
export const takeOverPlaceRoute = (deps: TakeOverDeps): Route =>
  apiRoute(
    { ...lineRoutes['waiting-room/place/take-over-place'], headers: allHeaders },
    async ({ path: { onSale }, body, headers, now }) => {
      const outcome = await takeOverPlace(deps, { onSale, ...body, traits: traitsOf(headers) }, now);
      if (!outcome.ok) return outcome;
      return { ok: true, status: 200, body: outcome.joined, ...(outcome.isNew && { counted: ['HandedOver'] }) };
    },
  );
