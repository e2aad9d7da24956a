import { z } from 'zod';
import { header } from '../../../contracts/paths.ts';
import { lineRoutes } from '../../../contracts/routes/line-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type JoinDeps, joinLine } from './join-line.ts';
import { traitsOf } from './suspicion.ts';

const allHeaders = z.record(z.string(), z.string().optional());

/** 201 with a new place, 200 with the one the fan has. All headers are read, for the gate. */
export const joinLineRoute = (deps: JoinDeps): Route =>
  apiRoute(
    { ...lineRoutes['waiting-room/entry/join-line'], headers: allHeaders },
    async ({ path: { onSale }, body, headers, now }) => {
      const input = { onSale, request: body, traits: traitsOf(headers), receipt: headers[header.receipt] };
      const outcome = await joinLine(deps, input, now);
      if (!outcome.ok) return outcome;
      const { isNew, joined } = outcome;
      if (!isNew) return { ok: true, status: 200, body: joined, counted: ['JoinedAgain'] };
      return { ok: true, status: 201, body: joined, counted: joined.slowerLane ? ['Joined', 'Slowed'] : ['Joined'] };
    },
  );
